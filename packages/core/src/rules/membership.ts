import { refuse } from '@natter/protocol'
import type { Refusal } from '@natter/protocol'
import type { Draft, RoomCommandOf, RoomFacts } from '../facts.ts'
import { accessRoom, accessToWrite, canModerate } from './room-access.ts'

/** Anybody but guests enters public rooms; entering twice changes nothing. */
export function decideRoomJoin(facts: RoomFacts): Draft[] | Refusal {
  const { room, actor, membership } = facts
  if (membership !== undefined) return []
  const access = accessRoom(facts)
  if ('refused' in access && access.refused.code !== 'not_member') return access
  if (room?.archivedAt !== undefined) return refuse('archived', 'This room is archived and takes no new members.')
  return [{ type: 'member.joined', user: actor.id, role: 'member' }]
}

/** Members leave at will, but not a direct conversation. */
export function decideRoomLeave(facts: RoomFacts): Draft[] | Refusal {
  const access = accessRoom(facts)
  if ('refused' in access) return access
  if (access.room.people !== undefined) return fixedPeople()
  return [{ type: 'member.left', user: facts.actor.id }]
}

/** Members, but not guests, bring others in. */
export function decideRoomInvite(facts: RoomFacts, command: RoomCommandOf<'room.invite'>): Draft[] | Refusal {
  const access = accessToWrite(facts)
  if ('refused' in access) return access
  if (access.room.people !== undefined) return fixedPeople()
  if (facts.actor.role === 'guest') return refuse('forbidden', 'Guests cannot invite people.')
  const target = facts.people.get(command.user)
  if (target === undefined) return noSuchUser()
  return target.membership === undefined ? [{ type: 'member.joined', user: command.user, role: 'member' }] : []
}

/** Moderators put others out; the room's owner goes only by the hand of an owner or admin of the place. */
export function decideRoomRemove(facts: RoomFacts, command: RoomCommandOf<'room.remove'>): Draft[] | Refusal {
  const access = accessRoom(facts)
  if ('refused' in access) return access
  if (access.room.people !== undefined) return fixedPeople()
  if (command.user === facts.actor.id) return [{ type: 'member.left', user: command.user }]
  if (!canModerate(access))
    return refuse('forbidden', 'Only the owner or a moderator can remove people from this room.')
  const target = facts.people.get(command.user)
  if (target?.membership === undefined) return noSuchUser()
  const byPlace = facts.actor.role === 'owner' || facts.actor.role === 'admin'
  if (target.membership.role === 'owner' && !byPlace && access.membership.role !== 'owner')
    return refuse('forbidden', 'The owner of the room cannot be removed by a moderator.')
  return [{ type: 'member.left', user: command.user }]
}

function fixedPeople(): Refusal {
  return refuse('forbidden', 'The people of a direct conversation do not change. Open another one.')
}

function noSuchUser(): Refusal {
  return refuse('not_found', 'There is no such person here.', { field: 'user' })
}
