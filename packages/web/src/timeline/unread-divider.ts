import type { Timeline } from '@natter/client'
import type { ReadMark } from '@natter/protocol'

/**
 * Where "New messages" stands: after the reader's mark at the moment the room opened or the window lost focus.
 * It does not move while reading.
 */
export type UnreadDivider =
  | {
      after: ReadMark
      /** Somebody put it there: then it may stand before one's own message too. */
      isAsked?: true
    }
  | undefined

/** On opening a room. A room that is read to its end has no divider, and gets none while it is being read. */
export function dividerOnOpen(mark: ReadMark, unread: number): UnreadDivider {
  return unread > 0 ? { after: mark } : undefined
}

/** On losing focus: when all was read, what comes from now on is new. When not, the divider stays where it is. */
export function dividerOnBlur(divider: UnreadDivider, mark: ReadMark, unread: number): UnreadDivider {
  return unread === 0 ? { after: mark } : (divider ?? { after: mark })
}

/** How many messages stand behind the divider by now, and when the first of them was written, if it is loaded. */
export function newSince(
  { after }: NonNullable<UnreadDivider>,
  { items, readMark, unread }: Pick<Timeline, 'items' | 'readMark' | 'unread'>,
): { count: number; since: number | undefined } {
  const first = items.find((item) => item.kind === 'message' && item.message.n > after.n)
  const isFirst = first?.kind === 'message' && first.message.n === after.n + 1
  return { count: Math.max(1, readMark.n + unread - after.n), since: isFirst ? first.message.at : undefined }
}
