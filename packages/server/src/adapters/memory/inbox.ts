import { settingsAmong } from '@natter/core'
import type { DurableEvent, InboxEvent, Member, RoomId, UserId } from '@natter/protocol'
import type { StoredInboxEvent } from '../../ports/log-store.ts'
import { STORE_BOUNDS } from '../../ports/store-bounds.ts'
import { countMentions } from './mentions.ts'
import { settingsOf } from './world.ts'
import type { Inbox, InboxEntry, InboxRow, MemberState, RoomState, World } from './world.ts'

/** Tells the user whom a room gained or lost in their own log. */
export function noteMembership(world: World, { room }: RoomState, event: DurableEvent): StoredInboxEvent[] {
  const about = { room: room.id }
  if (event.type === 'member.joined')
    return [note(world, event.member.user, event.at, { type: 'inbox.roomAdded', ...about })]
  if (event.type === 'member.left') return [note(world, event.user, event.at, { type: 'inbox.roomRemoved', ...about })]
  return []
}

/** Adds a row to a user's own log, which keeps the newest `STORE_BOUNDS.userLogRows`. */
export function note(world: World, user: UserId, at: number, entry: InboxEntry): StoredInboxEvent {
  const inbox = inboxOf(world, user)
  const row: InboxRow = { seq: inbox.seq + 1, ref: world.nextRef(), at, entry }
  const rows = [...inbox.rows, row].slice(-STORE_BOUNDS.userLogRows)
  world.inboxes.set(user, { rows, seq: row.seq, ref: row.ref })
  const event = inboxEvent(world, user, row)
  const { seq, ref } = row
  const stored: StoredInboxEvent = { user, seq, ref, type: event.type, json: JSON.stringify(event) }
  if (entry.type === 'inbox.settingsChanged') return stored
  const { room } = entry
  return entry.type === 'inbox.readMoved' ? { ...stored, room, read: entry.mark } : { ...stored, room }
}

export function inboxOf(world: World, user: UserId): Inbox {
  return world.inboxes.get(user) ?? { rows: [], seq: 0, ref: '' }
}

/**
 * Settings, a room that was gained, and the mentions after a mark that stands are told as they are now; a room that is
 * lost again as lost alone.
 */
export function inboxEvent(world: World, user: UserId, { seq, ref, at, entry }: InboxRow): InboxEvent {
  if (entry.type === 'inbox.settingsChanged')
    return { type: entry.type, seq, ref, at, settings: settingsAmong(settingsOf(world, user), entry.keys) }
  const { room } = entry
  const base = { seq, ref, at, room }
  const state = world.rooms.get(room)
  const member = state?.members.get(user)
  if (entry.type === 'inbox.readMoved') {
    const { seq: readSeq, n } = entry.mark
    const stands = state !== undefined && member?.readSeq === readSeq
    return { type: entry.type, ...base, readSeq, n, ...(stands && { mentions: countMentions(state, user, readSeq) }) }
  }
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
