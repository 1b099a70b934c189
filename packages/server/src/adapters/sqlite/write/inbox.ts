import type { SQLInputValue } from 'node:sqlite'
import type { DurableEvent, InboxEvent, ReadMark, Room, RoomId, UserId } from '@natter/protocol'
import type { StoredInboxEvent } from '../../../ports/log-store.ts'
import { STORE_BOUNDS } from '../../../ports/store-bounds.ts'
import { memberOf } from '../rows/member.ts'
import { query } from '../sql.ts'
import type { Writing } from './writing.ts'

/** By the primary key. */
export const userHead = query<{ seq: number; ref: string }>('select seq, ref from user_heads where user = ?')
const moveUserHead = query(
  'insert into user_heads (user, seq, ref) values (?, ?, ?) on conflict (user) do update set seq = excluded.seq, ref = excluded.ref',
)
const insertUserRow = query(
  `insert into user_log (user, seq, ref, at, type, room, read_seq, read_n, keys, cid, print)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
)
/** By the primary key. */
const deleteOldUserRows = query('delete from user_log where user = ? and seq <= ?')

type InboxWrite =
  | { type: 'inbox.roomAdded'; room: RoomId; details: Room }
  | { type: 'inbox.roomRemoved'; room: RoomId }
  | { type: 'inbox.readMoved'; room: RoomId; mark: ReadMark; mentions: number }
  | { type: 'inbox.settingsChanged'; settings: Record<string, unknown>; cid: string; print: Uint8Array }

/** Tells the user whom a room gained or lost in their own log; `room` as it is after the whole command. */
export function noteMembership(writing: Writing, room: Room, event: DurableEvent): StoredInboxEvent[] {
  const { at } = event
  if (event.type === 'member.joined')
    return [note(writing, event.member.user, at, { type: 'inbox.roomAdded', room: room.id, details: room })]
  if (event.type === 'member.left') return [note(writing, event.user, at, { type: 'inbox.roomRemoved', room: room.id })]
  return []
}

/** Adds a row to a user's own log, which keeps the newest `STORE_BOUNDS.userLogRows`. */
export function note(writing: Writing, user: UserId, at: number, what: InboxWrite): StoredInboxEvent {
  const { sql } = writing
  const seq = (sql.one(userHead, user)?.seq ?? 0) + 1
  const ref = writing.nextRef()
  sql.run(moveUserHead, user, seq, ref)
  sql.run(insertUserRow, user, seq, ref, at, what.type, ...columnsOf(what))
  sql.run(deleteOldUserRows, user, seq - STORE_BOUNDS.userLogRows)
  const event = inboxEvent(writing, user, { seq, ref, at }, what)
  const stored: StoredInboxEvent = { user, seq, ref, type: event.type, json: JSON.stringify(event) }
  if (what.type === 'inbox.settingsChanged') return stored
  const { room } = what
  return what.type === 'inbox.readMoved' ? { ...stored, room, read: what.mark } : { ...stored, room }
}

/** Room, mark, keys, cid and digest. */
function columnsOf(what: InboxWrite): SQLInputValue[] {
  if (what.type === 'inbox.settingsChanged')
    return [null, null, null, JSON.stringify(Object.keys(what.settings)), what.cid, what.print]
  const mark = what.type === 'inbox.readMoved' ? what.mark : undefined
  return [what.room, mark?.seq ?? null, mark?.n ?? null, null, null, null]
}

function inboxEvent(
  writing: Writing,
  user: UserId,
  place: { seq: number; ref: string; at: number },
  what: InboxWrite,
): InboxEvent {
  if (what.type === 'inbox.settingsChanged') return { type: what.type, ...place, settings: what.settings }
  const base = { ...place, room: what.room }
  if (what.type === 'inbox.readMoved')
    return { type: what.type, ...base, readSeq: what.mark.seq, n: what.mark.n, mentions: what.mentions }
  const member = writing.member(base.room, user)
  if (what.type === 'inbox.roomRemoved' || member === undefined) return { type: 'inbox.roomRemoved', ...base }
  return { type: what.type, ...base, details: what.details, member: memberOf(user, member) }
}
