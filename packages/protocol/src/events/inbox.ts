import { z } from 'zod'
import { roomId, seq, seqOrZero, timeAt } from '../id-schemas.ts'
import { member } from '../objects/member.ts'
import { room } from '../objects/room.ts'

function userEvent<Type extends string, Fields extends z.ZodRawShape>(type: Type, fields: Fields) {
  return z.object({ type: z.literal(type), seq, ref: z.string(), at: timeAt, ...fields })
}

/** One row of a user's own log; `seq` counts in that log. */
export const inboxEvent = z.discriminatedUnion('type', [
  userEvent('inbox.roomAdded', { room: roomId, details: room, member }),
  userEvent('inbox.roomRemoved', { room: roomId }),
  /** `mentions`: of me, after the mark, as they are now; left out where it has moved on since. */
  userEvent('inbox.readMoved', {
    room: roomId,
    readSeq: seqOrZero,
    n: z.int().min(0),
    mentions: z.int().min(0).optional(),
  }),
  /** What was changed, as it is now; `null` was removed. */
  userEvent('inbox.settingsChanged', { settings: z.record(z.string(), z.unknown()) }),
])
export type InboxEvent = z.infer<typeof inboxEvent>
