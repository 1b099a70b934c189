import { z } from 'zod'
import { roomId, seqOrZero, timeAt, userId } from '../id-schemas.ts'
import { announcement } from '../objects/announcement.ts'
import { room } from '../objects/room.ts'
import { presenceMap, user } from '../objects/user.ts'

/** Somebody is typing; `expiresInMs` 0: has stopped. */
const typing = z.object({ type: z.literal('typing'), room: roomId, by: userId, expiresInMs: z.int().min(0) })
/** Marks that moved: user, read seq, delivered seq. The latest counts. */
const receiptsMoved = z.object({
  type: z.literal('receipts.moved'),
  room: roomId,
  marks: z.array(z.tuple([userId, seqOrZero, seqOrZero])),
})
/**
 * A room at level digest has grown. `mentions`: of me, since the last one. `details`: when the room itself changed.
 * `ownAfterN`: the messages after this count are all my own, written elsewhere; a mark that had got there goes on to `n`.
 */
const roomMoved = z.object({
  type: z.literal('room.moved'),
  room: roomId,
  seq: seqOrZero,
  n: z.int().min(0),
  at: timeAt,
  mentions: z.int().min(1).optional(),
  ownAfterN: z.int().min(0).optional(),
  details: room.optional(),
})
const presenceChanged = z.object({ type: z.literal('presence.changed'), presence: presenceMap })
/** Somebody has a new name or role. Everybody who is connected hears of it, whomever they look at. */
const userChanged = z.object({ type: z.literal('user.changed'), user })
const announced = z.object({ type: z.literal('announcement'), announcement })

/** Events nobody stores: the latest wins, a lost one does no harm. `room.moved` carries the head, not a place of its own. */
export const ephemeralEvent = z.discriminatedUnion('type', [
  typing,
  receiptsMoved,
  roomMoved,
  presenceChanged,
  userChanged,
  announced,
])
export type EphemeralEvent = z.infer<typeof ephemeralEvent>
