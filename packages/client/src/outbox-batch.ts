import { BOUNDS, utf8Length } from '@natter/protocol'
import type { Limits } from '@natter/protocol'
import type { OutboxEntry } from './outbox-storage.ts'

/** Left of a frame for everything but the items. */
const ENVELOPE_BYTES = 512

/** What of a message goes over the wire. */
export interface SendItem {
  cid: string
  text: string
  replyTo?: number
}

export function sendItem({ cid, text, replyTo }: OutboxEntry): SendItem {
  return replyTo === undefined ? { cid, text } : { cid, text, replyTo }
}

/** The longest beginning of a queue that goes into one command; at least one. */
export function batchOf<E extends { entry: OutboxEntry }>(queue: readonly E[], sizeMax: number, limits: Limits): E[] {
  const batch: E[] = []
  let bytes = ENVELOPE_BYTES
  for (const item of queue) {
    bytes += utf8Length(JSON.stringify(sendItem(item.entry))) + 1
    if (batch.length > 0 && (batch.length >= sizeMax || bytes > limits.frameBytes)) break
    batch.push(item)
  }
  return batch
}

/** How many messages one command may hold: no more than the bursts the server allows, or they would have to be waited for. */
export function batchSizeMax(limits: Limits): number {
  return Math.max(1, Math.min(BOUNDS.sendManyItems, limits.roomSendsBurst, limits.userSendsBurst))
}
