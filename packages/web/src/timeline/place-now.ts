import type { WantedPlace } from '../room/room-model.ts'
import { lastVisibleRow } from './row-elements.ts'

/** Where the reader is, to be gone back to: the end, or else the last message on screen, as high as it stands. */
export function placeNow(box: HTMLElement, list: HTMLElement, isAtEnd: boolean): WantedPlace {
  const row = isAtEnd ? undefined : lastVisibleRow(box, list)
  const seq = Number(row?.dataset['seq'] ?? 0)
  if (!row || seq === 0) return { kind: 'latest' }
  const topPx = row.getBoundingClientRect().top - box.getBoundingClientRect().top
  return { kind: 'message', seq, share: topPx / box.clientHeight }
}
