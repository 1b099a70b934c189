import type { Room, UserId } from '@natter/protocol'
import { say } from '../words/say.ts'

/** What people call a room: its name, or the names of the others in it. Undefined while those are not known. */
export function roomTitle(
  room: Room,
  self: UserId | undefined,
  nameOf: (user: UserId) => string | undefined,
): string | undefined {
  if (room.people === undefined) return room.name ?? say('room.unnamed')
  const others = othersOf(room, self)
  const [only = self] = others
  if (others.length === 0) return only === undefined ? undefined : own(nameOf(only))
  const names = others.map(nameOf)
  return names.includes(undefined) ? undefined : names.join(', ')
}

/** The people of a conversation without the reader. */
export function othersOf(room: Room, self: UserId | undefined): UserId[] {
  return (room.people ?? []).filter((user) => user !== self)
}

function own(name: string | undefined): string | undefined {
  return name === undefined ? undefined : say('room.you', { name })
}
