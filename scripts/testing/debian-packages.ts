import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const APT_TIMEOUT_MS = 10 * 60_000

/** Programs that tests and faults need besides Node, each with the Debian package that has it. */
const PACKAGE_OF = { chromium: 'chromium', strace: 'strace', faketime: 'faketime' }

/** A program tests need that npm does not bring. */
export type Program = keyof typeof PACKAGE_OF

/**
 * Installs what is missing where apt-get may be used, and answers with the reason when a program cannot be had.
 * Never a reason to skip tests: the caller counts it as a failure.
 */
export function ensurePrograms(programs: Program[]): string | undefined {
  const missing = programs.filter((program) => !isOnPath(program))
  if (missing.length === 0) return undefined
  const packages = missing.map((program) => PACKAGE_OF[program])
  const byHand = `Install it by hand: apt-get install --no-install-recommends ${packages.join(' ')}`
  if (process.getuid?.() !== 0 || !isOnPath('apt-get')) {
    return `${missing.join(', ')} is missing, and only root can install it with apt-get. ${byHand}`
  }
  console.log(`installing Debian packages: ${packages.join(' ')}`)
  const failure = apt(['update']) ?? apt(['install', '-y', '--no-install-recommends', ...packages])
  return failure === undefined ? undefined : `apt-get could not install ${packages.join(' ')}. ${byHand}\n${failure}`
}

function apt(args: string[]): string | undefined {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const done = spawnSync('apt-get', ['-qq', ...args], { env, encoding: 'utf8', timeout: APT_TIMEOUT_MS })
  return done.status === 0 ? undefined : `${done.stderr}${done.error?.message ?? ''}`.trim()
}

function isOnPath(program: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}
