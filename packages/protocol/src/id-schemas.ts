import { z } from 'zod'
import { CID, ROOM_ID, SESSION_ID, USER_ID } from './ids.ts'

export const roomId = idSchema<'rm'>(ROOM_ID, 'a room id: "rm_"')
export const userId = idSchema<'us'>(USER_ID, 'a user id: "us_"')
export const sessionId = idSchema<'se'>(SESSION_ID, 'a session id: "se_"')
const nameCharacters = 'must be 1 to 64 characters of A-Z, a-z, 0-9, "-", ".", ":" and "_"'
export const cid = z.string().regex(CID, nameCharacters)
/** A device, as it names itself for good. */
export const device = z.string().regex(CID, nameCharacters)
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

// The template-literal types are born here; the pattern is what makes them true.
function idSchema<Prefix extends string>(pattern: RegExp, what: string): z.ZodType<`${Prefix}_${string}`, string> {
  const schema = z.string().regex(pattern, `must be ${what} and 4 to 40 letters or digits`)
  return schema as unknown as z.ZodType<`${Prefix}_${string}`, string>
}
