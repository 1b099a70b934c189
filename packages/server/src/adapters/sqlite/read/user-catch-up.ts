import { settingsAmong } from '@natter/core'
import type { Settings } from '@natter/core'
import { BOUNDS } from '@natter/protocol'
import type { Cursor, InboxEvent, RoomId, UserCatchUp, UserId } from '@natter/protocol'
import type { EncodedCatchUp } from '../../../ports/read-store.ts'
import { MEMBER_COLUMNS, memberByKey, memberOfRow } from '../rows/member.ts'
import type { MemberRow } from '../rows/member.ts'
import { countMentions } from '../rows/mentions.ts'
import { ROOM_COLUMNS, roomById, roomOfRow } from '../rows/room.ts'
import type { RoomRow } from '../rows/room.ts'
import { settingsOf } from '../rows/settings.ts'
import { query } from '../sql.ts'
import type { Sql } from '../sql.ts'
import { withinDelta } from './catch-up.ts'

interface UserLogRow {
  seq: number
  ref: string
  at: number
  type: InboxEvent['type']
  room: RoomId | null
  read_seq: number | null
  read_n: number | null
  keys: string | null
}

/** All by the primary key. */
const userHead = query<{ seq: number; ref: string }>('select seq, ref from user_heads where user = ?')
const userRefAt = query<{ ref: string }>('select ref from user_log where user = ? and seq = ?')
const firstUserSeq = query<{ seq: number | null }>('select min(seq) as seq from user_log where user = ?')
const userRowsSince = query<UserLogRow>(
  'select seq, ref, at, type, room, read_seq, read_n, keys from user_log where user = ? and seq > ? order by seq limit ?',
)
/** By members_by_user and the primary keys. */
const roomsWithMember = query<RoomRow & MemberRow>(
  `select ${ROOM_COLUMNS}, ${MEMBER_COLUMNS}
  from members m join rooms r on r.id = m.room join room_heads h on h.room = m.room
  where m.user = ? order by m.room`,
)

export function userCatchUp(sql: Sql, user: UserId, cursor: Cursor | null): EncodedCatchUp<UserCatchUp> {
  const head = sql.one(userHead, user)
  const upTo: Cursor = head === undefined ? [0, ''] : [head.seq, head.ref]
  const events = cursor === null ? undefined : missedSince(sql, user, cursor, upTo)
  if (events === undefined) return { upTo, json: reset(sql, user, upTo) }
  return { upTo, json: `{"mode":"delta","upTo":${JSON.stringify(upTo)},"events":[${events.join(',')}]}` }
}

function missedSince(sql: Sql, user: UserId, [seq, ref]: Cursor, [headSeq]: Cursor): string[] | undefined {
  if (headSeq - seq > BOUNDS.deltaEvents) return undefined
  const known = seq === 0 ? '' : sql.one(userRefAt, user, seq)?.ref
  if (known !== ref || (sql.one(firstUserSeq, user)?.seq ?? 1) > seq + 1) return undefined
  let settings: Settings | undefined
  return withinDelta(sql.all(userRowsSince, user, seq, BOUNDS.deltaEvents), (row) => {
    if (row.keys === null) return inboxEvent(sql, user, row)
    settings ??= settingsOf(sql, user)
    return settingsEvent(row, row.keys, settings)
  })
}

/** They are told as they are now. */
function settingsEvent({ seq, ref, at }: UserLogRow, keys: string, settings: Settings): InboxEvent {
  return {
    type: 'inbox.settingsChanged',
    seq,
    ref,
    at,
    settings: settingsAmong(settings, JSON.parse(keys) as string[]),
  }
}

/** A room that was gained carries how it is now; one that is lost again tells only that; a mark that stands what is after it. */
function inboxEvent(sql: Sql, user: UserId, row: UserLogRow): InboxEvent {
  const { seq, ref, at, room, type } = row
  if (room === null) throw new Error(`Row ${seq} of the log of ${user} is about no room.`)
  const base = { seq, ref, at, room }
  if (type === 'inbox.readMoved') return { type, ...base, ...markFields(sql, user, room, row) }
  const member = type === 'inbox.roomAdded' ? sql.one(memberByKey, room, user) : undefined
  const details = member === undefined ? undefined : sql.one(roomById, room)
  if (member === undefined || details === undefined) return { type: 'inbox.roomRemoved', ...base }
  return { type: 'inbox.roomAdded', ...base, details: roomOfRow(details), member: memberOfRow(member) }
}

function markFields(
  sql: Sql,
  user: UserId,
  room: RoomId,
  row: UserLogRow,
): { readSeq: number; n: number; mentions?: number } {
  const mark = { readSeq: row.read_seq ?? 0, n: row.read_n ?? 0 }
  const stands = sql.one(memberByKey, room, user)?.read_seq === mark.readSeq
  return stands ? { ...mark, mentions: countMentions(sql, user, room, mark.readSeq) } : mark
}

function reset(sql: Sql, user: UserId, upTo: Cursor): string {
  const rooms = sql.all(roomsWithMember, user).map((row) => ({ room: roomOfRow(row), member: memberOfRow(row) }))
  const all = settingsOf(sql, user)
  const settings = settingsAmong(all, all.keys())
  return JSON.stringify({ mode: 'reset', upTo, rooms, settings } satisfies UserCatchUp)
}
