import { z } from 'zod'
import { timeAt } from '../id-schemas.ts'
import { displayName, handle, user } from '../objects/user.ts'
import { password } from './password.ts'

/** The commonest mistake is told first: telephones begin words in upper case. A dot at the end of a mention ends a sentence. */
const newHandle = z
  .string()
  .regex(/^[^A-Z]*$/, 'must be in lower case')
  .and(handle.regex(/[a-z0-9]$/, 'must end in a letter or a digit'))

/** A code that lets somebody in: `niv_` and 43 characters. */
export const inviteCode = z.string().min(1).max(128)

/** `POST /v1/accounts`: signs up, and in. The first account needs no invite and becomes the owner. */
export const accountCreate = z.strictObject({
  handle: newHandle,
  password,
  /** What people see; the handle where it is absent. */
  name: displayName.optional(),
  invite: inviteCode.optional(),
})
export type AccountCreate = z.infer<typeof accountCreate>

/** What a signed-in client holds: an access token for about an hour, and a refresh token that gets the next pair, once. */
export const signedIn = z.object({ user, accessToken: z.string(), expiresAt: timeAt, refreshToken: z.string() })
export type SignedIn = z.infer<typeof signedIn>
