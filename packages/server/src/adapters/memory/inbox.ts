import type { DurableEvent, InboxEvent, Member, RoomId, UserId } from '@natter/protocol'
import type { StoredInboxEvent } from '../../ports/log-store.ts'
import { STORE_BOUNDS } from '../../ports/store-bounds.ts'
import type { Inbox, InboxRow, MemberState, RoomState, World } from './world.ts'

/** Tells the user whom a room gained or lost in their own log. */
export function noteMembership(world: World, { room }: RoomState, event: DurableEvent): StoredInboxEvent[] {
  const about = { at: event.at, room: room.id }
  if (event.type === 'member.joined')
    return [note(world, event.member.user, { ...about, entry: { type: 'inbox.roomAdded' } })]
  if (event.type === 'member.left') return [note(world, event.user, { ...about, entry: { type: 'inbox.roomRemoved' } })]
  return []
}

/** Adds a row to a user's own log, which keeps the newest `STORE_BOUNDS.userLogRows`. */
export function note(world: World, user: UserId, about: Pick<InboxRow, 'at' | 'room' | 'entry'>): StoredInboxEvent {
  const inbox = inboxOf(world, user)
  const row: InboxRow = { ...about, seq: inbox.seq + 1, ref: world.nextRef() }
  const rows = [...inbox.rows, row].slice(-STORE_BOUNDS.userLogRows)
  world.inboxes.set(user, { rows, seq: row.seq, ref: row.ref })
  const event = inboxEvent(world, user, row)
  const stored: StoredInboxEvent = {
    user,
    seq: row.seq,
    ref: row.ref,
    type: event.type,
    json: JSON.stringify(event),
    room: row.room,
  }
  return row.entry.type === 'inbox.readMoved' ? { ...stored, read: row.entry.mark } : stored
}

export function inboxOf(world: World, user: UserId): Inbox {
  return world.inboxes.get(user) ?? { rows: [], seq: 0, ref: '' }
}

/** A room that was gained carries how it is now; one that is lost again tells only that. */
export function inboxEvent(world: World, user: UserId, { seq, ref, at, room, entry }: InboxRow): InboxEvent {
  const base = { seq, ref, at, room }
  if (entry.type === 'inbox.readMoved') return { type: entry.type, ...base, readSeq: entry.mark.seq, n: entry.mark.n }
  const state = world.rooms.get(room)
  const member = state?.members.get(user)
  if (entry.type === 'inbox.roomRemoved' || state === undefined || member === undefined)
    return { type: 'inbox.roomRemoved', ...base }
  return { type: 'inbox.roomAdded', ...base, details: state.room, member: memberOf(user, member) }
}

export function memberOf(user: UserId, { role, joinedAt, readSeq, deliveredSeq }: MemberState): Member {
  return { user, role, joinedAt, readSeq, deliveredSeq }
}

/** The ids after `after` in order, at most `limit`, and whether there are more. */
export function pageOf<Id extends UserId | RoomId>(
  ids: Iterable<Id>,
  after: Id | undefined,
  limit: number,
): { ids: Id[]; more: boolean } {
  const sorted = [...ids].filter((id) => after === undefined || id > after).sort()
  return { ids: sorted.slice(0, limit), more: sorted.length > limit }
}
