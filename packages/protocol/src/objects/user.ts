import { z } from 'zod'
import { userId } from '../id-schemas.ts'
import { BOUNDS } from '../limits.ts'
import { line } from '../line.ts'
import { VISIBLE } from '../visible-text.ts'

export const handle = z
  .string()
  .regex(
    new RegExp(`^[a-z0-9._-]{${BOUNDS.handleMin},${BOUNDS.handleMax}}$`),
    `must be ${BOUNDS.handleMin} to ${BOUNDS.handleMax} characters of a-z, 0-9, ".", "_" and "-"`,
  )

/** A name people see, of a person or a room: one line with something to see. */
export const displayName = line(BOUNDS.nameMax).regex(VISIBLE, 'must have a visible character')

/** Owner: exactly one. Admins run the place with them; guests see only what they are invited to. */
export const userRole = z.enum(['owner', 'admin', 'member', 'guest'])
export type UserRole = z.infer<typeof userRole>

export const user = z.object({
  id: userId,
  handle,
  name: z.string(),
  kind: z.enum(['human', 'bot', 'guest']),
  role: userRole,
  avatar: z.string().optional(),
})
export type User = z.infer<typeof user>

/** active: here and at it. away: here but idle. dnd: here, not to be disturbed. offline: gone, or wishes to look so. */
export const presenceStatus = z.enum(['active', 'away', 'dnd', 'offline'])
export type PresenceStatus = z.infer<typeof presenceStatus>
/** Status by user id. */
export const presenceMap = z.record(userId, presenceStatus)
export type PresenceMap = Record<string, PresenceStatus>
