import type { Member, Room, User } from '@natter/protocol'

/** Whether somebody may bring others into a room: its members but guests, as long as its people can change. The server has the last word. */
export function canInvite(room: Room, member: Member | undefined, user: User | undefined): boolean {
  const isOpen = room.people === undefined && room.archivedAt === undefined
  return isOpen && member !== undefined && user !== undefined && user.role !== 'guest'
}
