import type { MethodsOn, ReadMethods } from '../methods.ts'
import type { Sql } from '../sql.ts'
import {
  accountByHandle,
  accountById,
  isEmpty,
  listAccounts,
  placeName,
  sessionByAccess,
  sessionsOf,
} from './accounts.ts'
import { catchUp, eventsAfter, heads } from './catch-up.ts'
import { findUsers, publicRooms, roomsById, roomsOf, usersById } from './directory.ts'
import { greet } from './greet.ts'
import { history } from './history.ts'
import { members, receipts, roomFor } from './members.ts'
import { userCatchUp } from './user-catch-up.ts'
import { versions } from './versions.ts'

export const READ_METHODS: MethodsOn<Sql, ReadMethods> = {
  greet,
  catchUp,
  userCatchUp,
  history,
  versions,
  receipts,
  members,
  roomsById,
  roomsOf,
  publicRooms,
  roomFor,
  usersById,
  findUsers,
  heads,
  eventsAfter,
  isEmpty,
  accountByHandle,
  accountById,
  listAccounts,
  sessionByAccess,
  sessionsOf,
  placeName,
}
