import type { EphemeralEvent } from '@natter/protocol'
import type { BusMessage } from '../ports/bus.ts'
import type { RoomFeed } from './room-feed.ts'
import { SharedFrame } from './shared-frame.ts'

/** Tells those who have the room on screen and are at the keyboard; nobody is told late. */
export function tellTyping(feed: RoomFeed, typing: Extract<BusMessage, { kind: 'typing' }>, uptime: number): void {
  if (feed.full.size === 0) return
  const { room, by, expiresInMs } = typing
  const event: EphemeralEvent = { type: 'typing', room, by, expiresInMs }
  const frame = new SharedFrame(JSON.stringify(event))
  for (const { connection } of feed.full) if (connection.isAttentive(uptime)) connection.push(frame)
}
