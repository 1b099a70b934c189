import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { DurableEvent, RoomId } from '@natter/protocol'
import { canonicalJson } from '@natter/protocol/history'
import type { FinalLog, FinalRow, ReceivedRow } from '@natter/protocol/history'
import type { StoredEvent } from '../../ports/log-store.ts'
import { StoreFault } from '../../ports/store-fault.ts'
import { DATABASE_FILE } from './data-folder.ts'
import { Reader } from './reader.ts'

const PAGE = 500

/**
 * The logs of these rooms as the database of a data folder has them, for the checker of histories. Only reads; a server
 * may run on it. A room that is not there has no rows. Throws a `StoreFault` where the folder cannot be read.
 */
export function readFinalLogs(folder: string, rooms: Iterable<RoomId>): FinalLog[] {
  // Opening it would make one.
  if (!existsSync(join(folder, DATABASE_FILE)))
    throw new StoreFault('unavailable', `There is no database in ${folder}.`)
  const reader = new Reader(folder)
  try {
    return Array.from(rooms, (room) => ({ room, rows: rowsOf(reader, room) }))
  } finally {
    reader.close()
  }
}

/** A row as clients and the log have it alike. The hash is SHA-1, in base64url, of all that the event says. */
export function rowOf(event: DurableEvent): ReceivedRow {
  const hash = createHash('sha1').update(canonicalJson(event)).digest('base64url')
  return { seq: event.seq, ref: event.ref, hash }
}

function rowsOf(reader: Reader, room: RoomId): FinalRow[] {
  const rows: FinalRow[] = []
  for (;;) {
    const page = eventsAfter(reader, room, rows.at(-1)?.seq ?? 0)
    if (page.length === 0) return rows
    rows.push(...page.map(finalRow))
  }
}

function eventsAfter(reader: Reader, room: RoomId, seq: number): StoredEvent[] {
  const [answer] = reader.answer([{ n: 1, method: 'eventsAfter', args: [room, seq, PAGE] }])
  if (answer === undefined || 'fault' in answer)
    throw new StoreFault('unavailable', `The log of ${room} cannot be read.`)
  return answer.ok as StoredEvent[]
}

function finalRow({ type, n, subject, user, json }: StoredEvent): FinalRow {
  const event = JSON.parse(json) as DurableEvent
  const row: FinalRow = { ...rowOf(event), type, n, by: event.by }
  // Rooms and memberships are mostly made before anybody keeps a record.
  if (type === 'message.posted' && event.cid !== undefined) row.cid = event.cid
  if (subject !== undefined) row.subject = subject
  if (user !== undefined) row.member = user
  return row
}
