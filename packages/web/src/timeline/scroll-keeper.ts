import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'

/** So near to the end one reads along: new messages keep the end in view. */
const NEAR_END_PX = 100

/** Keeps what one reads where it is, whatever comes above, below, or changes its height. */
export interface ScrollKeeper {
  readonly isAtEnd: ReadonlySignal<boolean>
  /** Puts the kept place back; to be called when rows or heights have changed, before they are painted. */
  restore(): void
  toEnd(): void
  /** Brings a row to this share of the height from the top. */
  toRow(key: string, share: number): boolean
  stop(): void
}

type Hold = { at: 'end' } | { at: 'row'; key: string; topPx: number }

interface Watching {
  /** Whether the last row is the newest there is: only then its end is worth sticking to. */
  isNewestLoaded: () => boolean
  /** Runs after every movement. */
  onMove: () => void
}

/** Rows are the elements with `data-key` inside `list`; `box` scrolls. */
export function keepScroll(box: HTMLElement, list: HTMLElement, { isNewestLoaded, onMove }: Watching): ScrollKeeper {
  const isAtEnd = signal(true)
  let hold: Hold = { at: 'end' }
  /** How things stood when they were last looked at. */
  let before = { top: 0, end: 0 }

  const rowOf = (key: string): HTMLElement | null => list.querySelector(`[data-key="${CSS.escape(key)}"]`)
  const topOf = (row: HTMLElement): number => row.getBoundingClientRect().top - box.getBoundingClientRect().top
  const endOf = (): number => box.scrollHeight - box.clientHeight
  const isNearEnd = (): boolean => isNewestLoaded() && endOf() - box.scrollTop <= NEAR_END_PX

  const remember = (): void => {
    before = { top: box.scrollTop, end: endOf() }
    isAtEnd.value = isNearEnd()
    const row = isAtEnd.value ? undefined : firstVisibleRow(box, list)
    hold = row?.dataset['key'] === undefined ? { at: 'end' } : { at: 'row', key: row.dataset['key'], topPx: topOf(row) }
  }
  /** A hand that scrolls is ahead of the event that tells of it. */
  const followHand = (): void => {
    const movedPx = box.scrollTop - before.top
    if (movedPx === 0) return
    if (hold.at === 'row') hold = { ...hold, topPx: hold.topPx - movedPx }
    else if (before.end - box.scrollTop > NEAR_END_PX && !isNearEnd()) remember()
  }
  const restore = (): void => {
    followHand()
    if (hold.at === 'end') {
      // Moving the text under a selection would lose it.
      if (!hasSelectionIn(box)) box.scrollTop = box.scrollHeight
    } else {
      const row = rowOf(hold.key)
      const shiftPx = row ? topOf(row) - hold.topPx : 0
      if (Math.abs(shiftPx) >= 1) box.scrollTop += shiftPx
    }
    before = { top: box.scrollTop, end: endOf() }
    isAtEnd.value = isNearEnd()
    onMove()
  }
  const onScroll = (): void => {
    remember()
    onMove()
  }
  box.addEventListener('scroll', onScroll, { passive: true })
  const observer = new ResizeObserver(restore)
  observer.observe(box)
  observer.observe(list)

  return {
    isAtEnd,
    restore,
    toEnd: () => {
      hold = { at: 'end' }
      box.scrollTop = box.scrollHeight
      onScroll()
    },
    toRow: (key, share) => {
      const row = rowOf(key)
      if (!row) return false
      box.scrollTop += topOf(row) - box.clientHeight * share
      onScroll()
      return true
    },
    stop: () => {
      observer.disconnect()
      box.removeEventListener('scroll', onScroll)
    },
  }
}

/** Rows lie in order, so the first one that ends below the upper edge is found by halving. */
export function firstVisibleRow(box: HTMLElement, list: HTMLElement): HTMLElement | undefined {
  const rows = list.querySelectorAll<HTMLElement>('[data-key]')
  const edge = box.getBoundingClientRect().top
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows[middle]?.getBoundingClientRect().bottom ?? 0) > edge) high = middle
    else low = middle + 1
  }
  return rows[low]
}

function hasSelectionIn(box: HTMLElement): boolean {
  const selection = document.getSelection()
  return selection !== null && !selection.isCollapsed && box.contains(selection.anchorNode)
}
