import { BOUNDS, isRefusal } from '@natter/protocol'
import type { CatchUp, Cursor, Refusal, Room, RoomId, UserId } from '@natter/protocol'
import type { StoredEvent } from '../../../ports/log-store.ts'
import type { EncodedCatchUp } from '../../../ports/read-store.ts'
import { STORE_BOUNDS } from '../../../ports/store-bounds.ts'
import { eventOfRow, eventsSince, storedEventOfRow } from '../rows/event.ts'
import { memberOfRow } from '../rows/member.ts'
import type { MemberRow } from '../rows/member.ts'
import { query } from '../sql.ts'
import type { Sql } from '../sql.ts'
import { enter } from './enter.ts'
import { messagesBefore } from './history.ts'

/** Both by the primary key. */
const refAt = query<{ ref: string }>('select ref from log where room = ? and seq = ?')
const headOf = query<{ seq: number; ref: string; n: number }>('select seq, ref, n from room_heads where room = ?')

export function catchUp(
  sql: Sql,
  viewer: UserId,
  id: RoomId,
  cursor: Cursor | null,
): EncodedCatchUp<CatchUp> | Refusal {
  const entered = enter(sql, viewer, id)
  if (isRefusal(entered)) return entered
  const { room, member } = entered
  const upTo = room.head
  const events = cursor === null ? undefined : missedSince(sql, room, cursor)
  if (events === undefined) return { upTo, json: reset(sql, room, member) }
  return { upTo, json: `{"mode":"delta","upTo":${JSON.stringify(upTo)},"events":[${events.join(',')}]}` }
}

/** The events after the cursor as JSON; undefined where a reset is due. */
function missedSince(sql: Sql, room: Room, [seq, ref]: Cursor): string[] | undefined {
  if (room.head[0] - seq > BOUNDS.deltaEvents) return undefined
  const known = seq === 0 ? '' : sql.one(refAt, room.id, seq)?.ref
  if (known !== ref) return undefined
  return withinDelta(sql.all(eventsSince, room.id, seq, BOUNDS.deltaEvents), (row) => eventOfRow(room.id, row))
}

/** Encodes rows until they would be too many bytes for a delta; then undefined. */
export function withinDelta<Row>(rows: readonly Row[], eventOf: (row: Row) => object): string[] | undefined {
  const events: string[] = []
  let bytes = 0
  for (const row of rows) {
    const json = JSON.stringify(eventOf(row))
    bytes += Buffer.byteLength(json)
    if (bytes > BOUNDS.deltaBytes) return undefined
    events.push(json)
  }
  return events
}

function reset(sql: Sql, room: Room, member: MemberRow): string {
  const bounds = { count: BOUNDS.historyPageDefault, bytes: STORE_BOUNDS.pageBytes }
  const { messages, more, firstSeq } = messagesBefore(sql, room, room.head[0] + 1, bounds)
  const hole = more && firstSeq !== undefined ? `,"hole":[1,${firstSeq - 1}]` : ''
  const about = `"upTo":${JSON.stringify(room.head)},"room":${JSON.stringify(room)},"member":${JSON.stringify(memberOfRow(member))}`
  return `{"mode":"reset",${about},"messages":[${messages.join(',')}]${hole}}`
}

export function heads(sql: Sql, rooms: RoomId[]): Map<RoomId, { seq: number; ref: string; n: number }> {
  const found = new Map<RoomId, { seq: number; ref: string; n: number }>()
  for (const room of rooms) {
    const head = sql.one(headOf, room)
    if (head !== undefined) found.set(room, { ...head })
  }
  return found
}

export function eventsAfter(sql: Sql, room: RoomId, seq: number, limit: number): StoredEvent[] {
  const events: StoredEvent[] = []
  let bytes = 0
  for (const row of sql.all(eventsSince, room, seq, limit)) {
    const event = storedEventOfRow(room, row)
    bytes += Buffer.byteLength(event.json)
    if (bytes > STORE_BOUNDS.pageBytes && events.length > 0) break
    events.push(event)
  }
  return events
}
