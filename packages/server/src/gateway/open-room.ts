import { BOUNDS, isRefusal, noSuchRoom, refuse } from '@natter/protocol'
import type { Cursor, Refusal, RoomId, UserId } from '@natter/protocol'
import type { StoredEvent } from '../ports/log-store.ts'
import type { Connection } from './connection.ts'
import type { Gateway } from './gateway.ts'
import type { RoomFeed } from './room-feed.ts'
import { countFull, followFull } from './subscribe.ts'

/** A catch-up is read again when the feed has moved beyond its tail meanwhile; so often at most. */
const READS_MAX = 3

/**
 * Catches a client up on a room and follows it at level full, without a hole in between: the feed is followed first, the
 * log is read, and in one synchronous step the catch-up is answered, topped up with what the feed has applied meanwhile,
 * and the connection joins. `reply` takes the encoded catch-up within that step.
 */
export async function openRoom(
  gateway: Gateway,
  connection: Connection,
  place: { room: RoomId; cursor: Cursor | null },
  reply: (catchUpJson: string) => void,
): Promise<Refusal | undefined> {
  const user = connection.actor?.user.id
  if (user === undefined) return noSuchRoom()
  const { room, cursor } = place
  const { fullRooms } = gateway.ports.limits
  const followed = connection.rooms.get(room)
  if (followed?.level !== 'full' && countFull(connection) >= fullRooms)
    return refuse('quota', `At most ${fullRooms} rooms can be open at once. Close one first.`)
  if (followed !== undefined && cursor !== null && openFromTail(connection, followed.feed, cursor, reply))
    return undefined

  for (let reads = 0; reads < READS_MAX; reads++) {
    const read = await gateway.ports.store.catchUp(user, room, cursor)
    if (isRefusal(read)) return read
    const feed = gateway.rooms.get(room)
    if (feed === undefined) {
      await gateway.rooms.follow([room])
      continue
    }
    const topUp = feed.tail.after(read.upTo[0])
    if (topUp === undefined) continue
    if (topUp.some((event) => isRemovalOf(event, user))) return noSuchRoom()
    reply(read.json)
    for (const event of topUp) connection.pushJson(event.json)
    if (!connection.isClosed) followFull(connection, feed, Math.max(read.upTo[0], feed.head.seq))
    return undefined
  }
  return refuse('unavailable', 'This room moves too fast to catch up with right now.')
}

/** Serves a reader who is only a little behind from memory; a member, since it follows the room. */
function openFromTail(connection: Connection, feed: RoomFeed, cursor: Cursor, reply: (json: string) => void): boolean {
  const events = feed.tail.since(cursor)
  if (events === undefined || events.length > BOUNDS.deltaEvents) return false
  const list = events.map((event) => event.json).join(',')
  if (list.length > BOUNDS.deltaBytes) return false
  const last = events.at(-1)
  const upTo: Cursor = last === undefined ? cursor : [last.seq, last.ref]
  reply(`{"mode":"delta","upTo":${JSON.stringify(upTo)},"events":[${list}]}`)
  followFull(connection, feed, feed.head.seq)
  return true
}

function isRemovalOf(event: StoredEvent, user: UserId): boolean {
  return event.type === 'member.left' && event.user === user
}
