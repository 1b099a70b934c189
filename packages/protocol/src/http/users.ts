import { z } from 'zod'
import { userId } from '../id-schemas.ts'
import { BOUNDS } from '../limits.ts'
import { user } from '../objects/user.ts'
import { queryInt, searchText } from './query.ts'

/** `GET /v1/users`: people whose handle begins with `q` or whose name holds it, by user id. */
export const usersQuery = z.strictObject({
  q: searchText.optional(),
  after: userId.optional(),
  limit: queryInt(1, BOUNDS.usersPage).optional(),
})
export const usersPage = z.object({ users: z.array(user), more: z.boolean() })
export type UsersPage = z.infer<typeof usersPage>
