import type { Room, User, UserId } from '@natter/protocol'
import { othersOf } from '../room/room-title.ts'

/** The people whose conversation with the reader is not among the rooms: those stand there already. */
export function peopleBeyond(users: readonly User[], rooms: readonly Room[], self: UserId | undefined): User[] {
  const there = new Set(rooms.flatMap((room) => (room.kind === 'direct' ? othersOf(room, self) : [])))
  return users.filter(({ id }) => !there.has(id))
}
