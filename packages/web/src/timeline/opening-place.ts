import type { Timeline } from '@natter/client'
import type { Message } from '@natter/protocol'
import type { App } from '../app/app-context.ts'
import type { RoomModel } from '../room/room-model.ts'
import { messageItem } from './message-item.ts'
import type { ScrollKeeper } from './scroll-keeper.ts'
import { dividerOnBlur, dividerOnOpen } from './unread-divider.ts'

/** Where the first unread message, or the one an address points at, comes to stand: this share of the height from the top. */
export const PLACE_SHARE = 0.3

/** Opens at the unread divider, or at the end when all is read. False: not known yet, ask again after the next rendering. */
export function openAtUnread({ isFocused }: App, model: RoomModel): boolean {
  const { status, readMark, unread } = model.handle.timeline.value
  if (status !== 'live') return false
  if (unread > 0) {
    model.divider.value = dividerOnOpen(readMark, unread)
    model.wanted.value = { kind: 'divider' }
  } else if (!isFocused.value) model.divider.value = dividerOnBlur(undefined, readMark, unread)
  return true
}

/** The first message at hand after a mark. None: the room has not caught up with what is unread. */
export function firstAfter({ items }: Pick<Timeline, 'items'>, markN: number): Message | undefined {
  const found = items.find((item) => item.kind === 'message' && item.message.n > markN)
  return found?.kind === 'message' ? found.message : undefined
}

/** Whether what comes right after the mark is at hand. */
export function isLoaded(timeline: Timeline, markN: number): boolean {
  const first = firstAfter(timeline, markN)
  return first !== undefined && (first.n === markN + 1 || timeline.atStart)
}

/** Opens at one message. False: it is not loaded. */
export function openAtMessage(
  { handle }: Pick<RoomModel, 'handle'>,
  keeper: Pick<ScrollKeeper, 'toRow'>,
  { seq, share = PLACE_SHARE }: { seq: number; share?: number },
): boolean {
  const target = messageItem(handle.timeline.value, seq)
  return target !== undefined && keeper.toRow(target.key, share)
}
