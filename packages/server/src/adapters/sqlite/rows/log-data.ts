import type { Draft, Mentioned } from '@natter/core'
import type { MemberRole, Reactions, Room, UserId } from '@natter/protocol'

/** Of a posted message. Once it is deleted `text` and `mentions` are gone and `deletedAt` is there. */
export interface PostedData {
  text?: string
  replyTo?: number
  mentions?: Mentioned[]
  deletedAt?: number
}

/** Of an edit: the text after it, and the reactions of then. Nothing once the message is deleted. */
export interface EditedData {
  text?: string
  reactions?: Reactions
}

/** Of `member.joined` and `member.left`; `members` is the count after it. */
export interface MemberData {
  user: UserId
  role?: MemberRole
  members: number
}

/** What the log keeps of a draft beside the columns; `after` is the room after it. */
export function encodeData(draft: Draft, after: Room): string {
  switch (draft.type) {
    case 'message.posted':
      return JSON.stringify(postedData(draft))
    case 'message.edited':
      return JSON.stringify(editedData(draft))
    case 'message.deleted':
      return '{}'
    case 'reaction.changed':
      return JSON.stringify(draft.reactions)
    case 'member.joined':
      return JSON.stringify({ user: draft.user, role: draft.role, members: after.members } satisfies MemberData)
    case 'member.left':
      return JSON.stringify({ user: draft.user, members: after.members } satisfies MemberData)
    case 'room.created':
    case 'room.updated':
      return JSON.stringify(after)
  }
}

function postedData({ text, replyTo, mentions }: Extract<Draft, { type: 'message.posted' }>): PostedData {
  return { text, ...(replyTo === undefined ? {} : { replyTo }), ...(mentions.length === 0 ? {} : { mentions }) }
}

function editedData({ text, subject }: Extract<Draft, { type: 'message.edited' }>): EditedData {
  return subject.reactions === undefined ? { text } : { text, reactions: subject.reactions }
}
