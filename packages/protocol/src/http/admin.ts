import { z } from 'zod'
import { timeAt, userId } from '../id-schemas.ts'
import { BOUNDS } from '../limits.ts'
import { announcement } from '../objects/announcement.ts'
import { user } from '../objects/user.ts'
import { queryInt } from './query.ts'

const ANNOUNCED_FOR_MS_MIN = 1_000
const ANNOUNCED_FOR_MS_MAX = 30 * 86_400_000

/** `POST /v1/admin/announcements`: shown to everybody for an hour, unless told otherwise. */
export const announcementPost = z.strictObject({
  text: z.string().trim().min(1).max(BOUNDS.announcementMax),
  forMs: z.int().min(ANNOUNCED_FOR_MS_MIN).max(ANNOUNCED_FOR_MS_MAX).optional(),
})
export const announcementReply = z.object({ announcement })

/** One client that is connected, by whichever transport. */
export const connectionInfo = z.object({
  id: z.string(),
  user: userId,
  handle: z.string(),
  address: z.string(),
  client: z.string(),
  device: z.string(),
  since: timeAt,
  transport: z.enum(['websocket', 'stream', 'poll']),
  rooms: z.int(),
  queuedBytes: z.int(),
})
export type ConnectionInfo = z.infer<typeof connectionInfo>
export const connectionsReply = z.object({ connections: z.array(connectionInfo) })

/** An account as admins see it. */
export const account = z.object({ user, createdAt: timeAt, disabledAt: timeAt.optional() })
export type Account = z.infer<typeof account>
export const accountsQuery = z.strictObject({
  after: userId.optional(),
  limit: queryInt(1, BOUNDS.usersPage).optional(),
})
export const accountsPage = z.object({ users: z.array(account), more: z.boolean() })
export type AccountsPage = z.infer<typeof accountsPage>

/** `PATCH /v1/admin/users/:user`. Who becomes or stops being an admin is the owner's to say. */
export const accountPatch = z
  .strictObject({ role: z.enum(['admin', 'member', 'guest']).optional(), disabled: z.boolean().optional() })
  .refine((change) => Object.keys(change).length > 0, 'must change something')
export type AccountPatch = z.infer<typeof accountPatch>
