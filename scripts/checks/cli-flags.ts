import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { FlagsOf } from './doc-commands.ts'

const HELP_TIMEOUT_MS = 20_000

/** Asks the real CLI with --help, once for each subcommand. */
export function askCliFlags(root: string): FlagsOf {
  const known = new Map<string, Set<string> | undefined>()
  return (subcommand) => {
    if (!known.has(subcommand)) known.set(subcommand, readHelp(root, subcommand))
    return known.get(subcommand)
  }
}

function readHelp(root: string, subcommand: string): Set<string> | undefined {
  const main = join(root, 'packages/cli/src/main.ts')
  const { status, stdout } = spawnSync(process.execPath, [main, subcommand, '--help'], {
    encoding: 'utf8',
    timeout: HELP_TIMEOUT_MS,
  })
  const isItsHelp = status === 0 && new RegExp(`^Usage: natter ${RegExp.escape(subcommand)}\\b`, 'm').test(stdout)
  return isItsHelp ? new Set(stdout.match(/(?<![\w-])--?[a-z][a-z-]*/g)) : undefined
}
