import type { Route } from './route.ts'
import { accountRoutes } from './routes/accounts.ts'
import { adminRoutes } from './routes/admin.ts'
import { commandRoutes } from './routes/commands.ts'
import { inviteRoutes } from './routes/invites.ts'
import { memberRoutes } from './routes/members.ts'
import { meRoutes } from './routes/me.ts'
import { messageRoutes } from './routes/messages.ts'
import { placeRoutes } from './routes/place.ts'
import { roomRoutes } from './routes/rooms.ts'
import { sessionRoutes } from './routes/sessions.ts'
import { userRoutes } from './routes/users.ts'

/** Every route, in the order of the documentation. */
export const ROUTES: readonly Route[] = [
  ...placeRoutes,
  ...accountRoutes,
  ...sessionRoutes,
  ...meRoutes,
  ...inviteRoutes,
  ...userRoutes,
  ...roomRoutes,
  ...memberRoutes,
  ...messageRoutes,
  ...commandRoutes,
  ...adminRoutes,
]
