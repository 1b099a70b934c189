import { BOUNDS } from '@natter/protocol'
import type { Announcement, Cursor, DigestEntry, RoomId, UserId } from '@natter/protocol'
import type { Greeting } from '../../../ports/read-store.ts'
import { STORE_BOUNDS } from '../../../ports/store-bounds.ts'
import { countMentions } from '../rows/mentions.ts'
import { query } from '../sql.ts'
import type { Sql } from '../sql.ts'
import { activeUser } from './enter.ts'
import { userCatchUp } from './user-catch-up.ts'

interface SidebarRow {
  room: RoomId
  seq: number
  n: number
  updated_seq: number
  read_seq: number
  read_n: number
}

/** By members_by_user and the primary keys; sorted in memory. */
const roomsByRecency = query<SidebarRow>(
  `select m.room, h.seq, h.n, h.updated_seq, m.read_seq, m.read_n
  from members m join room_heads h on h.room = m.room
  where m.user = ? order by h.moved_at desc, m.room`,
)
/** The whole table, which is kept short. */
const announcementsStanding = query<Omit<Announcement, 'untilAt'> & { until_at: number }>(
  'select id, text, by, at, until_at from announcements where until_at > ? order by n desc limit ?',
)

export function greet(sql: Sql, user: UserId, cursor: Cursor | null, now: number): Greeting | undefined {
  const self = activeUser(sql, user)
  if (self === undefined) return undefined
  const mine = sql.all(roomsByRecency, user)
  return {
    self,
    digest: mine.slice(0, BOUNDS.digestRooms).map((row) => digestEntry(sql, user, row)),
    rooms: mine.map(({ room }) => room),
    user: userCatchUp(sql, user, cursor),
    announcements: sql
      .all(announcementsStanding, now, STORE_BOUNDS.announcements)
      .map(({ id, text, by, at, until_at }) => ({ id, text, by, at, untilAt: until_at }))
      .reverse(),
  }
}

function digestEntry(sql: Sql, user: UserId, row: SidebarRow): DigestEntry {
  const mentions = countMentions(sql, user, row.room, row.read_seq)
  return [row.room, row.seq, row.n, row.read_n, mentions, row.updated_seq]
}
