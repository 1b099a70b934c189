import type { Limits } from '@natter/protocol'
import type { CrashAt } from '../../ports/crashpoint.ts'
import type { Log } from '../../ports/log.ts'
import type { Store } from '../../ports/store.ts'
import { storeOnLines } from './store-on-lines.ts'
import { ThreadLine } from './thread-line.ts'
import type { ReaderData } from './reader-thread.ts'
import type { Place } from './writer.ts'
import type { WriterData } from './writer-thread.ts'

export interface SqliteStoreOptions {
  /** The data folder; made if it is not there. */
  folder: string
  limits: Limits
  log: Log
  /** Where the writing thread is to end the process, in tests. */
  crashAt?: CrashAt | undefined
}

/**
 * The store in one SQLite file, with a thread that writes and one that reads, so that neither fsync nor search stalls
 * the event loop. Rejects with a `StoreFault` whose message is a sentence for the operator: the folder cannot be
 * written, another server has it, the database is of a newer Natter or none of ours.
 */
export async function openSqliteStore({ folder, limits, log, crashAt }: SqliteStoreOptions): Promise<Store> {
  const writer = new ThreadLine<Place>(
    new URL('./writer-thread.ts', import.meta.url),
    { folder, limits, crashAt } satisfies WriterData,
    log,
  )
  const reader = new ThreadLine<undefined>(
    new URL('./reader-thread.ts', import.meta.url),
    { folder } satisfies ReaderData,
    log,
  )
  try {
    const [place] = await Promise.all([writer.opened, reader.opened])
    return storeOnLines(place, writer, reader)
  } catch (error) {
    await Promise.all([reader.close(), writer.close()])
    throw error
  }
}
