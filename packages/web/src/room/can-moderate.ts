import type { Member, User } from '@natter/protocol'

/** Whether somebody may remove others' messages and people, and change the room. The server has the last word. */
export function canModerate(member: Member | undefined, user: User | undefined): boolean {
  if (member === undefined) return false
  return member.role !== 'member' || user?.role === 'owner' || user?.role === 'admin'
}
