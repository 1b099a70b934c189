import { noSuchRoom, refuse } from '@natter/protocol'
import type { Refusal, Room, User } from '@natter/protocol'
import type { Membership, RoomFacts } from '../facts.ts'

declare const granted: unique symbol

/** The right to read one room as one of its members. Only `accessRoom` grants it. */
export interface Access {
  readonly room: Room
  readonly user: User
  readonly membership: Membership
  readonly [granted]: true
}

/** Whether somebody who is not a member may know of a room and join it. */
export function mayDiscover(user: User, room: Room): boolean {
  return room.kind === 'public' && user.role !== 'guest'
}

/** Grants access to members. Others hear `not_member` of rooms they could join, and of the rest that there is no such room. */
export function accessRoom(facts: Pick<RoomFacts, 'room' | 'membership'> & { actor: User }): Access | Refusal {
  const { room, actor, membership } = facts
  if (room === undefined) return noSuchRoom()
  if (membership !== undefined) return { room, user: actor, membership } as Access
  if (mayDiscover(actor, room)) return refuse('not_member', 'You are not a member of this room. Join it first.')
  return noSuchRoom()
}

/** The same for those who want to change something: an archived room is read-only. */
export function accessToWrite(facts: RoomFacts): Access | Refusal {
  const access = accessRoom(facts)
  if ('refused' in access || access.room.archivedAt === undefined) return access
  return refuse('archived', 'This room is archived and read-only.')
}

/** Whether a member may remove others' messages, remove people and change the room. */
export function canModerate(access: Access): boolean {
  const { role } = access.membership
  return role === 'owner' || role === 'moderator' || access.user.role === 'owner' || access.user.role === 'admin'
}
