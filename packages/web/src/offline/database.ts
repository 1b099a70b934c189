import { openDB } from 'idb'
import type { DBSchema, IDBPDatabase } from 'idb'
import type { RoomId } from '@natter/protocol'
import type { Clock } from '../app/clock.ts'
import type { RememberedHead, RememberedTimeline } from './copy.ts'
import type { OutboxRow } from './outbox-rows.ts'

interface Schema extends DBSchema {
  outbox: { key: string; value: OutboxRow }
  head: { key: string; value: RememberedHead }
  timelines: { key: RoomId; value: RememberedTimeline }
}

export type Database = IDBPDatabase<Schema>

const NAME = 'natter'
const VERSION = 1
/** How long anybody waits for the database. A tab of a later version may hold it, or the browser has none to give. */
const OPEN_MS = 2_000

/** Opens the browser's database; rejects where there is none, and when it does not open in time. */
export function openDatabase(clock: Clock): Promise<Database> {
  const { promise, resolve, reject } = Promise.withResolvers<Database>()
  const opened = openDB<Schema>(NAME, VERSION, {
    upgrade: (db) => {
      db.createObjectStore('outbox', { keyPath: 'entry.cid' })
      db.createObjectStore('head')
      db.createObjectStore('timelines', { keyPath: 'room' })
    },
    // A later version of the page wants to change it: better to lose survival here than to stop that page.
    blocking: (_from, _to, event) => (event.target as IDBDatabase).close(),
  })
  const cancel = clock.after(OPEN_MS, () => {
    reject(new Error('The database of this browser does not open.'))
    // One that opens after that would be in nobody's hands.
    opened.then((db) => db.close()).catch(() => {})
  })
  opened
    .then(resolve, reject)
    .finally(cancel)
    .catch(() => {})
  return promise
}
