import { z } from 'zod'
import { messageEdit } from '../commands/message-edit.ts'
import { messageSend } from '../commands/message-send.ts'
import { cid, timeAt, userId } from '../id-schemas.ts'
import { BOUNDS } from '../limits.ts'
import { queryInt } from './query.ts'

const place = queryInt(1, Number.MAX_SAFE_INTEGER).optional()

/** `GET /v1/rooms/:room/messages`: the newest page, or the one before, after or around a `seq`, or from a time on. Oldest first. */
export const messagesQuery = z
  .strictObject({
    before: place,
    after: queryInt(0, Number.MAX_SAFE_INTEGER).optional(),
    around: place,
    at: queryInt(0, Number.MAX_SAFE_INTEGER).optional(),
    limit: queryInt(1, BOUNDS.historyPage).optional(),
  })
  .refine(
    ({ before, after, around, at }) => [before, after, around, at].filter((each) => each !== undefined).length <= 1,
    'takes one of before, after, around, at',
  )

/** `POST /v1/rooms/:room/messages`. The `cid` may stand in the header `Idempotency-Key` instead; one of both must be there. */
export const messagePost = messageSend.omit({ id: true, type: true, room: true }).extend({ cid: cid.optional() })
/** `PATCH /v1/rooms/:room/messages/:seq` */
export const messagePatch = messageEdit
  .omit({ id: true, type: true, room: true, seq: true })
  .extend({ cid: cid.optional() })

/** One text that a message has had. */
export const messageVersion = z.object({ text: z.string(), at: timeAt, by: userId })
export type MessageVersion = z.infer<typeof messageVersion>
/** `GET /v1/rooms/:room/messages/:seq/versions`: oldest first, at most 100; `more`: the oldest are left out. None of a deleted message. */
export const versionsReply = z.object({ versions: z.array(messageVersion), more: z.boolean() })
export type VersionsReply = z.infer<typeof versionsReply>
