import type { OutboxEntry, PendingItem, Timeline, TimelineItem } from '@natter/client'
import type { RememberedTimeline } from './copy.ts'

/** What a room shows: what the SDK has, or what is remembered until it has anything; and below it what waits in other tabs. */
export function shownTimeline(
  own: Timeline,
  remembered: RememberedTimeline | undefined,
  elsewhere: readonly OutboxEntry[],
): Timeline {
  const isKnown = own.status === 'live' || own.items.some((item) => item.kind !== 'pending')
  const base = isKnown || !remembered ? own : withRemembered(own, remembered)
  if (!base.atEnd || elsewhere.length === 0) return base
  const keys = new Set(base.items.map(({ key }) => key))
  const waiting = elsewhere.filter(({ cid }) => !keys.has(cid)).map(pendingOf)
  return waiting.length === 0 ? base : { ...base, items: [...base.items, ...waiting] }
}

/** `status` stays the SDK's own: remembered is not followed, and nothing counts as news or as read by it. */
function withRemembered(own: Timeline, { items, atStart, me, readMark, unread }: RememberedTimeline): Timeline {
  const keys = new Set(items.map(({ key }) => key))
  const waiting: readonly TimelineItem[] = own.items.filter(({ key }) => !keys.has(key))
  return { ...own, items: [...items, ...waiting], atStart, me: own.me ?? me, readMark, unread }
}

// The same entry makes the same object, so that a renderer can skip its row.
const known = new WeakMap<OutboxEntry, PendingItem>()

function pendingOf(entry: OutboxEntry): PendingItem {
  const { cid, text, replyTo, at, error } = entry
  const item = known.get(entry) ?? {
    kind: 'pending',
    key: cid,
    cid,
    text,
    replyTo,
    at,
    state: error ? 'failed' : 'pending',
    error,
  }
  known.set(entry, item)
  return item
}
