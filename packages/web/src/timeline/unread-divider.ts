import type { ReadMark } from '@natter/protocol'

/**
 * Where "New messages" stands: after the reader's mark at the moment the room opened or the window lost focus.
 * It does not move while reading.
 */
export type UnreadDivider = { after: ReadMark } | undefined

/** On opening a room. A room that is read to its end has no divider, and gets none while it is being read. */
export function dividerOnOpen(mark: ReadMark, unread: number): UnreadDivider {
  return unread > 0 ? { after: mark } : undefined
}

/** On losing focus: when all was read, what comes from now on is new. When not, the divider stays where it is. */
export function dividerOnBlur(divider: UnreadDivider, mark: ReadMark, unread: number): UnreadDivider {
  return unread === 0 ? { after: mark } : (divider ?? { after: mark })
}
