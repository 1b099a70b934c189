import type { z } from 'zod'
import type { roomId, sessionId, userId } from './id-schemas.ts'

/** A room: `rm_` and 4 to 40 letters or digits. */
export type RoomId = z.infer<typeof roomId>
/** A user: `us_` and 4 to 40 letters or digits. */
export type UserId = z.infer<typeof userId>
/** A signed-in session: `se_` and 4 to 40 letters or digits. */
export type SessionId = z.infer<typeof sessionId>
/** Client-minted key of one write: 1 to 64 of `A-Za-z0-9_-.:`; clients mint 128 random bits. */
export type Cid = string

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** Text of `length` base-62 characters from `bytes`, which must be uniformly random or a hash. Throws a RangeError if there are fewer bytes. */
export function base62(bytes: Uint8Array, length: number): string {
  if (bytes.length < length) throw new RangeError(`${length} characters need as many bytes, got ${bytes.length}`)
  let text = ''
  // A byte modulo 62 favours the first eight letters by a quarter: 5.95 bits a character instead of 5.954.
  for (let i = 0; i < length; i++) text += ALPHABET[(bytes[i] ?? 0) % 62]
  return text
}

/** Whether `text` has the shape of a room id. */
export function isRoomId(text: string): text is RoomId {
  return ROOM_ID.test(text)
}

/** Whether `text` has the shape of a user id. */
export function isUserId(text: string): text is UserId {
  return USER_ID.test(text)
}

export const ROOM_ID = /^rm_[0-9A-Za-z]{4,40}$/
export const USER_ID = /^us_[0-9A-Za-z]{4,40}$/
export const SESSION_ID = /^se_[0-9A-Za-z]{4,40}$/
export const CID = /^[A-Za-z0-9_.:-]{1,64}$/
