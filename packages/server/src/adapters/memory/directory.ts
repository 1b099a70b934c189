import { mayDiscover } from '@natter/core'
import { BOUNDS, isRefusal } from '@natter/protocol'
import type {
  DigestEntry,
  Member,
  MembersReply,
  ReceiptsReply,
  Refusal,
  Room,
  RoomId,
  User,
  UserId,
} from '@natter/protocol'
import type { Encoded } from '../../ports/encoded.ts'
import type { Greeting } from '../../ports/read-store.ts'
import { STORE_BOUNDS } from '../../ports/store-bounds.ts'
import { userCatchUp } from './catch-up.ts'
import { memberOf, pageOf } from './inbox.ts'
import { countMentions } from './mentions.ts'
import { enter } from './room-access.ts'
import { activeAccount } from './world.ts'
import type { RoomState, World } from './world.ts'

export function greet(world: World, user: UserId, cursor: [number, string] | null, now: number): Greeting | undefined {
  const account = activeAccount(world, user)
  if (account === undefined) return undefined
  const mine = roomsWith(world, user).sort(byRecency)
  return {
    self: account.user,
    digest: mine.slice(0, BOUNDS.digestRooms).map((state) => digestEntry(state, user)),
    rooms: mine.map(({ room }) => room.id),
    user: userCatchUp(world, user, cursor),
    announcements: world.announcements.filter(({ untilAt }) => untilAt > now).slice(-STORE_BOUNDS.announcements),
  }
}

function digestEntry(state: RoomState, user: UserId): DigestEntry {
  const { room } = state
  const mark = state.members.get(user) ?? { readSeq: 0, readN: 0 }
  return [room.id, room.head[0], room.n, mark.readN, countMentions(state, user, mark.readSeq), room.updatedSeq]
}

function byRecency(a: RoomState, b: RoomState): number {
  return b.movedAt - a.movedAt || (a.room.id < b.room.id ? -1 : 1)
}

function roomsWith(world: World, user: UserId): RoomState[] {
  return [...world.rooms.values()].filter(({ members }) => members.has(user))
}

export function members(
  world: World,
  viewer: UserId,
  room: RoomId,
  page: { after: UserId | undefined; limit: number },
): Encoded<MembersReply> | Refusal {
  const entered = enter(world, viewer, room)
  if (isRefusal(entered)) return entered
  const { ids, more } = pageOf(entered.state.members.keys(), page.after, page.limit)
  const reply: MembersReply = {
    members: ids.flatMap((id) => memberIn(entered.state, id)),
    users: usersById(world, ids),
    more,
  }
  return JSON.stringify(reply)
}

export function receipts(
  world: World,
  viewer: UserId,
  room: RoomId,
  page: { seq: number; after: UserId | undefined; limit: number },
): Encoded<ReceiptsReply> | Refusal {
  const entered = enter(world, viewer, room)
  if (isRefusal(entered)) return entered
  const readers = [...entered.state.members].filter(
    ([, { readSeq, joinedSeq }]) => readSeq >= page.seq && joinedSeq <= page.seq,
  )
  const { ids, more } = pageOf(
    readers.map(([id]) => id),
    page.after,
    page.limit,
  )
  const reply: ReceiptsReply = {
    receipts: ids.flatMap((user) => {
      const member = entered.state.members.get(user)
      return member === undefined ? [] : [{ user, readSeq: member.readSeq, deliveredSeq: member.deliveredSeq }]
    }),
    more,
  }
  return JSON.stringify(reply)
}

export function roomFor(world: World, viewer: UserId, room: RoomId): { room: Room; member: Member } | Refusal {
  const entered = enter(world, viewer, room)
  return isRefusal(entered) ? entered : { room: entered.state.room, member: memberOf(viewer, entered.member) }
}

export function roomsById(world: World, viewer: UserId, rooms: RoomId[]): Room[] {
  const user = activeAccount(world, viewer)?.user
  if (user === undefined) return []
  return [...new Set(rooms)].flatMap((id) => {
    const state = world.rooms.get(id)
    return state !== undefined && (state.members.has(viewer) || mayDiscover(user, state.room)) ? [state.room] : []
  })
}

export function roomsOf(
  world: World,
  viewer: UserId,
  page: { after: RoomId | undefined; limit: number },
): { rooms: Room[]; members: Member[]; more: boolean } {
  const mine = activeAccount(world, viewer) === undefined ? [] : roomsWith(world, viewer)
  const { ids, more } = pageOf(
    mine.map(({ room }) => room.id),
    page.after,
    page.limit,
  )
  const states = ids.flatMap((id) => world.rooms.get(id) ?? [])
  return { rooms: states.map(({ room }) => room), members: states.flatMap((state) => memberIn(state, viewer)), more }
}

export function publicRooms(
  world: World,
  viewer: UserId,
  page: { query: string; after: RoomId | undefined; limit: number },
): { rooms: Room[]; more: boolean } {
  const user = activeAccount(world, viewer)?.user
  if (user === undefined) return { rooms: [], more: false }
  const query = page.query.toLowerCase()
  const found = [...world.rooms.values()].filter(
    ({ room }) =>
      mayDiscover(user, room) && [room.name, room.topic].some((text) => text?.toLowerCase().includes(query)),
  )
  const { ids, more } = pageOf(
    found.map(({ room }) => room.id),
    page.after,
    page.limit,
  )
  return { rooms: ids.flatMap((id) => world.rooms.get(id)?.room ?? []), more }
}

export function usersById(world: World, users: UserId[]): User[] {
  return [...new Set(users)].flatMap((id) => world.accounts.get(id)?.user ?? [])
}

export function findUsers(
  world: World,
  page: { query: string; after: UserId | undefined; limit: number },
): { users: User[]; more: boolean } {
  const query = page.query.toLowerCase()
  const found = [...world.accounts.values()].filter(
    ({ user, disabledAt }) =>
      disabledAt === undefined && (user.handle.startsWith(query) || user.name.toLowerCase().includes(query)),
  )
  const { ids, more } = pageOf(
    found.map(({ user }) => user.id),
    page.after,
    page.limit,
  )
  return { users: usersById(world, ids), more }
}

function memberIn({ members: all }: RoomState, user: UserId): Member[] {
  const member = all.get(user)
  return member === undefined ? [] : [memberOf(user, member)]
}
