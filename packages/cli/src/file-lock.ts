import { open, rm, stat } from 'node:fs/promises'
import { CliError, EXIT } from './exit-code.ts'
import type { Io } from './io.ts'

const RETRY_MS = 40
/** Longer than any holder needs; a lock file this old was left by a process that died. */
const STALE_MS = 20_000
const WAIT_MAX_MS = 30_000

/** Runs `task` while no other `natter` holds the lock file; waits for it, and takes over one that was left behind. */
export async function withFileLock<T>(io: Io, path: string, task: () => Promise<T>): Promise<T> {
  const giveUpAt = io.now() + WAIT_MAX_MS
  while (!(await take(path))) {
    if (await isStale(io, path)) await rm(path, { force: true })
    else if (io.now() > giveUpAt) {
      throw new CliError(
        EXIT.failure,
        'locked',
        `Another natter has held ${path} for ${WAIT_MAX_MS / 1_000} s. Try again.`,
      )
    } else await new Promise<void>((resolve) => io.timer(RETRY_MS, resolve))
  }
  try {
    return await task()
  } finally {
    await rm(path, { force: true })
  }
}

async function take(path: string): Promise<boolean> {
  try {
    await (await open(path, 'wx', 0o600)).close()
    return true
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false
    throw error
  }
}

async function isStale(io: Io, path: string): Promise<boolean> {
  try {
    return io.now() - (await stat(path)).mtimeMs > STALE_MS
  } catch (error) {
    if (isCode(error, 'ENOENT')) return false
    throw error
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
