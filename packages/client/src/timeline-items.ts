import type { DurableEvent, Member, Message, ReadMark, UserId, WireError } from '@natter/protocol'
import type { OutboxEntry } from './outbox-storage.ts'
import type { TimelineWindow } from './timeline.ts'

/** One's own message that has not been acknowledged. `failed`: the server has refused it for good; retry or discard it. */
export interface PendingItem {
  readonly kind: 'pending'
  readonly key: string
  readonly cid: string
  readonly text: string
  readonly replyTo?: number | undefined
  /** When it was written, by this device's clock. */
  readonly at: number
  readonly state: 'pending' | 'failed'
  readonly error?: WireError | undefined
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
  readonly me?: Member | undefined
  readonly readMark: ReadMark
  readonly unread: number
}

/** What a timeline shows of an entry of the outbox. */
export function pendingItem({ cid, text, replyTo, at, error }: OutboxEntry): PendingItem {
  return { kind: 'pending', key: cid, cid, text, replyTo, at, state: error ? 'failed' : 'pending', error }
}

/**
 * Makes the rows of a room's window, with one's own unacknowledged messages at its end. The item of a message that did not
 * change stays the same object, so that a renderer can skip its row.
 */
export function createItems() {
  let contents: readonly (Message | DurableEvent)[] = []
  let items: readonly TimelineItem[] = []
  return (
    { messages, lines, atEnd }: TimelineWindow,
    pending: readonly PendingItem[],
    self: UserId | undefined,
  ): readonly TimelineItem[] => {
    const before = contents
    contents = lines.length ? [...messages, ...lines].sort((a, b) => a.seq - b.seq) : messages
    let at = -1
    // Nearly always what comes next came next before: a thousand rows cost hardly more than one.
    items = contents.map((content) => {
      if (before[++at] !== content) at = before.indexOf(content)
      return items[at] ?? itemOf(content, self)
    })
    return atEnd ? [...items, ...pending.filter(({ key }) => !items.some((item) => item.key === key))] : items
  }
}

/** Others choose their cid freely, also that of one's own message; `#` stands in no cid. */
function itemOf(content: Message | DurableEvent, self: UserId | undefined): TimelineItem {
  const key = `#${content.seq}`
  if ('type' in content) return { kind: 'event', key, event: content }
  return { kind: 'message', key: content.by === self ? content.cid : key, message: content }
}
