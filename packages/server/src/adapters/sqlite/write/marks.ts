import { accessRoom, decideMarkRead } from '@natter/core'
import { isRefusal, noSuchRoom } from '@natter/protocol'
import type { Refusal, RoomId, UserId } from '@natter/protocol'
import type { MarkedRead, MarkRead } from '../../../ports/log-store.ts'
import { countMentions } from '../rows/mentions.ts'
import { query } from '../sql.ts'
import { note } from './inbox.ts'
import { moveMarks } from './members.ts'
import type { Writing } from './writing.ts'

/** By the primary key. */
const headOfMessagesAt = query<{ n: number }>('select n from log where room = ? and seq = ?')

export function markRead(writing: Writing, { user, room, seq, force, at }: MarkRead): MarkedRead | Refusal {
  const actor = writing.activeAccount(user)?.user
  const now = writing.room(room)
  const member = writing.member(room, user)
  if (actor === undefined) return noSuchRoom()
  const access = accessRoom({ room: now?.room, actor, membership: member })
  if (isRefusal(access)) return access
  if (now === undefined || member === undefined) return noSuchRoom()
  const wantedSeq = Math.min(seq, now.room.head[0])
  const wanted = { seq: wantedSeq, n: writing.sql.one(headOfMessagesAt, room, wantedSeq)?.n ?? 0 }
  const mark = decideMarkRead({ seq: member.readSeq, n: member.readN }, wanted, force)
  if (mark === undefined) {
    const { readSeq, readN, deliveredSeq } = member
    const mentions = countMentions(writing.sql, user, room, readSeq)
    return { mark: { seq: readSeq, n: readN }, mentions, deliveredSeq, moved: false, inbox: [] }
  }
  const { deliveredSeq } = moveMarks(writing, room, user, { ...member, readSeq: mark.seq, readN: mark.n })
  const mentions = countMentions(writing.sql, user, room, mark.seq)
  const moved = note(writing, user, at, { type: 'inbox.readMoved', room, mark, mentions })
  return { mark, mentions, deliveredSeq, moved: true, inbox: [moved] }
}

export function markDelivered(
  writing: Writing,
  user: UserId,
  marks: ReadonlyMap<RoomId, number>,
): { room: RoomId; readSeq: number; deliveredSeq: number }[] {
  if (writing.activeAccount(user) === undefined) return []
  return [...marks].flatMap(([room, wanted]) => {
    const head = writing.room(room)?.room.head[0] ?? 0
    const member = writing.member(room, user)
    const deliveredSeq = Math.min(wanted, head)
    if (member === undefined || deliveredSeq <= member.deliveredSeq) return []
    const { readSeq } = moveMarks(writing, room, user, { ...member, deliveredSeq })
    return [{ room, readSeq, deliveredSeq }]
  })
}
