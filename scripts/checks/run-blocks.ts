import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import type { Tree } from './check.ts'
import { isDocument, readBlocks } from './shell-blocks.ts'

const BLOCK_TIMEOUT_MS = 2 * 60_000

/** Runs the blocks marked `<!-- run -->` from the root of the repository, with a data folder of their own. */
export function runBlocks({ root, files }: Tree): string[] {
  return files
    .filter(isDocument)
    .flatMap(readBlocks)
    .filter(({ isRun }) => isRun)
    .flatMap(({ place, script }) => runBlock(root, place, script))
}

function runBlock(root: string, place: string, script: string): string[] {
  const data = mkdtempSync(join(tmpdir(), 'natter-docs-'))
  try {
    const path = `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`
    const done = spawnSync('bash', ['-euo', 'pipefail', '-c', script], {
      cwd: root,
      env: { ...process.env, PATH: path, NATTER_DATA: data },
      encoding: 'utf8',
      timeout: BLOCK_TIMEOUT_MS,
    })
    const said = `${done.stdout}${done.stderr}${done.error?.message ?? ''}`.trim()
    return done.status === 0 ? [] : [`${place} ended with exit code ${done.status ?? 'none'}\n${said}`]
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}
