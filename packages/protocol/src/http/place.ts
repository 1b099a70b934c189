import { z } from 'zod'
import { displayName } from '../objects/user.ts'

export const signupMode = z.enum(['open', 'invite', 'closed'])
export type SignupMode = z.infer<typeof signupMode>

/** What a stranger may know before signing in. */
export const place = z.object({
  name: z.string(),
  /** How one gets in. The very first account needs no invite. */
  signup: signupMode,
  /** Whether there is no account yet. */
  empty: z.boolean(),
  version: z.string(),
})
export type Place = z.infer<typeof place>
export const placeReply = z.object({ place })

/** `PATCH /v1/place` */
export const placePatch = z.strictObject({ name: displayName })
export type PlacePatch = z.infer<typeof placePatch>

/** `GET /readyz` */
export const readiness = z.object({ ready: z.boolean(), degraded: z.array(z.string()) })
export type Readiness = z.infer<typeof readiness>
