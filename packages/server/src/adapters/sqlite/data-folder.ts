import { accessSync, closeSync, constants, existsSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StoreFault } from '../../ports/store-fault.ts'
import { faultOf } from './faults.ts'

export const DATABASE_FILE = 'natter.db'
const LOCK_FILE = 'natter.lock'
const OWNER_ONLY = 0o600

/**
 * Makes the folder if it is not there and takes it for this process, until the result is closed. The lock is the
 * system's: it ends with the process, however that ends. Throws a `StoreFault` that says what is wrong with the folder.
 */
export function takeDataFolder(folder: string): DatabaseSync {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    for (const file of [DATABASE_FILE, LOCK_FILE]) makeFile(join(folder, file))
  } catch (error) {
    throw new StoreFault('unavailable', `The data folder ${folder} cannot be written: ${reasonOf(error)}.`, {
      cause: error,
    })
  }
  return lock(folder)
}

/**
 * Made here, since SQLite would let everybody read them. One that is there is not opened, for closing it would drop the
 * locks that this process may have on it (POSIX record locks).
 */
function makeFile(path: string): void {
  if (existsSync(path)) return accessSync(path, constants.R_OK | constants.W_OK)
  closeSync(openSync(path, 'wx', OWNER_ONLY))
}

function lock(folder: string): DatabaseSync {
  const lockFile = new DatabaseSync(join(folder, LOCK_FILE), { timeout: 0 })
  try {
    lockFile.exec('pragma journal_mode = memory; begin exclusive')
    return lockFile
  } catch (error) {
    lockFile.close()
    const fault = faultOf(error, `The data folder ${folder} cannot be locked`)
    throw fault.isBusy
      ? new StoreFault('unavailable', `The data folder ${folder} is in use by another Natter server.`)
      : fault.fault
  }
}

const REASONS: Record<string, string> = {
  EACCES: 'this user may not',
  EPERM: 'this user may not',
  EROFS: 'the file system is read-only',
  ENOTDIR: 'a part of its path is a file',
  EEXIST: 'it is a file',
  ENOSPC: 'the disk is full',
}

function reasonOf(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException
  return REASONS[code] ?? message
}
