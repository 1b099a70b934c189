import { refuse } from '@natter/protocol'
import type { Refusal } from '@natter/protocol'
import type { Draft, RoomChange, RoomCommandOf, RoomFacts } from '../facts.ts'
import { accessRoom, canModerate } from './room-access.ts'

/** Moderators change name, topic and archival; an archived room takes nothing but its revival. */
export function decideRoomUpdate(facts: RoomFacts, command: RoomCommandOf<'room.update'>): Draft[] | Refusal {
  const access = accessRoom(facts)
  if ('refused' in access) return access
  const { room } = access
  if (room.people !== undefined) return refuse('forbidden', 'A direct conversation has no name, topic or archive.')
  if (!canModerate(access)) return refuse('forbidden', 'Only the owner or a moderator can change this room.')
  if (room.archivedAt !== undefined && command.archived !== false)
    return refuse('archived', 'This room is archived. Revive it first.')
  const change: RoomChange = {}
  if (command.name !== undefined && command.name !== room.name) change.name = command.name
  if (command.topic !== undefined && command.topic !== (room.topic ?? '')) change.topic = command.topic
  if (command.archived !== undefined && command.archived !== (room.archivedAt !== undefined))
    change.archived = command.archived
  return Object.keys(change).length === 0 ? [] : [{ type: 'room.updated', change }]
}
