import type { RoomId, UserId } from '@natter/protocol'
import type { StoredEvent } from '../ports/log-store.ts'
import type { Connection } from './connection.ts'
import type { Gateway } from './gateway.ts'
import { sendAway } from './leaving.ts'
import type { RoomFeed } from './room-feed.ts'
import { followDigest, isRemovalOf } from './subscribe.ts'

/** Events read at a time of what a feed has moved since. */
const PAGE_EVENTS = 500
/** A client is sent away to come back where a room has moved by more pages than this since a moment ago. */
const PAGES_MAX = 20

/**
 * Follows a room at level digest for somebody who was a member at `knownSeq`, unless they were removed since: what came
 * in between is looked at, in the feed's tail or the log, and the connection joins in the same synchronous step.
 */
export async function followRoom(
  gateway: Gateway,
  connection: Connection,
  place: { user: UserId; room: RoomId; knownSeq: number },
): Promise<void> {
  const { user, room, knownSeq } = place
  if (gateway.rooms.get(room) === undefined) await gateway.rooms.follow([room])
  const missed: StoredEvent[] = []
  for (let pages = 0; pages <= PAGES_MAX; pages++) {
    const feed = gateway.rooms.get(room)
    if (feed === undefined || connection.isClosed) return
    const there = connection.rooms.get(room)
    if (there !== undefined) {
      there.returnedAt = Math.max(there.returnedAt, knownSeq)
      return
    }
    const seq = missed.at(-1)?.seq ?? knownSeq
    const rest = feed.tail.after(seq)
    if (rest !== undefined) return join(gateway, connection, { user, feed, knownSeq }, [...missed, ...rest])
    const page = await gateway.ports.store.eventsAfter(room, seq, PAGE_EVENTS)
    if (page.length === 0) return
    missed.push(...page)
  }
  gateway.ports.log.warn('A room moved too fast to be followed.', { room, connection: connection.id })
  sendAway(connection)
}

/** Follows for somebody who is live: who cannot has to come back, or they would hear less than they believe. */
export async function followLive(...[gateway, connection, place]: Parameters<typeof followRoom>): Promise<void> {
  try {
    await followRoom(gateway, connection, place)
  } catch (error) {
    sendAway(connection)
    throw error
  }
}

function join(
  gateway: Gateway,
  connection: Connection,
  { user, feed, knownSeq }: { user: UserId; feed: RoomFeed; knownSeq: number },
  missed: readonly StoredEvent[],
): void {
  const last = missed.findLast((event) => isAboutMember(event, user))
  if (last !== undefined && isRemovalOf(last, user)) return
  const subscription = followDigest(connection, feed, knownSeq, missed)
  if (subscription.owed !== undefined) gateway.digests.addLate(subscription)
}

function isAboutMember({ type, user }: StoredEvent, member: UserId): boolean {
  return user === member && (type === 'member.left' || type === 'member.joined')
}
