import { refuse } from '@natter/protocol'
import type { Limits, Message, Refusal } from '@natter/protocol'
import type { Draft, RoomCommandOf, RoomFacts } from '../facts.ts'
import { accessToWrite, canModerate } from './room-access.ts'
import type { Access } from './room-access.ts'
import { refusedText } from './message-text.ts'

/** Authors edit their own messages; the same text again changes nothing. */
export function decideMessageEdit(
  facts: RoomFacts,
  command: RoomCommandOf<'message.edit'>,
  limits: Limits,
): Draft[] | Refusal {
  const found = liveMessage(facts, command.seq)
  if ('refused' in found) return found
  if (found.message.by !== facts.actor.id) return refuse('forbidden', 'Only its author can edit a message.')
  const refused = refusedText(command.text, limits)
  if (refused !== undefined) return refused
  return found.message.text === command.text
    ? []
    : [{ type: 'message.edited', subject: found.message, text: command.text }]
}

/** Authors and moderators delete; deleting twice changes nothing. */
export function decideMessageDelete(facts: RoomFacts, command: RoomCommandOf<'message.delete'>): Draft[] | Refusal {
  const access = accessToWrite(facts)
  if ('refused' in access) return access
  const message = facts.subjects.get(command.seq)
  if (message === undefined) return noSuchMessage(command.seq)
  if (message.by !== facts.actor.id && !canModerate(access))
    return refuse('forbidden', 'Only its author or a moderator can delete a message.')
  return message.deletedAt === undefined ? [{ type: 'message.deleted', subject: message }] : []
}

/** A message that is there and not deleted, in a room that may be written to. */
export function liveMessage(facts: RoomFacts, seq: number): { access: Access; message: Message } | Refusal {
  const access = accessToWrite(facts)
  if ('refused' in access) return access
  const message = facts.subjects.get(seq)
  if (message === undefined || message.deletedAt !== undefined) return noSuchMessage(seq)
  return { access, message }
}

export function noSuchMessage(seq: number): Refusal {
  return refuse('not_found', `There is no message ${seq} in this room.`, { field: 'seq' })
}
