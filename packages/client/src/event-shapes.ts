import type { DurableEvent, EphemeralEvent, InboxEvent } from '@natter/protocol'
import { count, isAnnouncement, isMember, isMessage, isRoom, isUser } from './shapes.ts'
import { amount, listOf, mapOf, place, roomId, shape, text, userId } from './shapes.ts'
import type { Check } from './shapes.ts'

const DURABLE = new Map<unknown, Check>([
  ['message.posted', shape({ message: isMessage })],
  ['message.edited', shape({ message: isMessage })],
  ['message.deleted', shape({ message: isMessage })],
  ['reaction.changed', shape({ subject: place, reactions: mapOf(listOf(userId)) })],
  ['message.pinned', shape({ subject: place, pinnedAt: amount })],
  ['message.unpinned', shape({ subject: place })],
  ['member.joined', shape({ member: isMember, members: count })],
  ['member.left', shape({ user: userId, members: count })],
  ['member.updated', shape({ member: isMember })],
  ['room.updated', shape({ details: isRoom })],
])

const INBOX = new Map<unknown, Check>([
  ['inbox.roomAdded', shape({ room: roomId, details: isRoom, member: isMember })],
  ['inbox.roomRemoved', shape({ room: roomId })],
  ['inbox.readMoved', shape({ room: roomId, readSeq: count, n: count })],
])

const mark: Check = (value) => Array.isArray(value) && userId(value[0]) && count(value[1]) && count(value[2])

const EPHEMERAL = new Map<unknown, Check>([
  ['typing', shape({ room: roomId, by: userId, expiresInMs: amount })],
  ['receipts.moved', shape({ room: roomId, marks: listOf(mark) })],
  ['room.moved', shape({ room: roomId, seq: count, n: count, at: amount }, { mentions: count, details: isRoom })],
  ['presence.changed', shape({ presence: mapOf(text) })],
  ['user.changed', shape({ user: isUser })],
  ['announcement', shape({ announcement: isAnnouncement })],
])

const isRoomRow = shape({ type: text, room: roomId, seq: place, ref: text })
const isInboxRow = shape({ type: text, seq: place, ref: text })

/**
 * A row of a room's log; undefined when it is none. One of an unknown type, or of a known type without what belongs to it,
 * is kept as a row that only takes its place: losing the place would be a gap that nothing can fill.
 */
export function readDurable(value: unknown): DurableEvent | undefined {
  if (!isRoomRow(value)) return undefined
  return known(DURABLE, value as DurableEvent)
}

/** A row of the user's own log, in the same way. */
export function readInbox(value: unknown): InboxEvent | undefined {
  if (!isInboxRow(value)) return undefined
  return known(INBOX, value as InboxEvent)
}

/** An event nobody stores; undefined when its type is not known, `malformed` when its type is known and the rest is not right. */
export function readEphemeral(value: Record<string, unknown>): EphemeralEvent | 'malformed' | undefined {
  const check = EPHEMERAL.get(value['type'])
  if (check === undefined) return undefined
  return check(value) ? (value as EphemeralEvent) : 'malformed'
}

function known<E extends { type: string; seq: number; ref: string }>(checks: Map<unknown, Check>, event: E): E {
  const isWhole = checks.get(event.type)?.(event) === true
  // The type of the copy is one that every reader passes over by its `default`.
  return isWhole ? event : { ...event, type: 'unknown' }
}

/** A list out of a reply, without what is no row. */
export function readRows<E>(rows: unknown, read: (value: unknown) => E | undefined): E[] {
  return Array.isArray(rows) ? rows.map(read).filter((row) => row !== undefined) : []
}
