import type { Membership } from '@natter/core'
import type { Member, MemberRole, UserId } from '@natter/protocol'
import { query } from '../sql.ts'

/** A membership with its marks. */
export interface MemberNow extends Membership {
  joinedSeq: number
  deliveredSeq: number
}

export interface MemberRow {
  user: UserId
  member_role: MemberRole
  joined_at: number
  joined_seq: number
  read_seq: number
  read_n: number
  delivered_seq: number
}

/** Of `members m`. */
export const MEMBER_COLUMNS =
  'm.user, m.role as member_role, m.joined_at, m.joined_seq, m.read_seq, m.read_n, m.delivered_seq'

/** By the primary key. */
export const memberByKey = query<MemberRow>(`select ${MEMBER_COLUMNS} from members m where m.room = ? and m.user = ?`)

export function memberNow(row: MemberRow): MemberNow {
  return {
    role: row.member_role,
    joinedAt: row.joined_at,
    joinedSeq: row.joined_seq,
    readSeq: row.read_seq,
    readN: row.read_n,
    deliveredSeq: row.delivered_seq,
  }
}

/** As it travels. */
export function memberOfRow({ user, member_role, joined_at, read_seq, delivered_seq }: MemberRow): Member {
  return { user, role: member_role, joinedAt: joined_at, readSeq: read_seq, deliveredSeq: delivered_seq }
}

export function memberOf(user: UserId, { role, joinedAt, readSeq, deliveredSeq }: MemberNow): Member {
  return { user, role, joinedAt, readSeq, deliveredSeq }
}
