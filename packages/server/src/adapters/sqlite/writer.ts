import type { DatabaseSync } from 'node:sqlite'
import type { Limits } from '@natter/protocol'
import { crashpoint } from '../../ports/crashpoint.ts'
import { connectWriter, settle } from './connect.ts'
import { takeDataFolder } from './data-folder.ts'
import { faultAnswer, faultOf } from './faults.ts'
import { run } from './methods.ts'
import type { Answer, Request } from './methods.ts'
import { Sql, query } from './sql.ts'
import { WRITE_METHODS } from './write/methods.ts'
import { Writing } from './write/writing.ts'

/** A transaction takes what has come while the last one was being committed, up to these. */
export const BATCH_ITEMS_MAX = 128
export const BATCH_BYTES_MAX = 262_144

const begin = query('begin immediate')
const commit = query('commit')
const rollback = query('rollback')
/** Its one row. */
const placeRow = query<Place>('select epoch, secret from place')

export interface WriterOptions {
  folder: string
  limits: Limits
  /** A fresh `ref`. */
  nextRef: () => string
  /** How to connect; for tests that make the disk fail. */
  connect?: (folder: string) => DatabaseSync
}

/** What was drawn when the database was made. */
export interface Place {
  epoch: string
  secret: Uint8Array
}

/** The only connection that writes, in batches: one transaction and one fsync for many requests, each of them apart. */
export class Writer {
  readonly place: Place
  readonly #lock: DatabaseSync
  readonly #connect: () => Writing
  #writing: Writing | undefined

  /** Takes the folder, brings the database up to date. Throws a `StoreFault` that says what is in the way. */
  constructor({ folder, limits, nextRef, connect = connectWriter }: WriterOptions) {
    this.#lock = takeDataFolder(folder)
    this.#connect = () => new Writing(new Sql(connect(folder)), limits, nextRef)
    try {
      this.#writing = this.#connect()
      this.place = readPlace(this.#writing)
    } catch (error) {
      this.close()
      throw faultOf(error, `The database in ${folder} cannot be opened`).fault
    }
  }

  /** Answers the first requests of the list, as many as fit into a batch, in their order; all of it is on disk then. */
  answer(requests: readonly Request[]): Answer[] {
    const batch = requests.slice(0, BATCH_ITEMS_MAX)
    return this.#together(batch) ?? batch.flatMap((request) => this.#together([request]) ?? [])
  }

  close(): void {
    this.#writing?.sql.database.close()
    this.#lock.close()
  }

  /** Undefined: one of several threw, nothing of them is written, and each should be tried apart from the others. */
  #together(batch: readonly Request[]): Answer[] | undefined {
    const answers: Answer[] = []
    try {
      const writing = this.#connected()
      writing.sql.run(begin)
      writing.begin()
      for (const request of batch) {
        answers.push({ n: request.n, ok: this.#runOne(writing, request) })
        if (writing.bytes >= BATCH_BYTES_MAX) break
      }
      writing.flush()
      crashpoint('before-commit')
      writing.sql.run(commit)
      crashpoint('after-commit')
      writing.committed()
      return answers
    } catch (error) {
      const { fault, isConnectionLost } = faultOf(causeOf(error), 'The database cannot be written')
      this.#undo(isConnectionLost)
      if (error instanceof RequestError && batch.length > 1) return undefined
      return batch.map(({ n }) => faultAnswer(n, fault))
    }
  }

  #runOne(writing: Writing, request: Request): unknown {
    try {
      return run(WRITE_METHODS, writing, request)
    } catch (error) {
      throw new RequestError('A request failed.', { cause: error })
    }
  }

  /** After a failed write or fsync the connection is made anew, and writes only once the log was emptied. */
  #connected(): Writing {
    if (this.#writing !== undefined) return this.#writing
    const writing = this.#connect()
    try {
      settle(writing.sql.database)
    } catch (error) {
      writing.sql.database.close()
      throw error
    }
    this.#writing = writing
    return writing
  }

  #undo(isConnectionLost: boolean): void {
    const writing = this.#writing
    if (writing === undefined) return
    writing.rolledBack()
    const { database } = writing.sql
    // Closing ends a transaction too; SQLite has ended it itself after some faults.
    if (isConnectionLost) {
      this.#writing = undefined
      database.close()
    } else if (database.isTransaction) writing.sql.run(rollback)
  }
}

function readPlace({ sql }: Writing): Place {
  const place = sql.one(placeRow)
  if (place === undefined) throw new Error('The database has lost its epoch.')
  return { epoch: place.epoch, secret: place.secret }
}

/** Tells what a request threw from what the transaction around it did. */
class RequestError extends Error {}

function causeOf(error: unknown): unknown {
  return error instanceof RequestError ? error.cause : error
}
