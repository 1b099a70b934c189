import type { CatchUp, CommandType, DigestEntry, HelloReply, UserCatchUp } from '@natter/protocol'
import { readDurable, readInbox, readRows } from './event-shapes.ts'
import { amount, count, flag, isCursor, isMember, isMessage, isRecord, isRoom, isUser } from './shapes.ts'
import { listOf, mapOf, place, roomId, shape, text } from './shapes.ts'
import type { Check } from './shapes.ts'

const written = { seq: place, ref: text, at: amount, duplicate: flag }
const sent = shape({ ...written, n: place })
const withRoom = shape({ ...written, room: isRoom })
const receipt = shape({ user: text, readSeq: count, deliveredSeq: count })

/** What the `ok` of a command must hold to be used; the rest may hold anything. Catch-ups are read by their own functions. */
const OK = new Map<CommandType, Check>([
  ['session.renew', shape({ expiresAt: amount })],
  ['sync', shape({ rooms: isRecord })],
  ['message.send', sent],
  ['message.sendMany', shape({ items: listOf(sent) })],
  ['message.edit', shape(written)],
  ['message.delete', shape(written)],
  ['reaction.add', shape(written)],
  ['reaction.remove', shape(written)],
  ['history', shape({ messages: listOf(isMessage), more: flag }, { moreAfter: flag })],
  ['read', shape({ seq: count, n: count })],
  ['receipts', shape({ receipts: listOf(receipt), more: flag })],
  ['room.create', withRoom],
  ['room.update', withRoom],
  ['dm.open', withRoom],
  ['presence.watch', shape({ presence: mapOf(text) })],
  ['members', shape({ members: listOf(isMember), users: listOf(isUser), more: flag })],
  ['users', shape({ users: listOf(isUser) })],
  ['rooms', shape({ rooms: listOf(isRoom) })],
])

/** Whether an `ok` can be used as the reply to a command of this type. */
export function isReplyTo(type: CommandType, ok: unknown): boolean {
  return (OK.get(type) ?? isRecord)(ok)
}

const isDelta = shape({ upTo: isCursor, events: Array.isArray })
const isReset = shape({ upTo: isCursor, room: isRoom, member: isMember, messages: listOf(isMessage) })
const isUserReset = shape({ upTo: isCursor, rooms: Array.isArray })
const isRoomOfMine = shape({ room: isRoom, member: isMember })

/** A room's catch-up; undefined when it is none. */
export function readCatchUp(value: unknown): CatchUp | undefined {
  if (!isRecord(value)) return undefined
  if (value['mode'] === 'reset') return isReset(value) ? (value as CatchUp) : undefined
  if (value['mode'] !== 'delta' || !isDelta(value)) return undefined
  return { ...(value as CatchUp & { mode: 'delta' }), events: readRows(value['events'], readDurable) }
}

/** The catch-up of one's own log; undefined when it is none. */
export function readUserCatchUp(value: unknown): UserCatchUp | undefined {
  if (!isRecord(value)) return undefined
  if (value['mode'] === 'reset' && isUserReset(value)) {
    const reset = value as UserCatchUp & { mode: 'reset' }
    return { ...reset, rooms: reset.rooms.filter(isRoomOfMine) }
  }
  if (value['mode'] !== 'delta' || !isDelta(value)) return undefined
  return { ...(value as UserCatchUp & { mode: 'delta' }), events: readRows(value['events'], readInbox) }
}

const isHello = shape({
  epoch: text,
  nowAt: amount,
  expiresAt: amount,
  pingEveryMs: amount,
  limits: isRecord,
  self: isUser,
  rooms: isRecord,
  digest: Array.isArray,
  announcements: Array.isArray,
})

const isDigestEntry = (value: unknown): value is DigestEntry =>
  Array.isArray(value) && value.length >= 6 && roomId(value[0]) && value.slice(1).every(count)

/** The reply to `hello`, its rooms not yet looked at; undefined when it cannot be used. */
export function readHello(value: unknown): HelloReply | undefined {
  if (!isHello(value)) return undefined
  const hello = value as HelloReply
  const user = readUserCatchUp(hello.user)
  return user && { ...hello, user, digest: hello.digest.filter(isDigestEntry) }
}
