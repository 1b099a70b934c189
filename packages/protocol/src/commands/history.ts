import { z } from 'zod'
import { roomId, seq } from '../id-schemas.ts'
import { BOUNDS } from '../limits.ts'
import { message } from '../objects/message.ts'
import { command } from './command.ts'

const page = {
  before: seq.optional(),
  after: z.int().min(0).optional(),
  around: seq.optional(),
  limit: z.int().min(1).max(BOUNDS.historyPage).optional(),
}

/** A page of messages: the newest, or those before, after or around a `seq` (at most one of the three). `before` and `after` leave out the seq itself. */
export const history = command('history', { room: roomId, ...page }).refine(
  ({ before, after, around }) => [before, after, around].filter((place) => place !== undefined).length <= 1,
  'takes only one of "before", "after" and "around"',
)

export const historyReply = z.object({
  /** Oldest first. */
  messages: z.array(message),
  /** Whether there is more in the direction asked (with `around`: older). */
  more: z.boolean(),
  /** Only with `around`: whether there is more after. */
  moreAfter: z.boolean().optional(),
})
export type HistoryReply = z.infer<typeof historyReply>
