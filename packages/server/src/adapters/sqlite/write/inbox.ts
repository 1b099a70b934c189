import type { DurableEvent, InboxEvent, ReadMark, Room, RoomId, UserId } from '@natter/protocol'
import type { StoredInboxEvent } from '../../../ports/log-store.ts'
import { STORE_BOUNDS } from '../../../ports/store-bounds.ts'
import { memberOf } from '../rows/member.ts'
import { query } from '../sql.ts'
import type { Writing } from './writing.ts'

/** By the primary key. */
const userHead = query<{ seq: number }>('select seq from user_heads where user = ?')
const moveUserHead = query(
  'insert into user_heads (user, seq, ref) values (?, ?, ?) on conflict (user) do update set seq = excluded.seq, ref = excluded.ref',
)
const insertUserRow = query(
  'insert into user_log (user, seq, ref, at, type, room, read_seq, read_n) values (?, ?, ?, ?, ?, ?, ?, ?)',
)
/** By the primary key. */
const deleteOldUserRows = query('delete from user_log where user = ? and seq <= ?')

type InboxWrite =
  | { type: 'inbox.roomAdded'; details: Room }
  | { type: 'inbox.roomRemoved' }
  | { type: 'inbox.readMoved'; mark: ReadMark }

/** Tells the user whom a room gained or lost in their own log; `room` as it is after the whole command. */
export function noteMembership(writing: Writing, room: Room, event: DurableEvent): StoredInboxEvent[] {
  const about = { room: room.id, at: event.at }
  if (event.type === 'member.joined') {
    return [note(writing, event.member.user, about, { type: 'inbox.roomAdded', details: room })]
  }
  if (event.type === 'member.left') return [note(writing, event.user, about, { type: 'inbox.roomRemoved' })]
  return []
}

/** Adds a row to a user's own log, which keeps the newest `STORE_BOUNDS.userLogRows`. */
export function note(
  writing: Writing,
  user: UserId,
  { room, at }: { room: RoomId; at: number },
  what: InboxWrite,
): StoredInboxEvent {
  const { sql } = writing
  const seq = (sql.one(userHead, user)?.seq ?? 0) + 1
  const ref = writing.nextRef()
  const mark = what.type === 'inbox.readMoved' ? what.mark : undefined
  sql.run(moveUserHead, user, seq, ref)
  sql.run(insertUserRow, user, seq, ref, at, what.type, room, mark?.seq ?? null, mark?.n ?? null)
  sql.run(deleteOldUserRows, user, seq - STORE_BOUNDS.userLogRows)
  const event = inboxEvent(writing, user, { seq, ref, at, room }, what)
  const stored: StoredInboxEvent = { user, seq, ref, type: event.type, json: JSON.stringify(event), room }
  return mark === undefined ? stored : { ...stored, read: mark }
}

function inboxEvent(
  writing: Writing,
  user: UserId,
  base: { seq: number; ref: string; at: number; room: RoomId },
  what: InboxWrite,
): InboxEvent {
  if (what.type === 'inbox.readMoved') return { type: what.type, ...base, readSeq: what.mark.seq, n: what.mark.n }
  const member = writing.member(base.room, user)
  if (what.type === 'inbox.roomRemoved' || member === undefined) return { type: 'inbox.roomRemoved', ...base }
  return { type: what.type, ...base, details: what.details, member: memberOf(user, member) }
}
