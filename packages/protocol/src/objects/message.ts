import { z } from 'zod'
import { cid, seq, timeAt, userId } from '../id-schemas.ts'

/** Who reacted, by emoji, in the order of the first of each. */
export const reactions = z.record(z.string(), z.array(userId))
export type Reactions = z.infer<typeof reactions>

/** A message is named by its room and `seq`. A deleted one keeps its numbers and has an empty text and `deletedAt`. */
export const message = z.object({
  seq,
  /** Gapless count of messages in the room, for unread. */
  n: z.int().min(1),
  by: userId,
  at: timeAt,
  cid,
  text: z.string(),
  replyTo: seq.optional(),
  reactions: reactions.optional(),
  editedAt: timeAt.optional(),
  deletedAt: timeAt.optional(),
  pinnedAt: timeAt.optional(),
})
export type Message = z.infer<typeof message>
