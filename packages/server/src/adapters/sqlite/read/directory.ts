import { mayDiscover } from '@natter/core'
import type { Member, Room, RoomId, User, UserId } from '@natter/protocol'
import { MEMBER_COLUMNS, memberByKey, memberOfRow } from '../rows/member.ts'
import type { MemberRow } from '../rows/member.ts'
import { ROOM_COLUMNS, roomById, roomOfRow } from '../rows/room.ts'
import type { RoomRow } from '../rows/room.ts'
import { USER_COLUMNS, userById, userOfRow } from '../rows/user.ts'
import type { UserRow } from '../rows/user.ts'
import { query } from '../sql.ts'
import type { Sql } from '../sql.ts'
import { activeUser } from './enter.ts'

/** By members_by_user and the primary keys. */
const roomsOfAfter = query<RoomRow & MemberRow>(
  `select ${ROOM_COLUMNS}, ${MEMBER_COLUMNS}
  from members m join rooms r on r.id = m.room join room_heads h on h.room = m.room
  where m.user = ? and m.room > ? order by m.room limit ?`,
)
/** By rooms_public, as far as it takes to fill the page. */
const publicRoomsAfter = query<RoomRow>(
  `select ${ROOM_COLUMNS} from rooms r join room_heads h on h.room = r.id
  where r.kind = 'public' and r.id > ? and instr(r.folded, ?) > 0 order by r.id limit ?`,
)
/** By the primary key, as far as it takes to fill the page. */
const usersMatchingAfter = query<UserRow>(
  `select ${USER_COLUMNS} from users u
  where u.id > ?1 and u.disabled_at is null and (substr(u.handle, 1, length(?2)) = ?2 or instr(u.folded, ?2) > 0)
  order by u.id limit ?3`,
)

export function roomsById(sql: Sql, viewer: UserId, rooms: RoomId[]): Room[] {
  const user = activeUser(sql, viewer)
  if (user === undefined) return []
  return [...new Set(rooms)].flatMap((id) => {
    const row = sql.one(roomById, id)
    if (row === undefined) return []
    const room = roomOfRow(row)
    return mayDiscover(user, room) || sql.one(memberByKey, id, viewer) !== undefined ? [room] : []
  })
}

export function roomsOf(
  sql: Sql,
  viewer: UserId,
  { after, limit }: { after: RoomId | undefined; limit: number },
): { rooms: Room[]; members: Member[]; more: boolean } {
  if (activeUser(sql, viewer) === undefined) return { rooms: [], members: [], more: false }
  const rows = sql.all(roomsOfAfter, viewer, after ?? '', limit + 1)
  const page = rows.slice(0, limit)
  return {
    rooms: page.map(roomOfRow),
    members: page.map(memberOfRow),
    more: rows.length > limit,
  }
}

export function publicRooms(
  sql: Sql,
  viewer: UserId,
  { query: wanted, after, limit }: { query: string; after: RoomId | undefined; limit: number },
): { rooms: Room[]; more: boolean } {
  const user = activeUser(sql, viewer)
  if (user === undefined || user.role === 'guest') return { rooms: [], more: false }
  const rows = sql.all(publicRoomsAfter, after ?? '', wanted.toLowerCase(), limit + 1)
  return { rooms: rows.slice(0, limit).map(roomOfRow), more: rows.length > limit }
}

export function usersById(sql: Sql, users: UserId[]): User[] {
  return [...new Set(users)].flatMap((id) => {
    const row = sql.one(userById, id)
    return row === undefined ? [] : [userOfRow(row)]
  })
}

export function findUsers(
  sql: Sql,
  { query: wanted, after, limit }: { query: string; after: UserId | undefined; limit: number },
): { users: User[]; more: boolean } {
  const rows = sql.all(usersMatchingAfter, after ?? '', wanted.toLowerCase(), limit + 1)
  return { users: rows.slice(0, limit).map(userOfRow), more: rows.length > limit }
}
