import { z } from 'zod'
import { timeAt } from '../id-schemas.ts'

const USES_MAX = 100
const EXPIRES_IN_MS_MIN = 60_000
const EXPIRES_IN_MS_MAX = 30 * 86_400_000

/** `POST /v1/invites`: one use and seven days, unless told otherwise. */
export const inviteCreate = z.strictObject({
  uses: z.int().min(1).max(USES_MAX).optional(),
  expiresInMs: z.int().min(EXPIRES_IN_MS_MIN).max(EXPIRES_IN_MS_MAX).optional(),
})
export type InviteCreate = z.infer<typeof inviteCreate>

/** The code is told once and not stored. */
export const invite = z.object({ code: z.string(), url: z.string(), expiresAt: timeAt, uses: z.int() })
export type Invite = z.infer<typeof invite>
export const inviteReply = z.object({ invite })
