import type { App } from '../app/app-context.ts'
import type { RoomModel } from '../room/room-model.ts'
import { firstVisibleRow } from './row-elements.ts'

/** From here on a window will soon let go of a message at its top for each that joins at its end. */
const NEARLY_FULL_ROWS = 900
/** Whoever is nearer to the end than this is still long with what he reads when the window is full. */
const FAR_ROWS = 300
/** Of the 50 that come with the history around a message: more on screen than this would not all be there. */
const ON_SCREEN_MAX = 44

/** A reader far above the end of a nearly full window is shown the history around what he reads, which stays, instead. */
export function stayBehind({ natter, notices }: App, { handle, rows }: RoomModel): (list: HTMLElement) => void {
  let isLeaving = false
  return (list) => {
    const { status, atEnd } = handle.timeline.value
    const count = rows.value.length
    if (isLeaving || !atEnd || count < NEARLY_FULL_ROWS || status !== 'live') return
    const box = list.parentElement
    const first = box && firstVisibleRow(box, list)
    if (!first || natter.connection.value.state !== 'live') return
    const index = rows.value.findIndex(({ key }) => key === first.dataset['key'])
    if (index === -1 || count - index <= FAR_ROWS) return
    const middle = middleSeq(box, first)
    if (middle === undefined) return
    isLeaving = true
    void notices.attempt(handle.jumpTo(middle).finally(() => (isLeaving = false)))
  }
}

/** The message in the middle of the screen, so that all that is on it comes along. */
function middleSeq(box: HTMLElement, first: HTMLElement): number | undefined {
  const { bottom } = box.getBoundingClientRect()
  const seqs: number[] = []
  let row: Element | null = first
  for (; row && row.getBoundingClientRect().top < bottom; row = row.nextElementSibling) {
    const seq = row instanceof HTMLElement ? Number(row.dataset['seq'] ?? 0) : 0
    if (seq > 0) seqs.push(seq)
  }
  return seqs.length > ON_SCREEN_MAX ? undefined : seqs[seqs.length >> 1]
}
