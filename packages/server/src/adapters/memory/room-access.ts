import { accessRoom } from '@natter/core'
import { noSuchRoom } from '@natter/protocol'
import type { Refusal, RoomId, UserId } from '@natter/protocol'
import { activeAccount } from './world.ts'
import type { MemberState, RoomState, World } from './world.ts'

/** The room as one of its members, or what `accessRoom` says to everybody else. */
export function enter(world: World, viewer: UserId, id: RoomId): { state: RoomState; member: MemberState } | Refusal {
  const actor = activeAccount(world, viewer)?.user
  const state = world.rooms.get(id)
  const member = state?.members.get(viewer)
  if (actor === undefined) return noSuchRoom()
  const access = accessRoom({ room: state?.room, actor, membership: member })
  if ('refused' in access) return access
  return state === undefined || member === undefined ? noSuchRoom() : { state, member }
}
