import { BOUNDS, refuse } from '@natter/protocol'
import type { Reactions, Refusal, UserId } from '@natter/protocol'
import type { Draft, RoomCommandOf, RoomFacts } from '../facts.ts'
import { liveMessage } from './message-edit.ts'

/** Each member reacts at most once with each emoji; kinds and people are bounded, so that one message cannot grow without end. */
export function decideReactionAdd(facts: RoomFacts, command: RoomCommandOf<'reaction.add'>): Draft[] | Refusal {
  const found = liveMessage(facts, command.seq)
  if ('refused' in found) return found
  const reactions = found.message.reactions ?? {}
  const people = reactionsOf(reactions, command.emoji)
  if (people.includes(facts.actor.id)) return []
  if (people.length === 0 && Object.keys(reactions).length >= BOUNDS.reactionKinds) {
    return refuse('quota', `A message takes at most ${BOUNDS.reactionKinds} different reactions.`)
  }
  if (Object.values(reactions).flat().length >= BOUNDS.reactionsPerMessage) {
    return refuse('quota', `A message takes at most ${BOUNDS.reactionsPerMessage} reactions.`)
  }
  if (people.length >= BOUNDS.reactionUsers)
    return refuse('quota', `A reaction takes at most ${BOUNDS.reactionUsers} people.`)
  return [
    {
      type: 'reaction.changed',
      subject: found.message,
      reactions: { ...reactions, [command.emoji]: [...people, facts.actor.id] },
    },
  ]
}

export function decideReactionRemove(facts: RoomFacts, command: RoomCommandOf<'reaction.remove'>): Draft[] | Refusal {
  const found = liveMessage(facts, command.seq)
  if ('refused' in found) return found
  const reactions = found.message.reactions ?? {}
  const people = reactionsOf(reactions, command.emoji)
  if (!people.includes(facts.actor.id)) return []
  const left = people.filter((user) => user !== facts.actor.id)
  const { [command.emoji]: _, ...others } = reactions
  return [
    {
      type: 'reaction.changed',
      subject: found.message,
      reactions: left.length === 0 ? others : { ...reactions, [command.emoji]: left },
    },
  ]
}

function reactionsOf(reactions: Reactions, emoji: string): UserId[] {
  return Object.hasOwn(reactions, emoji) ? (reactions[emoji] ?? []) : []
}
