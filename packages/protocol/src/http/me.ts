import { z } from 'zod'
import { displayName, user } from '../objects/user.ts'
import { password } from './password.ts'

/** `PATCH /v1/me`. A new password ends all other sessions. */
export const meUpdate = z
  .strictObject({ name: displayName.optional(), password: z.strictObject({ old: password, new: password }).optional() })
  .refine((change) => Object.keys(change).length > 0, 'must change something')
export type MeUpdate = z.infer<typeof meUpdate>

export const userReply = z.object({ user })
