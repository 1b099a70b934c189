import { z } from 'zod'
import { sessionId, timeAt } from '../id-schemas.ts'
import { password } from './password.ts'

/** `POST /v1/sessions`: signs in. Upper case in the handle is forgiven, for the sake of telephones. */
export const sessionCreate = z.strictObject({ handle: z.string().min(1).max(64), password })
export type SessionCreate = z.infer<typeof sessionCreate>

/** `POST /v1/sessions/renew`: the next pair of tokens; browsers leave the token out and send their cookie. */
export const sessionsRenew = z.strictObject({ refreshToken: z.string().min(1).max(512).optional() })

/** One signed-in device. */
export const sessionInfo = z.object({
  id: sessionId,
  createdAt: timeAt,
  lastSeenAt: timeAt,
  expiresAt: timeAt,
  device: z.string(),
  address: z.string(),
  /** Whether it is the one that asks. */
  current: z.boolean(),
})
export type SessionInfo = z.infer<typeof sessionInfo>

export const sessionsReply = z.object({ sessions: z.array(sessionInfo) })

/** `POST /v1/tickets`: lets one socket in as this session, once, within 30 s: `/v1/ws?ticket=…`. */
export const ticketReply = z.object({ ticket: z.string(), expiresAt: timeAt })
export type TicketReply = z.infer<typeof ticketReply>
