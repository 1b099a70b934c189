import type { Natter, Room, User, UserId } from '@natter/client'
import type { Io } from './io.ts'
import { waitFor } from './wait-for.ts'

/** People that nobody has heard of are given up on after this long. */
const USER_WAIT_MS = 5_000

/** How a room is called in lists and can be named in commands: `#name`, or the handles of a direct conversation. */
export function roomLabel(room: Room, self: UserId, handles: ReadonlyMap<UserId, string>): string {
  if (room.people === undefined) return `#${room.name ?? room.id}`
  const others = room.people.filter((user) => user !== self)
  const shown = others.length === 0 ? room.people : others
  return shown.map((user) => `@${handles.get(user) ?? user}`).join(', ')
}

/** The handles of people by id; those that do not answer in time are left out. */
export async function handlesOf(io: Io, natter: Natter, ids: Iterable<UserId>): Promise<Map<UserId, string>> {
  const users = await Promise.all(
    Array.from(new Set(ids), (id) =>
      waitFor<User | undefined>(io, natter.user(id), (user) => user !== undefined, USER_WAIT_MS),
    ),
  )
  return new Map(users.filter((user) => user !== undefined).map((user) => [user.id, user.handle]))
}
