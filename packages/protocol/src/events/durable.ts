import { z } from 'zod'
import { cid, roomId, seq, timeAt, userId } from '../id-schemas.ts'
import { member } from '../objects/member.ts'
import { message, reactions } from '../objects/message.ts'
import { room } from '../objects/room.ts'

function roomEvent<Type extends string, Fields extends z.ZodRawShape>(type: Type, fields: Fields) {
  return z.object({
    type: z.literal(type),
    room: roomId,
    seq,
    ref: z.string(),
    at: timeAt,
    /** Who did it. */
    by: userId,
    cid: cid.optional(),
    ...fields,
  })
}

export const messagePosted = roomEvent('message.posted', { message })
export const messageEdited = roomEvent('message.edited', { message })
/** `message` is the tombstone. */
export const messageDeleted = roomEvent('message.deleted', { message })
/** The whole reaction map of the message `subject`; empty when the last one was taken back. */
export const reactionChanged = roomEvent('reaction.changed', { subject: seq, reactions })
export const messagePinned = roomEvent('message.pinned', { subject: seq, pinnedAt: timeAt })
export const messageUnpinned = roomEvent('message.unpinned', { subject: seq })
/** `members` is the count after it. `by` differs from `member.user` where somebody was brought in. */
export const memberJoined = roomEvent('member.joined', { member, members: z.int() })
/** `by` differs from `user` where somebody was put out. */
export const memberLeft = roomEvent('member.left', { user: userId, members: z.int() })
export const memberUpdated = roomEvent('member.updated', { member })
/** Also the first row of every room: its making. */
export const roomUpdated = roomEvent('room.updated', { details: room })

/** One row of a room's log. Carries the resulting state, so applying it twice is harmless. */
export const durableEvent = z.discriminatedUnion('type', [
  messagePosted,
  messageEdited,
  messageDeleted,
  reactionChanged,
  messagePinned,
  messageUnpinned,
  memberJoined,
  memberLeft,
  memberUpdated,
  roomUpdated,
])
export type DurableEvent = z.infer<typeof durableEvent>
export type DurableEventType = DurableEvent['type']
