import { BOUNDS, isRefusal, noSuchRoom, refuse } from '@natter/protocol'
import type { Cursor, Refusal, RoomId, UserId } from '@natter/protocol'
import { tooMuchAtOnce } from '../commands/answer.ts'
import type { Connection } from './connection.ts'
import type { Gateway } from './gateway.ts'
import { SharedFrame } from './shared-frame.ts'
import { countFull, followFull, isRemovalOf } from './subscribe.ts'
import type { Opening, Subscription } from './subscription.ts'

/** A catch-up is read again when the feed has moved beyond its tail meanwhile; so often at most. */
const READS_MAX = 4

/** Where an encoded catch-up goes. */
export interface CatchUpSink {
  /** Whether there is room for one of so many bytes. */
  fits(bytes: number): boolean
  take(catchUpJson: string): void
}

/**
 * Catches a client up on a room and follows it at level full, without a hole in between: the feed is followed first, the
 * log is read, and in one synchronous step the catch-up is answered, topped up with what the feed has applied meanwhile,
 * and the connection joins. A `room.close` that comes in between wins.
 */
export async function openRoom(
  gateway: Gateway,
  connection: Connection,
  place: { room: RoomId; cursor: Cursor | null },
  sink: CatchUpSink,
): Promise<Refusal | undefined> {
  const user = connection.actor?.user.id
  if (user === undefined) return noSuchRoom()
  const { room, cursor } = place
  const { fullRooms } = gateway.ports.limits
  const followed = connection.rooms.get(room)
  if (followed?.level !== 'full' && countFull(connection) >= fullRooms)
    return refuse('quota', `At most ${fullRooms} rooms can be open at once. Close one first.`)
  if (followed !== undefined && cursor !== null && mayUseTail(connection) && openFromTail(followed, cursor, sink))
    return undefined

  const opening: Opening = { room, isCancelled: false }
  connection.opening = [...(connection.opening ?? []), opening]
  try {
    return await openFromStore(gateway, connection, { user, cursor, opening }, sink)
  } finally {
    const left = connection.opening.filter((each) => each !== opening)
    connection.opening = left.length > 0 ? left : undefined
  }
}

async function openFromStore(
  gateway: Gateway,
  connection: Connection,
  { user, cursor, opening }: { user: UserId; cursor: Cursor | null; opening: Opening },
  sink: CatchUpSink,
): Promise<Refusal | undefined> {
  const { room } = opening
  for (let reads = 0; reads < READS_MAX; reads++) {
    const read = await gateway.ports.store.catchUp(user, room, cursor)
    if (isRefusal(read)) return read
    const feed = gateway.rooms.get(room)
    const [upTo] = read.upTo
    const topUp = feed?.tail.after(upTo)
    if (feed === undefined) await gateway.rooms.follow([room])
    else if (topUp !== undefined && !topUp.some((event) => isRemovalOf(event, user))) {
      if (!sink.fits(Buffer.byteLength(read.json))) return tooMuchAtOnce()
      sink.take(read.json)
      if (opening.isCancelled || connection.isClosed) return undefined
      for (const { json, seq } of topUp) connection.push(new SharedFrame(json, room, seq))
      followFull(connection, feed, Math.max(upTo, feed.head.seq))
      return undefined
    }
  }
  return refuse('unavailable', 'This room moves too fast to catch up with right now.')
}

/** What was written over HTTP is known to no connection, so only the log shows it for sure. */
function mayUseTail({ transport }: Connection): boolean {
  return transport.kind === 'websocket'
}

/** Serves a reader who is only a little behind from memory; a member, since it follows the room. */
function openFromTail({ connection, feed, after, wroteSeq }: Subscription, cursor: Cursor, sink: CatchUpSink): boolean {
  // The feed has yet to reach where this client became a member, or was told of.
  if (Math.max(after, wroteSeq) > feed.head.seq) return false
  const events = feed.tail.since(cursor)
  if (events === undefined || events.length > BOUNDS.deltaEvents) return false
  const list = events.map((event) => event.json).join(',')
  const bytes = Buffer.byteLength(list)
  if (bytes > BOUNDS.deltaBytes || !sink.fits(bytes)) return false
  const last = events.at(-1)
  const upTo: Cursor = last === undefined ? cursor : [last.seq, last.ref]
  sink.take(`{"mode":"delta","upTo":${JSON.stringify(upTo)},"events":[${list}]}`)
  followFull(connection, feed, feed.head.seq)
  return true
}
