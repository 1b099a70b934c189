import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Tree } from './check.ts'

const LIST_BYTES_MAX = 16 * 1024 * 1024
const BINARY = /\.(png|jpe?g|gif|webp|avif|ico|woff2?|ttf|mp3|ogg|db|gz|zip)$/

/** Reads every text file that is or could be committed. */
export function readTree(root: string): Tree {
  const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: LIST_BYTES_MAX,
  })
  const files = list
    .split('\0')
    .filter((path) => path !== '' && !BINARY.test(path) && existsSync(join(root, path)))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
  return { root, files }
}
