import type { EphemeralEvent, Room, UserId } from '@natter/protocol'
import type { RoomFeed } from './room-feed.ts'
import { SharedFrame } from './shared-frame.ts'
import type { OwedDigest, OwedMarks, Subscription } from './subscription.ts'

/** In rooms with more readers on screen, receipts are asked for instead of told: they would cost readers times readers. */
export const LIVE_RECEIPTS_READERS_MAX = 64
/** Members whose marks wait for one reader who is behind; those that moved longest ago can be asked for. */
const OWED_MARKS_MAX = 200

/**
 * Tells everybody who follows a room at level digest that it has moved since the last time; for those whose turn it is
 * not, notes what they are owed.
 */
export function tellMoved(
  feed: RoomFeed,
  isTurnOf: (subscription: Subscription) => boolean,
  late: (subscription: Subscription) => void,
): void {
  const { head, pending } = feed
  if (head.seq <= feed.toldSeq) return
  feed.toldSeq = head.seq
  // By how many mentions they tell: made once each, since a message to all mentions everybody.
  const shared = new Map<number, SharedFrame>()
  const sharedFrame = (mentions: number): SharedFrame => {
    const frame = shared.get(mentions) ?? movedFrame(feed, { mentions, details: pending.details })
    shared.set(mentions, frame)
    return frame
  }
  for (const subscription of feed.digest) {
    if (head.seq <= subscription.after) continue
    const { connection, owed } = subscription
    const user = connection.actor?.user.id
    const mentions = pending.mentionsAfter(user, subscription.after) + (owed?.mentions ?? 0)
    const details = pending.details ?? owed?.details
    const own = pending.ownAfterN(user)
    // What is owed already may hold messages of others.
    const ownAfterN = owed === undefined ? own : own === undefined ? undefined : owed.ownAfterN
    if (!isTurnOf(subscription)) {
      subscription.owed = { mentions, details, ownAfterN }
      late(subscription)
      continue
    }
    subscription.owed = undefined
    const isPersonal = ownAfterN !== undefined || details !== pending.details
    connection.push(isPersonal ? movedFrame(feed, { mentions, details, ownAfterN }) : sharedFrame(mentions))
  }
}

/** That a room stands at its head now; `owed` is added for one client alone. */
export function movedFrame(feed: RoomFeed, { mentions, details, ownAfterN }: OwedDigest): SharedFrame {
  const { head, room } = feed
  const event: EphemeralEvent = { type: 'room.moved', room, seq: head.seq, n: head.n, at: head.at }
  if (mentions > 0) event.mentions = mentions
  if (ownAfterN !== undefined) event.ownAfterN = ownAfterN
  if (details !== undefined) event.details = detailsNow(details, feed)
  return new SharedFrame(JSON.stringify(event))
}

/** The details were true at their event; the head has moved on. */
function detailsNow(details: Room, { head }: RoomFeed): Room {
  return { ...details, head: [head.seq, head.ref], n: head.n }
}

/** Tells those who have the room on screen who has read how far; for those who are behind, notes the latest of each member. */
export function tellReceipts(feed: RoomFeed, uptime: number, late: (subscription: Subscription) => void): void {
  const { receipts } = feed.pending
  if (receipts.size === 0 || feed.full.size === 0 || feed.full.size > LIVE_RECEIPTS_READERS_MAX) return
  const frame = marksFrame(feed, receipts)
  for (const subscription of feed.full) {
    const { connection, owedMarks } = subscription
    if (owedMarks === undefined && !connection.isBehind(uptime)) connection.push(frame)
    else {
      subscription.owedMarks = owing(owedMarks ?? new Map(), receipts)
      late(subscription)
    }
  }
}

export function marksFrame(feed: RoomFeed, receipts: OwedMarks): SharedFrame {
  const marks = [...receipts].map(([user, [read, delivered]]): [UserId, number, number] => [user, read, delivered])
  const event: EphemeralEvent = { type: 'receipts.moved', room: feed.room, marks }
  return new SharedFrame(JSON.stringify(event))
}

function owing(owed: OwedMarks, receipts: OwedMarks): OwedMarks {
  for (const [user, marks] of receipts) {
    owed.delete(user)
    owed.set(user, marks)
  }
  for (const user of owed.keys()) {
    if (owed.size <= OWED_MARKS_MAX) break
    owed.delete(user)
  }
  return owed
}
