import type { Timeline } from '@natter/client'
import type { RoomModel, WantedPlace } from '../room/room-model.ts'
import { messageItem } from './message-item.ts'
import { firstAfter, isLoaded, openAtMessage, PLACE_SHARE } from './opening-place.ts'
import type { ScrollKeeper } from './scroll-keeper.ts'
import { UNREAD_KEY } from './timeline-rows.ts'

export interface Where {
  model: Pick<RoomModel, 'handle' | 'timeline' | 'rows' | 'divider'>
  keeper: Pick<ScrollKeeper, 'toEnd' | 'toTop' | 'toRow' | 'onceThere'>
}

/** Goes there. False: it is not loaded or not among the rows yet, ask again after the next rendering. */
export function arriveAt({ model, keeper }: Where, wanted: WantedPlace): boolean {
  // What is loaded may wait to be drawn, and what is drawn be gone.
  if (!isAt(model.timeline.peek(), model, wanted) || !isAt(model.handle.timeline.value, model, wanted)) return false
  switch (wanted.kind) {
    case 'beginning':
      keeper.toTop()
      return true
    case 'latest':
      keeper.toEnd()
      return true
    case 'divider':
      // Without one only what one wrote oneself is unread, and one stays where one is.
      return keeper.toRow(UNREAD_KEY, PLACE_SHARE) || !model.rows.value.some(({ key }) => key === UNREAD_KEY)
    case 'message': {
      const isFound = openAtMessage(model, keeper, wanted)
      if (isFound) focusOn(model, keeper, wanted.seq)
      return isFound
    }
  }
}

/** Whether a place is loaded. */
export function isAt(timeline: Timeline, { divider }: Where['model'], wanted: WantedPlace): boolean {
  const { status, atStart, atEnd } = timeline
  if (wanted.kind === 'latest') return atEnd
  if (status !== 'live') return false
  switch (wanted.kind) {
    case 'beginning':
      return atStart
    case 'divider':
      return divider.value !== undefined && isLoaded(timeline, divider.value.after.n)
    case 'message':
      return messageItem(timeline, wanted.seq) !== undefined
  }
}

/** Whether a page may be asked for: a catch-up would put the newest messages in the place of one that was asked for before it. */
export function isCaughtUp({ handle, divider }: Where['model'], wanted: WantedPlace): boolean {
  const timeline = handle.timeline.value
  if (timeline.status !== 'live') return false
  return wanted.kind !== 'divider' || firstAfter(timeline, divider.value?.after.n ?? 0) !== undefined
}

/** Asks for the page around a place. */
export function jumpTo({ handle, divider }: Where['model'], wanted: WantedPlace): Promise<void> {
  switch (wanted.kind) {
    case 'beginning':
      return handle.jumpTo(1)
    case 'latest':
      return handle.jumpToLatest()
    case 'divider':
      return handle.jumpTo((divider.value?.after.seq ?? 0) + 1)
    case 'message':
      return handle.jumpTo(wanted.seq)
  }
}

/** Those who came by the keyboard or listen go on from there. */
function focusOn({ handle }: Where['model'], keeper: Where['keeper'], seq: number): void {
  const key = messageItem(handle.timeline.value, seq)?.key
  const isWriting = document.activeElement instanceof HTMLTextAreaElement && document.activeElement.value !== ''
  if (key !== undefined && !isWriting) keeper.onceThere((rowOf) => rowOf(key)?.focus({ preventScroll: true }))
}
