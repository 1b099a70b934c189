import type { App } from '../app/app-context.ts'
import type { RoomModel } from '../room/room-model.ts'
import type { ScrollKeeper } from './scroll-keeper.ts'
import { dividerOnBlur, dividerOnOpen } from './unread-divider.ts'

/** Where the first unread message, or the one an address points at, comes to stand: this share of the height from the top. */
const PLACE_SHARE = 0.3

/** Opens at the unread divider, or at the end when all is read. False: not settled yet, ask again after the next rendering. */
export function openAtUnread({ isFocused, notices }: App, model: RoomModel, keeper: ScrollKeeper): boolean {
  const { status, readMark, unread, atStart, items } = model.handle.timeline.value
  if (status !== 'live') return false
  if (unread === 0) {
    if (!isFocused.value) model.divider.value = dividerOnBlur(undefined, readMark, unread)
    return true
  }
  if (model.divider.value === undefined) {
    model.divider.value = dividerOnOpen(readMark, unread)
    const first = items.find((item) => item.kind === 'message')
    const isLoaded = atStart || (first?.kind === 'message' && first.message.n <= readMark.n + 1)
    if (!isLoaded) void notices.attempt(model.handle.jumpTo(readMark.seq + 1))
  }
  return keeper.toRow('unread', PLACE_SHARE)
}

/** Opens at one message. False: it is not loaded yet. */
export function openAtMessage(model: RoomModel, keeper: ScrollKeeper, seq: number): boolean {
  const { items } = model.handle.timeline.value
  const target = items.find((item) => item.kind === 'message' && item.message.seq === seq)
  return target !== undefined && keeper.toRow(target.key, PLACE_SHARE)
}
