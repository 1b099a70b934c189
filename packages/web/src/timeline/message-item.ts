import type { Timeline, TimelineItem } from '@natter/client'

type SentItem = Extract<TimelineItem, { kind: 'message' }>

/** The message of this seq, where it is loaded. */
export function messageItem({ items }: Pick<Timeline, 'items'>, seq: number): SentItem | undefined {
  return items.find((item): item is SentItem => item.kind === 'message' && item.message.seq === seq)
}
