import { isRefusal } from '@natter/protocol'
import type { Member, MembersReply, ReceiptsReply, Refusal, Room, RoomId, UserId } from '@natter/protocol'
import type { Encoded } from '../../../ports/encoded.ts'
import { MEMBER_COLUMNS, memberOfRow } from '../rows/member.ts'
import type { MemberRow } from '../rows/member.ts'
import { USER_COLUMNS, userOfRow } from '../rows/user.ts'
import type { UserRow } from '../rows/user.ts'
import { query } from '../sql.ts'
import type { Sql } from '../sql.ts'
import { enter } from './enter.ts'

/** By the primary keys. */
const membersAfter = query<MemberRow & UserRow>(
  `select ${MEMBER_COLUMNS}, ${USER_COLUMNS}
  from members m join users u on u.id = m.user
  where m.room = ? and m.user > ? order by m.user limit ?`,
)
/** By the primary key. Nobody read what was said before they came, wherever their mark stands. */
const readersAfter = query<Pick<MemberRow, 'user' | 'read_seq' | 'delivered_seq'>>(
  `select user, read_seq, delivered_seq from members
  where room = ? and user > ? and read_seq >= ? and joined_seq <= ? order by user limit ?`,
)

export function members(
  sql: Sql,
  viewer: UserId,
  room: RoomId,
  { after, limit }: { after: UserId | undefined; limit: number },
): Encoded<MembersReply> | Refusal {
  const entered = enter(sql, viewer, room)
  if (isRefusal(entered)) return entered
  const rows = sql.all(membersAfter, room, after ?? '', limit + 1)
  const page = rows.slice(0, limit)
  const reply: MembersReply = {
    members: page.map(memberOfRow),
    users: page.map(userOfRow),
    more: rows.length > limit,
  }
  return JSON.stringify(reply)
}

export function receipts(
  sql: Sql,
  viewer: UserId,
  room: RoomId,
  { seq, after, limit }: { seq: number; after: UserId | undefined; limit: number },
): Encoded<ReceiptsReply> | Refusal {
  const entered = enter(sql, viewer, room)
  if (isRefusal(entered)) return entered
  const rows = sql.all(readersAfter, room, after ?? '', seq, seq, limit + 1)
  const reply: ReceiptsReply = {
    receipts: rows
      .slice(0, limit)
      .map(({ user, read_seq, delivered_seq }) => ({ user, readSeq: read_seq, deliveredSeq: delivered_seq })),
    more: rows.length > limit,
  }
  return JSON.stringify(reply)
}

export function roomFor(sql: Sql, viewer: UserId, room: RoomId): { room: Room; member: Member } | Refusal {
  const entered = enter(sql, viewer, room)
  return isRefusal(entered) ? entered : { room: entered.room, member: memberOfRow(entered.member) }
}
