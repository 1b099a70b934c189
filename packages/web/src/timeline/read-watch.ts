import type { RoomHandle } from '@natter/client'
import type { Clock } from '../app/clock.ts'
import { look, NOTHING_SEEN } from './read-tracker.ts'
import { firstVisibleRow } from './row-elements.ts'

/** Marks as read what has been on screen, in a focused window, long enough. */
export interface ReadWatch {
  /** To be called after every movement and when the focus comes or goes. */
  look(): void
  stop(): void
}

interface ReadWatchOptions {
  box: HTMLElement
  list: HTMLElement
  handle: RoomHandle
  clock: Clock
  isFocused: () => boolean
}

export function watchReading({ box, list, handle, clock, isFocused }: ReadWatchOptions): ReadWatch {
  let tracker = NOTHING_SEEN
  let cancel = (): void => {}
  const lookNow = (): void => {
    cancel()
    const at = clock.now()
    const seen = look(tracker, { visible: visibleSeqs(box, list), isFocused: isFocused(), at })
    tracker = seen.tracker
    if (seen.readSeq !== undefined && seen.readSeq > handle.timeline.value.readMark.seq) handle.markRead(seen.readSeq)
    if (seen.lookAgainAt !== undefined) cancel = clock.after(seen.lookAgainAt - at, lookNow)
  }
  return { look: lookNow, stop: () => cancel() }
}

/** The messages whose lower edge is inside the box. */
function visibleSeqs(box: HTMLElement, list: HTMLElement): number[] {
  const { top, bottom } = box.getBoundingClientRect()
  const seqs: number[] = []
  let row: Element | null | undefined = firstVisibleRow(box, list)
  for (; row; row = row.nextElementSibling) {
    const edges = row.getBoundingClientRect()
    if (edges.top >= bottom) break
    const seq = row instanceof HTMLElement ? Number(row.dataset['seq'] ?? 0) : 0
    if (seq > 0 && edges.bottom > top && edges.bottom <= bottom + 1) seqs.push(seq)
  }
  return seqs
}
