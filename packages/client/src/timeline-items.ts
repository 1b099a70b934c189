import type { DurableEvent, Member, Message, ReadMark, UserId, WireError } from '@natter/protocol'
import type { TimelineWindow } from './timeline.ts'

/** One's own message that has not been acknowledged. `failed`: the server has refused it for good; retry or discard it. */
export interface PendingItem {
  readonly kind: 'pending'
  readonly key: string
  readonly cid: string
  readonly text: string
  readonly replyTo?: number
  /** When it was written, by this device's clock. */
  readonly at: number
  readonly state: 'pending' | 'failed'
  readonly error?: WireError
}

/**
 * A row of a timeline. `key` is unique in it and stays: one's own message has the same before and after it was
 * acknowledged, so a renderer keeps the row. `event`: a member came or went, or the room changed.
 */
export type TimelineItem =
  | { readonly kind: 'message'; readonly key: string; readonly message: Message }
  | { readonly kind: 'event'; readonly key: string; readonly event: DurableEvent }
  | PendingItem

/** What there is to see of a room. At most 1,000 messages are kept; the rest comes with `loadOlder` and `loadNewer`. */
export interface Timeline {
  /** By rising seq, and at the end, if the window is there, what is not acknowledged yet. */
  readonly items: readonly TimelineItem[]
  /** `closed`: not followed, what is shown may be old. `loading`: nothing to show yet. `live`: followed, also while the connection is being restored. */
  readonly status: 'closed' | 'loading' | 'live'
  /** The first item is the first message of the room. */
  readonly atStart: boolean
  /** New messages join the items; otherwise `newer` counts those after them. */
  readonly atEnd: boolean
  readonly newer: number
  readonly loadingOlder: boolean
  readonly loadingNewer: boolean
  /** One's own membership. */
  readonly me?: Member
  readonly readMark: ReadMark
  readonly unread: number
}

// The wrapper of a message that did not change stays the same object, so that a renderer can skip its row.
const wrapped = new WeakMap<Message | DurableEvent, TimelineItem>()

/** The rows of a window, with one's own unacknowledged messages at its end. */
export function timelineItems(
  { messages, lines, atEnd }: TimelineWindow,
  pending: readonly PendingItem[],
  self: UserId | undefined,
): readonly TimelineItem[] {
  const items: TimelineItem[] = []
  let line = 0
  for (const message of messages) {
    for (let event; (event = lines[line]) !== undefined && event.seq < message.seq; line++) items.push(eventItem(event))
    items.push(messageItem(message, self))
  }
  for (const event of lines.slice(line)) items.push(eventItem(event))
  if (!atEnd || pending.length === 0) return items
  const shown = new Set(items.map(({ key }) => key))
  return [...items, ...pending.filter(({ key }) => !shown.has(key))]
}

/** Others choose their cid freely, also that of one's own message; `#` stands in no cid. */
function messageItem(message: Message, self: UserId | undefined): TimelineItem {
  return wrap(message, () => ({
    kind: 'message',
    key: message.by === self ? message.cid : `#${message.seq}`,
    message,
  }))
}

function eventItem(event: DurableEvent): TimelineItem {
  return wrap(event, () => ({ kind: 'event', key: `#${event.seq}`, event }))
}

function wrap(content: Message | DurableEvent, make: () => TimelineItem): TimelineItem {
  const present = wrapped.get(content)
  if (present !== undefined) return present
  const item = make()
  wrapped.set(content, item)
  return item
}
