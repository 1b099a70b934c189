import type { Route } from './route.ts'
import { accountRoutes } from './routes/accounts.ts'
import { adminRoutes } from './routes/admin.ts'
import { commandRoutes } from './routes/commands.ts'
import { fallbackRoutes } from './routes/fallback.ts'
import { inviteRoutes } from './routes/invites.ts'
import { memberRoutes } from './routes/members.ts'
import { meRoutes } from './routes/me.ts'
import { messageRoutes } from './routes/messages.ts'
import { placeRoutes } from './routes/place.ts'
import { roomRoutes } from './routes/rooms.ts'
import { sessionRoutes } from './routes/sessions.ts'
import { userRoutes } from './routes/users.ts'

/** Every route by what it is about, in the order of the documentation. */
export const ROUTE_GROUPS: Readonly<Record<string, readonly Route[]>> = {
  place: placeRoutes,
  accounts: [...accountRoutes, ...meRoutes, ...inviteRoutes],
  sessions: sessionRoutes,
  people: userRoutes,
  rooms: roomRoutes,
  members: memberRoutes,
  messages: messageRoutes,
  commands: [...commandRoutes, ...fallbackRoutes],
  administration: adminRoutes,
}

export const ROUTES: readonly Route[] = Object.values(ROUTE_GROUPS).flat()
