import type { RoomId } from '@natter/protocol'
import type { Connection } from './connection.ts'
import type { Gateway } from './gateway.ts'
import type { RoomFeed } from './room-feed.ts'
import type { Subscription } from './subscription.ts'

/** Follows a room at level digest, from where its client stands; a head beyond that is told at the next tick. */
export function followDigest(gateway: Gateway, connection: Connection, feed: RoomFeed, knownSeq: number): void {
  if (connection.rooms.has(feed.room) || connection.isClosed) return
  const subscription: Subscription = { connection, feed, level: 'digest', after: knownSeq }
  connection.rooms.set(feed.room, subscription)
  feed.join(subscription)
  if (feed.head.seq > knownSeq) gateway.digests.add(feed)
}

/** Follows a room at level full; events up to `after` have reached the client. */
export function followFull(connection: Connection, feed: RoomFeed, after: number): void {
  const subscription = connection.rooms.get(feed.room) ?? { connection, feed, level: 'full', after }
  subscription.level = 'full'
  subscription.after = after
  connection.rooms.set(feed.room, subscription)
  feed.join(subscription)
}

/** Back to level digest: what has been told so far counts as known. */
export function backToDigest(connection: Connection, room: RoomId): void {
  const subscription = connection.rooms.get(room)
  if (subscription?.level !== 'full') return
  subscription.level = 'digest'
  subscription.after = subscription.feed.head.seq
  subscription.feed.join(subscription)
}

export function unfollow(connection: Connection, room: RoomId): void {
  const subscription = connection.rooms.get(room)
  if (subscription === undefined) return
  subscription.feed.drop(subscription)
  connection.rooms.delete(room)
}

export function countFull(connection: Connection): number {
  let count = 0
  for (const { level } of connection.rooms.values()) if (level === 'full') count++
  return count
}
