import { z } from 'zod'
import { roomId, seq, timeAt } from '../id-schemas.ts'
import { BOUNDS } from '../limits.ts'
import { message } from '../objects/message.ts'
import { command } from './command.ts'

const page = {
  before: seq.optional(),
  after: z.int().min(0).optional(),
  around: seq.optional(),
  /** The page that begins at this time. */
  at: timeAt.optional(),
  limit: z.int().min(1).max(BOUNDS.historyPage).optional(),
}

/**
 * A page of messages: the newest, or those before, after or around a `seq`, or from a time on (at most one of them). `before`
 * and `after` leave out the seq itself. Where clocks went back, a time may be passed more than once: then at any of them.
 */
export const history = command('history', { room: roomId, ...page }).refine(
  ({ before, after, around, at }) => [before, after, around, at].filter((place) => place !== undefined).length <= 1,
  'takes only one of "before", "after", "around" and "at"',
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
