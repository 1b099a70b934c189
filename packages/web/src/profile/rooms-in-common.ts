import type { RoomSummary } from '@natter/client'
import type { Member, Room, RoomId, UserId } from '@natter/protocol'

const SHOWN_MAX = 5

/** Named rooms in which both are, as far as their members were ever loaded here: the server is not asked for it. */
export function roomsInCommon(
  rooms: readonly RoomSummary[],
  user: UserId,
  membersOf: (room: RoomId) => { readonly members: readonly Member[] },
): Room[] {
  return rooms
    .filter(({ id, room }) => room.people === undefined && membersOf(id).members.some((member) => member.user === user))
    .slice(0, SHOWN_MAX)
    .map(({ room }) => room)
}
