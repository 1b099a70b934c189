import { z } from 'zod'
import { messageEdit } from '../commands/message-edit.ts'
import { messageSend } from '../commands/message-send.ts'
import { cid } from '../id-schemas.ts'
import { BOUNDS } from '../limits.ts'
import { queryInt } from './query.ts'

const place = queryInt(1, Number.MAX_SAFE_INTEGER).optional()

/** `GET /v1/rooms/:room/messages`: the newest page, or the one before, after or around a `seq`. Oldest first. */
export const messagesQuery = z
  .strictObject({
    before: place,
    after: queryInt(0, Number.MAX_SAFE_INTEGER).optional(),
    around: place,
    limit: queryInt(1, BOUNDS.historyPage).optional(),
  })
  .refine(
    ({ before, after, around }) => [before, after, around].filter((each) => each !== undefined).length <= 1,
    'takes one of before, after, around',
  )

/** `POST /v1/rooms/:room/messages`. The `cid` may stand in the header `Idempotency-Key` instead; one of both must be there. */
export const messagePost = messageSend.omit({ id: true, type: true, room: true }).extend({ cid: cid.optional() })
/** `PATCH /v1/rooms/:room/messages/:seq` */
export const messagePatch = messageEdit
  .omit({ id: true, type: true, room: true, seq: true })
  .extend({ cid: cid.optional() })
