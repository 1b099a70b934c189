import { settingsAmong } from '@natter/core'
import { BOUNDS, isRefusal } from '@natter/protocol'
import type { CatchUp, Cursor, DurableEvent, Refusal, RoomId, UserCatchUp, UserId } from '@natter/protocol'
import type { StoredEvent } from '../../ports/log-store.ts'
import type { EncodedCatchUp } from '../../ports/read-store.ts'
import { STORE_BOUNDS } from '../../ports/store-bounds.ts'
import { storedEvent } from '../../ports/stored-event.ts'
import { newestOf } from './history.ts'
import { inboxEvent, inboxOf, memberOf } from './inbox.ts'
import { enter } from './room-access.ts'
import { settingsOf } from './world.ts'
import type { MemberState, RoomState, World } from './world.ts'

export function catchUp(
  world: World,
  viewer: UserId,
  id: RoomId,
  cursor: Cursor | null,
): EncodedCatchUp<CatchUp> | Refusal {
  const entered = enter(world, viewer, id)
  if (isRefusal(entered)) return entered
  const { room } = entered.state
  const missed = cursor === null ? undefined : missedSince(entered.state, cursor)
  return encoded(missed === undefined ? reset(viewer, entered) : { mode: 'delta', upTo: room.head, events: missed })
}

/** Undefined where a reset is due. */
function missedSince({ room, log }: RoomState, [seq, ref]: Cursor): DurableEvent[] | undefined {
  const known = seq === 0 ? '' : log[seq - 1]?.event.ref
  if (known !== ref || room.head[0] - seq > BOUNDS.deltaEvents) return undefined
  const events = log.slice(seq).map(({ event }) => event)
  return isSmall(events) ? events : undefined
}

function reset(viewer: UserId, { state, member }: { state: RoomState; member: MemberState }): CatchUp {
  const { messages, more } = newestOf([...state.messages.values()], BOUNDS.historyPageDefault, STORE_BOUNDS.pageBytes)
  const first = messages[0]
  const hole: { hole?: [number, number] } = more && first !== undefined ? { hole: [1, first.seq - 1] } : {}
  return { mode: 'reset', upTo: state.room.head, room: state.room, member: memberOf(viewer, member), messages, ...hole }
}

export function userCatchUp(world: World, user: UserId, cursor: Cursor | null): EncodedCatchUp<UserCatchUp> {
  const { rows, seq, ref } = inboxOf(world, user)
  const upTo: Cursor = [seq, ref]
  const isThere =
    cursor !== null && (cursor[0] === seq ? cursor[1] === ref : isKnown(cursor, rows) && hasAllAfter(cursor, rows))
  if (isThere) {
    const missed = rows.filter((row) => row.seq > cursor[0]).map((row) => inboxEvent(world, user, row))
    if (isSmall(missed)) return encoded({ mode: 'delta', upTo, events: missed })
  }
  const rooms = [...world.rooms.values()]
    .flatMap(({ room, members }) => {
      const member = members.get(user)
      return member === undefined ? [] : [{ room, member: memberOf(user, member) }]
    })
    .sort((a, b) => (a.room.id < b.room.id ? -1 : 1))
  const settings = settingsOf(world, user)
  return encoded({ mode: 'reset', upTo, rooms, settings: settingsAmong(settings, [...settings.keys()].toSorted()) })
}

/** Whether a log holds the row of the cursor; the empty beginning is in every log. */
function isKnown([seq, ref]: Cursor, rows: readonly { seq: number; ref: string }[]): boolean {
  return seq === 0 ? ref === '' : rows.some((row) => row.seq === seq && row.ref === ref)
}

function hasAllAfter([seq]: Cursor, rows: readonly { seq: number }[]): boolean {
  return (rows[0]?.seq ?? 1) <= seq + 1
}

function isSmall(events: readonly object[]): boolean {
  const bytes = events.reduce((sum, event) => sum + Buffer.byteLength(JSON.stringify(event)), 0)
  return events.length <= BOUNDS.deltaEvents && bytes <= BOUNDS.deltaBytes
}

function encoded<T extends { upTo: Cursor }>(catchUpNow: T): EncodedCatchUp<T> {
  return { upTo: catchUpNow.upTo, json: JSON.stringify(catchUpNow) }
}

export function heads(world: World, rooms: RoomId[]): Map<RoomId, { seq: number; ref: string; n: number }> {
  const found = new Map<RoomId, { seq: number; ref: string; n: number }>()
  for (const id of rooms) {
    const room = world.rooms.get(id)?.room
    if (room !== undefined) found.set(id, { seq: room.head[0], ref: room.head[1], n: room.n })
  }
  return found
}

export function eventsAfter(world: World, room: RoomId, seq: number, limit: number): StoredEvent[] {
  const rows = world.rooms.get(room)?.log.slice(seq, seq + limit) ?? []
  const events = rows.map(({ event, n, mentions }) => storedEvent(event, n, mentions))
  let bytes = 0
  const tooMany = events.findIndex(({ json }) => (bytes += Buffer.byteLength(json)) > STORE_BOUNDS.pageBytes)
  return tooMany === -1 ? events : events.slice(0, Math.max(1, tooMany))
}
