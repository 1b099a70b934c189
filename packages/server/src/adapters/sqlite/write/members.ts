import type { Draft } from '@natter/core'
import type { RoomId, UserId } from '@natter/protocol'
import type { MemberNow } from '../rows/member.ts'
import { query } from '../sql.ts'
import type { Writing } from './writing.ts'

const insertMember = query(
  `insert into members (room, user, role, joined_at, joined_seq, read_seq, read_n, delivered_seq)
  values (?, ?, ?, ?, ?, ?, ?, ?)`,
)
/** Both by the primary key. */
const deleteMember = query('delete from members where room = ? and user = ?')
const updateMarks = query('update members set read_seq = ?, read_n = ?, delivered_seq = ? where room = ? and user = ?')

/** What was said before somebody came counts as read. */
export function addMember(
  writing: Writing,
  room: RoomId,
  { user, role }: Extract<Draft, { type: 'member.joined' }>,
  { seq, at }: { seq: number; at: number },
): void {
  const readN = writing.room(room)?.room.n ?? 0
  writing.sql.run(insertMember, room, user, role, at, seq, seq, readN, seq)
  writing.rememberMember(room, user, { role, joinedAt: at, joinedSeq: seq, readSeq: seq, readN, deliveredSeq: seq })
}

export function removeMember(writing: Writing, room: RoomId, user: UserId): void {
  writing.sql.run(deleteMember, room, user)
  writing.rememberMember(room, user, undefined)
}

/** Writes marks. What was read was also delivered. */
export function moveMarks(writing: Writing, room: RoomId, user: UserId, wanted: MemberNow): MemberNow {
  const member = { ...wanted, deliveredSeq: Math.max(wanted.deliveredSeq, wanted.readSeq) }
  writing.sql.run(updateMarks, member.readSeq, member.readN, member.deliveredSeq, room, user)
  writing.rememberMember(room, user, member)
  return member
}
