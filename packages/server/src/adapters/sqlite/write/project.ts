import type { Draft } from '@natter/core'
import { markAfterPost } from '@natter/protocol'
import type { DurableEvent, Message, RoomId, UserId } from '@natter/protocol'
import { query } from '../sql.ts'
import { clearMessage } from './clear-message.ts'
import { addMember, moveMarks, removeMember } from './members.ts'
import { changeRoom, makeRoom } from './rooms.ts'
import type { Writing } from './writing.ts'

const insertMention = query('insert into mentions (user, room, seq) values (?, ?, ?)')
/** Both by the primary key. */
const pointToEdit = query(
  `insert into changed_messages (room, seq, body_seq, edited_at) values (?, ?, ?, ?)
  on conflict (room, seq) do update set body_seq = excluded.body_seq, edited_at = excluded.edited_at`,
)
const setReactions = query(
  `insert into changed_messages (room, seq, reactions) values (?, ?, ?)
  on conflict (room, seq) do update set reactions = excluded.reactions`,
)

/** Writes what follows from a row of the log, in the same transaction. */
export function project(writing: Writing, draft: Draft, event: DurableEvent): void {
  const { room, seq, at } = event
  switch (draft.type) {
    case 'message.posted':
      for (const user of draft.mentions) writing.sql.run(insertMention, user, room, seq)
      if (event.type === 'message.posted') moveAuthorsMark(writing, room, event.message)
      return
    case 'message.edited':
      writing.sql.run(pointToEdit, room, draft.subject.seq, seq, at)
      return
    case 'message.deleted':
      clearMessage(writing, room, draft.subject, at)
      return
    case 'reaction.changed':
      writing.sql.run(setReactions, room, draft.subject.seq, encodeReactions(draft.reactions))
      return
    case 'member.joined':
      addMember(writing, room, draft, { seq, at })
      return
    case 'member.left':
      removeMember(writing, room, draft.user)
      return
    case 'room.created':
      makeRoom(writing, room)
      return
    case 'room.updated':
      changeRoom(writing, room)
  }
}

/** An author who had read everything has also read their own message. */
function moveAuthorsMark(writing: Writing, room: RoomId, message: Message): void {
  const member = writing.member(room, message.by)
  if (member === undefined) return
  const before = { seq: member.readSeq, n: member.readN }
  const mark = markAfterPost(before, message.by, message)
  if (mark !== before) moveMarks(writing, room, message.by, { ...member, readSeq: mark.seq, readN: mark.n })
}

function encodeReactions(reactions: Record<string, UserId[]>): string | null {
  return Object.keys(reactions).length === 0 ? null : JSON.stringify(reactions)
}
