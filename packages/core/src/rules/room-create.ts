import { refuse } from '@natter/protocol'
import type { Refusal, RoomId, UserId } from '@natter/protocol'
import type { Draft, NewRoom, RoomCommandOf, RoomFacts } from '../facts.ts'

/** Everybody but guests makes rooms; the maker becomes the room's owner. */
export function decideRoomCreate(
  facts: RoomFacts,
  command: RoomCommandOf<'room.create'>,
  id: RoomId,
): Draft[] | Refusal {
  if (facts.actor.role === 'guest') return refuse('forbidden', 'Guests cannot create rooms.')
  // The id follows from maker and cid, and the cid was not found in the log: only a hash collision comes here.
  if (facts.room !== undefined) return refuse('conflict', 'This room exists already. Try again with a new cid.')
  const room: NewRoom = {
    id,
    kind: command.kind,
    name: command.name,
    ...definedTopic(command.topic),
    ...(command.slug === undefined ? {} : { slug: command.slug }),
  }
  return [
    { type: 'room.created', room },
    { type: 'member.joined', user: facts.actor.id, role: 'owner' },
  ]
}

/** The room of exactly these people; nothing to do where it is there already. */
export function decideDmOpen(facts: RoomFacts, command: RoomCommandOf<'dm.open'>, id: RoomId): Draft[] | Refusal {
  if (facts.actor.role === 'guest') return refuse('forbidden', 'Guests cannot start conversations.')
  const unknown = command.users.find((user) => !facts.people.has(user))
  if (unknown !== undefined) return refuse('not_found', 'One of these people does not exist.', { field: 'users' })
  if (facts.room !== undefined) return []
  const people = directPeople(facts.actor.id, command.users)
  return [
    { type: 'room.created', room: { id, kind: people.length > 2 ? 'group' : 'direct', people } },
    ...people.map((user): Draft => ({ type: 'member.joined', user, role: 'member' })),
  ]
}

/** Everybody in a direct room, each once, in an order that does not depend on who opened it. */
export function directPeople(actor: UserId, others: readonly UserId[]): UserId[] {
  return [...new Set([actor, ...others])].toSorted()
}

function definedTopic(topic: string | undefined): { topic?: string } {
  return topic === undefined || topic === '' ? {} : { topic }
}
