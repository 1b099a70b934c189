import { z } from 'zod'
import { CID, ROOM_ID, SESSION_ID, USER_ID } from './ids.ts'

// The template-literal types are born here; the pattern is what makes them true.
export const roomId = z
  .string()
  .regex(ROOM_ID, 'must be a room id: "rm_" and 4 to 40 letters or digits') as unknown as z.ZodType<
  `rm_${string}`,
  string
>
export const userId = z
  .string()
  .regex(USER_ID, 'must be a user id: "us_" and 4 to 40 letters or digits') as unknown as z.ZodType<
  `us_${string}`,
  string
>
export const sessionId = z
  .string()
  .regex(SESSION_ID, 'must be a session id: "se_" and 4 to 40 letters or digits') as unknown as z.ZodType<
  `se_${string}`,
  string
>
export const cid = z.string().regex(CID, 'must be 1 to 64 characters of A-Z, a-z, 0-9, "-", ".", ":" and "_"')
/** A place in a log: 1 or more. */
export const seq = z.int().min(1)
/** A place that may be the empty beginning. */
export const seqOrZero = z.int().min(0)
/** Where a reader stands: the last `seq` it has, and that row's `ref`. */
export const cursor = z.tuple([seqOrZero, z.string().max(16)])
/** `null` or absent: from fresh. */
export const cursorOrFresh = cursor.nullable()
/** Milliseconds since the epoch. */
export const timeAt = z.int().min(0)
