import { accessRoom } from '@natter/core'
import { isRefusal, noSuchRoom } from '@natter/protocol'
import type { Refusal, Room, RoomId, User, UserId } from '@natter/protocol'
import { memberByKey, memberNow } from '../rows/member.ts'
import type { MemberRow } from '../rows/member.ts'
import { roomById, roomOfRow } from '../rows/room.ts'
import { userById, userOfRow } from '../rows/user.ts'
import type { Sql } from '../sql.ts'

/** The room as one of its members, or what `accessRoom` says to everybody else. */
export function enter(sql: Sql, viewer: UserId, id: RoomId): { room: Room; member: MemberRow } | Refusal {
  const actor = activeUser(sql, viewer)
  if (actor === undefined) return noSuchRoom()
  const found = sql.one(roomById, id)
  const room = found && roomOfRow(found)
  const member = sql.one(memberByKey, id, viewer)
  const access = accessRoom({ room, actor, membership: member && memberNow(member) })
  if (isRefusal(access)) return access
  return room === undefined || member === undefined ? noSuchRoom() : { room, member }
}

/** The user, unless the account is switched off. */
export function activeUser(sql: Sql, id: UserId): User | undefined {
  const row = sql.one(userById, id)
  return row === undefined || row.disabled_at !== null ? undefined : userOfRow(row)
}
