import type { DurableEvent, Member, Message, Room, RoomId, UserId } from '@natter/protocol'
import type { Draft } from './facts.ts'

/** The place that the store gives a draft in the log. */
export interface Place {
  room: RoomId
  seq: number
  /** A few random characters, to tell this row from another with the same number in a log that was rolled back. */
  ref: string
  at: number
  by: UserId
  /** Only the first event of a command carries its cid. */
  cid: string | undefined
}

/** What the store knows besides, after the draft's changes were made. */
export interface Aftermath {
  /** The room as it is after this event. */
  room: Room
}

/** The event that readers get of a numbered draft: carries the resulting state. */
export function numberDraft(draft: Draft, place: Place, after: Aftermath): DurableEvent {
  const { cid, ...rest } = place
  const base = cid === undefined ? rest : { ...rest, cid }
  switch (draft.type) {
    case 'message.posted':
      return { type: draft.type, ...base, message: postedMessage(draft, place, after.room.n) }
    case 'message.edited':
      return { type: draft.type, ...base, message: { ...draft.subject, text: draft.text, editedAt: place.at } }
    case 'message.deleted':
      return { type: draft.type, ...base, message: tombstone(draft.subject, place.at) }
    case 'reaction.changed':
      return { type: draft.type, ...base, subject: draft.subject.seq, reactions: draft.reactions }
    case 'member.joined':
      return {
        type: draft.type,
        ...base,
        member: newMember(draft.user, draft.role, place.at),
        members: after.room.members,
      }
    case 'member.left':
      return { type: draft.type, ...base, user: draft.user, members: after.room.members }
    case 'room.created':
    case 'room.updated':
      return { type: 'room.updated', ...base, details: after.room }
  }
}

/** A deleted message: its numbers and author, nothing that was said. */
export function tombstone(message: Message, deletedAt: number): Message {
  const { seq, n, by, at, cid, replyTo } = message
  return { seq, n, by, at, cid, text: '', ...(replyTo === undefined ? {} : { replyTo }), deletedAt }
}

function postedMessage(draft: Extract<Draft, { type: 'message.posted' }>, place: Place, n: number): Message {
  const message = { seq: place.seq, n, by: place.by, at: place.at, cid: draft.cid, text: draft.text }
  return draft.replyTo === undefined ? message : { ...message, replyTo: draft.replyTo }
}

function newMember(user: UserId, role: Member['role'], at: number): Member {
  return { user, role, joinedAt: at }
}
