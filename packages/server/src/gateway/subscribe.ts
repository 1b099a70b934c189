import { isMentioned } from '@natter/core'
import type { RoomId, UserId } from '@natter/protocol'
import type { StoredEvent } from '../ports/log-store.ts'
import type { Connection } from './connection.ts'
import { detailsOf } from './digest-pending.ts'
import type { RoomFeed } from './room-feed.ts'
import type { OwedDigest, Subscription } from './subscription.ts'

/**
 * Follows a room at level digest. The client knows of the room up to `knownSeq`, and was a member there; `missed` are the
 * events after it up to the feed's head, which hold no removal. Returns what the client is owed at the next tick.
 */
export function followDigest(
  connection: Connection,
  feed: RoomFeed,
  knownSeq: number,
  missed: readonly StoredEvent[],
): Subscription {
  const subscription: Subscription = {
    connection,
    feed,
    level: 'digest',
    after: Math.max(knownSeq, feed.head.seq),
    returnedAt: 0,
    wroteSeq: 0,
    owed: missed.length === 0 ? undefined : owedFor(connection.actor?.user.id, missed),
    owedMarks: undefined,
  }
  connection.rooms.set(feed.room, subscription)
  feed.join(subscription)
  return subscription
}

/**
 * Follows a room at level full; events up to `after` have reached the client, which begins anew from there even where it
 * was told more before: the answers of a store may overtake each other.
 */
export function followFull(connection: Connection, feed: RoomFeed, after: number): void {
  const there = connection.rooms.get(feed.room)
  if (there !== undefined && there.feed !== feed) there.feed.drop(there)
  const returnedAt = there === undefined ? 0 : Math.max(there.returnedAt, there.after)
  const wroteSeq = there?.wroteSeq ?? 0
  const level = 'full'
  const owes = { owed: undefined, owedMarks: undefined }
  const subscription: Subscription =
    there?.feed === feed ? there : { connection, feed, level, after, returnedAt, wroteSeq, ...owes }
  subscription.level = level
  subscription.after = after
  subscription.returnedAt = returnedAt
  subscription.owed = undefined
  connection.rooms.set(feed.room, subscription)
  feed.join(subscription)
}

/** Back to level digest: what has been told so far counts as known. */
export function backToDigest(connection: Connection, room: RoomId): void {
  for (const opening of connection.opening ?? []) if (opening.room === room) opening.isCancelled = true
  const subscription = connection.rooms.get(room)
  if (subscription?.level !== 'full') return
  subscription.level = 'digest'
  subscription.owedMarks = undefined
  subscription.after = Math.max(subscription.after, subscription.feed.head.seq)
  subscription.feed.join(subscription)
}

export function unfollow(connection: Connection, room: RoomId): void {
  const subscription = connection.rooms.get(room)
  if (subscription === undefined) return
  subscription.feed.drop(subscription)
  connection.rooms.delete(room)
}

/** Rooms at level full and on their way there. */
export function countFull(connection: Connection): number {
  let count = connection.opening?.length ?? 0
  for (const { level } of connection.rooms.values()) if (level === 'full') count++
  return count
}

export function isRemovalOf(event: StoredEvent, user: UserId): boolean {
  return event.type === 'member.left' && event.user === user
}

function owedFor(user: UserId | undefined, missed: readonly StoredEvent[]): OwedDigest {
  const update = missed.findLast(({ type }) => type === 'room.updated')
  return {
    mentions: missed.filter(({ mentions = [], by }) => user !== undefined && isMentioned(user, { mentions, by }))
      .length,
    details: update === undefined ? undefined : detailsOf(update),
  }
}
