import type { DurableEvent, RoomId } from '@natter/protocol'
import type { FinalLog, FinalRow } from '@natter/protocol/history'
import { Reader } from '../../packages/server/src/adapters/sqlite/reader.ts'
import type { StoredEvent } from '../../packages/server/src/ports/log-store.ts'
import { rowOf } from '../crowd/follower.ts'

const PAGE = 500

/** The logs as the database has them, whatever the server says. */
export function finalLogs(folder: string, rooms: readonly RoomId[]): FinalLog[] {
  const reader = new Reader(folder)
  try {
    return rooms.map((room) => ({ room, rows: rowsOf(reader, room) }))
  } finally {
    reader.close()
  }
}

function rowsOf(reader: Reader, room: RoomId): FinalRow[] {
  const rows: FinalRow[] = []
  for (
    let page = eventsAfter(reader, room, 0);
    page.length > 0;
    page = eventsAfter(reader, room, rows.at(-1)?.seq ?? 0)
  )
    rows.push(...page.map(finalRow))
  return rows
}

function eventsAfter(reader: Reader, room: RoomId, seq: number): StoredEvent[] {
  const [answer] = reader.answer([{ n: 1, method: 'eventsAfter', args: [room, seq, PAGE] }])
  if (answer === undefined || 'fault' in answer) throw new Error(`The log of ${room} cannot be read.`)
  return answer.ok as StoredEvent[]
}

function finalRow({ seq, ref, type, n, subject, user, json }: StoredEvent): FinalRow {
  const event = JSON.parse(json) as DurableEvent
  const row: FinalRow = { seq, ref, type, n, by: event.by, hash: rowOf(event).hash }
  // Rooms and memberships were made before anybody kept a record.
  if (type === 'message.posted' && event.cid !== undefined) row.cid = event.cid
  if (subject !== undefined) row.subject = subject
  if (user !== undefined) row.member = user
  return row
}
