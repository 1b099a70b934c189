import { StoreFault } from '../../ports/store-fault.ts'
import type { Answer } from './methods.ts'

/** Primary result codes of SQLite (https://sqlite.org/rescode.html) that say something of the world, not of our code. */
const WORLDLY: Record<number, string> = {
  5: 'another process holds it',
  8: 'it is read-only',
  10: 'reading or writing the disk failed',
  11: 'it is damaged',
  13: 'the disk is full',
  14: 'a file of it is missing or may not be read',
  26: 'it is not a database',
}
const BUSY = 5
const IO_ERROR = 10

/** What an error thrown under `what` is to the caller, and whether the connection can be trusted after it. */
export interface Diagnosis {
  fault: StoreFault
  isBusy: boolean
  /** After a failed write or fsync nobody knows what the disk holds: the connection must be opened anew. */
  isConnectionLost: boolean
}

/** Reads an error of `node:sqlite`; anything else is a bug and becomes `internal`. */
export function faultOf(error: unknown, what: string): Diagnosis {
  if (error instanceof StoreFault) return { fault: error, isBusy: false, isConnectionLost: false }
  const primary = primaryCodeOf(error)
  const worldly = WORLDLY[primary]
  const fault =
    worldly === undefined
      ? new StoreFault('internal', `${what}: ${String(error)}.`, { cause: error })
      : new StoreFault('unavailable', `${what}: ${worldly}.`, { cause: error })
  return { fault, isBusy: primary === BUSY, isConnectionLost: primary === IO_ERROR }
}

function primaryCodeOf(error: unknown): number {
  const { errcode } = error as { errcode?: number }
  return typeof errcode === 'number' ? errcode & 0xff : 0
}

/** The fault as the answer to a request. */
export function faultAnswer(n: number, { code, message, cause }: StoreFault): Answer {
  return { n, fault: { code, message, detail: cause instanceof Error ? cause.stack : undefined } }
}
