import { z } from 'zod'
import { atMost } from '../at-most.ts'
import { roomId, seqOrZero, userId } from '../id-schemas.ts'
import { BOUNDS } from '../limits.ts'
import { command, nothing } from './command.ts'

/** Says up to where messages have reached this device. Cumulative; at most one a second. */
export const delivered = command('delivered', { marks: atMost(BOUNDS.syncRooms, z.record(roomId, seqOrZero)) })
export const deliveredReply = nothing

/** Moves one's read mark forward; `force` may move it back ("mark unread"). */
export const read = command('read', { room: roomId, seq: seqOrZero, force: z.boolean().optional() })
/** Where the mark now stands, and how many messages after it mention me. */
export const readReply = z.object({ seq: seqOrZero, n: z.int().min(0), mentions: z.int().min(0).optional() })

/** Who has read at least as far as `seq`, by user id, paged by `after`. */
export const receipts = command('receipts', {
  room: roomId,
  seq: seqOrZero,
  after: userId.optional(),
  limit: z.int().min(1).max(BOUNDS.receiptsPage).optional(),
})
export const receiptsReply = z.object({
  receipts: z.array(z.object({ user: userId, readSeq: seqOrZero, deliveredSeq: seqOrZero })),
  more: z.boolean(),
})
export type ReceiptsReply = z.infer<typeof receiptsReply>
