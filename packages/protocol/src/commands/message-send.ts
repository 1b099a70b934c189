import { z } from 'zod'
import { cid, roomId, seq } from '../id-schemas.ts'
import { BOUNDS } from '../limits.ts'
import { command, written } from './command.ts'

const content = { cid, text: z.string(), replyTo: seq.optional() }

/** Posts one message. The same `cid` again gets the first answer; with another body, `cid_conflict`. */
export const messageSend = command('message.send', { room: roomId, ...content })
export const messageSendReply = written.extend({ n: z.int().min(1) })
export type MessageSendReply = z.infer<typeof messageSendReply>

/** Posts several messages of one room in order, all or none. */
export const messageSendMany = command('message.sendMany', {
  room: roomId,
  items: z.array(z.strictObject(content)).min(1).max(BOUNDS.sendManyItems),
})
export const messageSendManyReply = z.object({ items: z.array(messageSendReply) })
export type MessageSendManyReply = z.infer<typeof messageSendManyReply>
