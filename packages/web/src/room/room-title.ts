import type { Room, UserId } from '@natter/protocol'

/** What people call a room: its name, or the names of the others in it. Undefined while those are not known. */
export function roomTitle(
  room: Room,
  self: UserId | undefined,
  nameOf: (user: UserId) => string | undefined,
): string | undefined {
  if (room.people === undefined) return room.name ?? 'Unnamed room'
  const others = othersOf(room, self)
  const [only = self] = others
  if (others.length === 0) return only === undefined ? undefined : suffixed(nameOf(only), ' (you)')
  const names = others.map(nameOf)
  return names.includes(undefined) ? undefined : names.join(', ')
}

/** The people of a conversation without the reader. */
export function othersOf(room: Room, self: UserId | undefined): UserId[] {
  return (room.people ?? []).filter((user) => user !== self)
}

function suffixed(text: string | undefined, suffix: string): string | undefined {
  return text === undefined ? undefined : text + suffix
}
