import type { DurableEvent, EphemeralEvent, UserId } from '@natter/protocol'
import type { RoomFeed } from './room-feed.ts'
import { SharedFrame } from './shared-frame.ts'

/** In rooms with more readers on screen, receipts are asked for instead of told: they would cost readers times readers. */
export const LIVE_RECEIPTS_READERS_MAX = 64

/** Tells everybody who follows a room at level digest that it has moved; and those who have it on screen, who has read. */
export function tellDigest(feed: RoomFeed): void {
  tellMoved(feed)
  tellReceipts(feed)
  feed.pending.clear()
}

function tellMoved(feed: RoomFeed): void {
  if (feed.digest.size === 0) return
  const shared = new SharedFrame(movedJson(feed))
  const { mentions } = feed.pending
  for (const subscription of feed.digest) {
    if (feed.head.seq <= subscription.after) continue
    const user = subscription.connection.actor?.user.id
    const count = user === undefined ? undefined : mentions.get(user)
    subscription.connection.push(count === undefined ? shared : new SharedFrame(movedJson(feed, count)))
  }
}

function movedJson(feed: RoomFeed, mentions?: number): string {
  const { head, pending, room } = feed
  const event: EphemeralEvent = { type: 'room.moved', room, seq: head.seq, n: head.n, at: head.at }
  if (mentions !== undefined) event.mentions = mentions
  if (pending.roomUpdated !== undefined) {
    const updated = JSON.parse(pending.roomUpdated) as Extract<DurableEvent, { type: 'room.updated' }>
    event.details = updated.details
  }
  return JSON.stringify(event)
}

function tellReceipts(feed: RoomFeed): void {
  const { receipts } = feed.pending
  if (receipts.size === 0 || feed.full.size === 0 || feed.full.size > LIVE_RECEIPTS_READERS_MAX) return
  const marks = [...receipts].map(([user, [read, delivered]]): [UserId, number, number] => [user, read, delivered])
  const event: EphemeralEvent = { type: 'receipts.moved', room: feed.room, marks }
  const frame = new SharedFrame(JSON.stringify(event))
  for (const subscription of feed.full) subscription.connection.push(frame)
}
