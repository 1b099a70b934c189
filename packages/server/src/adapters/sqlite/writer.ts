import type { DatabaseSync } from 'node:sqlite'
import type { Limits } from '@natter/protocol'
import { connectWriter, settle } from './connect.ts'
import { takeDataFolder } from './data-folder.ts'
import { faultAnswer, faultOf } from './faults.ts'
import { run } from './methods.ts'
import type { Answer, Request } from './methods.ts'
import { migrate } from './migrate.ts'
import { MIGRATIONS } from './migrations/list.ts'
import { Sql, query } from './sql.ts'
import { WRITE_METHODS } from './write/methods.ts'
import { Writing } from './write/writing.ts'

/** A transaction takes what has come while the last one was being committed, up to these. */
export const BATCH_ITEMS_MAX = 128
export const BATCH_BYTES_MAX = 262_144

const begin = query('begin immediate')
const commit = query('commit')
const rollback = query('rollback')
const readPlace = query<Place>('select epoch, secret from place')

/** What was drawn when the database was made. */
export interface Place {
  epoch: string
  secret: Uint8Array
}

/** The only connection that writes, in batches: one transaction and one fsync for many requests, each of them apart. */
export class Writer {
  readonly place: Place
  readonly #folder: string
  readonly #lock: DatabaseSync
  readonly #newWriting: (database: DatabaseSync) => Writing
  #writing: Writing | undefined

  /** Takes the folder, brings the database up to date. Throws a `StoreFault` that says what is in the way. */
  constructor(folder: string, limits: Limits, nextRef: () => string) {
    this.#folder = folder
    this.#lock = takeDataFolder(folder)
    this.#newWriting = (database) => new Writing(new Sql(database), limits, nextRef)
    try {
      const database = connectWriter(folder)
      migrate(database, MIGRATIONS)
      this.#writing = this.#newWriting(database)
      this.place = this.#readPlace(this.#writing)
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
    let writing: Writing | undefined
    const answers: Answer[] = []
    try {
      writing = this.#connected()
      writing.sql.run(begin)
      writing.begin()
      for (const request of batch) {
        answers.push({ n: request.n, ok: this.#runOne(writing, request) })
        if (writing.bytes >= BATCH_BYTES_MAX) break
      }
      writing.flush()
      writing.sql.run(commit)
      writing.committed()
      return answers
    } catch (error) {
      const isOneOfMany = error instanceof RequestError && batch.length > 1
      this.#undo(writing)
      if (isOneOfMany) return undefined
      const { fault, isConnectionLost } = faultOf(
        error instanceof RequestError ? error.cause : error,
        'The database cannot be written',
      )
      if (isConnectionLost) this.#disconnect()
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
    const database = connectWriter(this.#folder)
    try {
      settle(database)
    } catch (error) {
      database.close()
      throw error
    }
    this.#writing = this.#newWriting(database)
    return this.#writing
  }

  #undo(writing: Writing | undefined): void {
    if (writing === undefined) return
    // SQLite has ended the transaction itself after some faults.
    if (writing.sql.database.isTransaction) writing.sql.run(rollback)
    writing.rolledBack()
  }

  #disconnect(): void {
    this.#writing?.sql.database.close()
    this.#writing = undefined
  }

  #readPlace({ sql }: Writing): Place {
    const place = sql.one(readPlace)
    if (place === undefined) throw new Error('The database has lost its epoch.')
    return { epoch: place.epoch, secret: place.secret }
  }
}

/** Tells what a request threw from what the transaction around it did. */
class RequestError extends Error {}
