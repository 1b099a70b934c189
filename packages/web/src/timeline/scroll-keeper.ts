import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { drawnRows, measureRows, NOTHING_DRAWN, padRows } from './drawn-rows.ts'
import type { DrawnRows } from './drawn-rows.ts'
import { createRowExtents } from './row-extents.ts'
import { covers, LEFT_PX, sliceAround, withKept } from './row-slice.ts'
import type { Slice, SliceAt } from './row-slice.ts'
import { firstVisibleRow, hasSelectionIn, isAbove, keptKeys, lastVisibleKey, visibleSpots } from './row-elements.ts'
import type { Spot } from './row-elements.ts'
import { UNREAD_KEY } from './timeline-rows.ts'
import type { Row } from './timeline-rows.ts'

/** So near to the end one reads along: new messages keep the end in view. */
const NEAR_END_PX = 100
/** Before the first layout. */
const GUESSED_VIEW_PX = 1_000

/** Draws the part of the rows around what one reads, and keeps that where it is, whatever comes above, below, or changes its height. */
export interface ScrollKeeper {
  readonly isAtEnd: ReadonlySignal<boolean>
  /** When the first message on screen was written. */
  readonly topAt: ReadonlySignal<number | undefined>
  /** Whether the unread divider is further up than what is on screen. */
  readonly isDividerAbove: ReadonlySignal<boolean>
  /** What of the rows is to be in the document now. A component that asks is drawn again when that is to be another part. */
  draw(rows: readonly Row[]): DrawnRows
  /** Rows are the children of `list`, `box` scrolls. The answer ends it. */
  attach(box: HTMLElement, list: HTMLElement): () => void
  /** Puts the kept place back; to be called when rows have been drawn, before they are painted. */
  restore(): void
  toEnd(): void
  toTop(): void
  /** Brings a row to this share of the height from the top. False: there is no such row. */
  toRow(key: string, share: number): boolean
  /** The key of the last message on screen, where a walk begins. */
  lastOnScreen(): string | undefined
  /** Runs once what was last asked for is drawn and in its place. */
  onceThere(then: (rowOf: (key: string) => HTMLElement | null | undefined) => void): void
  /** Makes sure that a row is drawn and on screen, moving as little as that takes; then runs `then`. */
  show(key: string, then: (row: HTMLElement) => void): void
}

/** The end, or else the rows at the upper edge: one of them is kept. */
interface Hold {
  isEnd: boolean
  spots: readonly Spot[]
}

interface Watching {
  /** Whether the last row is the newest there is: only then its end is worth sticking to. */
  isNewestLoaded: () => boolean
  /** Runs after every movement. */
  onMove: (box: HTMLElement) => void
}

export function keepScroll({ isNewestLoaded, onMove }: Watching): ScrollKeeper {
  const isAtEnd = signal(true)
  const moves = signal(0)
  const topAt = signal<number | undefined>(undefined)
  const isDividerAbove = signal(false)
  const extents = createRowExtents()
  let hold: Hold = AT_END
  let drawn: DrawnRows = NOTHING_DRAWN
  let box: HTMLElement | undefined
  let list: HTMLElement | undefined
  /** How things stood when they were last looked at. */
  let before = { top: 0, end: 0 }
  let afterRestore: (() => void) | undefined

  const endOf = (of: HTMLElement): number => of.scrollHeight - of.clientHeight
  const isNearEnd = (of: HTMLElement): boolean => isNewestLoaded() && endOf(of) - of.scrollTop <= NEAR_END_PX
  const rowOf = (key: string): HTMLElement | null | undefined => list?.querySelector(`[data-key="${CSS.escape(key)}"]`)
  const extentPx = (index: number): number => {
    const row = drawn.rows[index]
    return row === undefined ? 0 : extents.of(row)
  }
  const redraw = (): void => void (moves.value = moves.peek() + 1)

  /** Where the hold stands in the present rows. */
  const place = (): SliceAt => {
    const viewPx = box?.clientHeight ?? GUESSED_VIEW_PX
    const { rows } = drawn
    const base = { count: rows.length, extentPx, viewPx }
    if (hold.isEnd) return { ...base, index: rows.length, topPx: viewPx }
    for (const { key, topPx } of hold.spots) {
      const index = rows.findIndex((row) => row.key === key)
      if (index !== -1) return { ...base, index, topPx }
    }
    return { ...base, index: 0, topPx: 0 }
  }

  /** Takes what is on screen now as what is to be kept. */
  const remember = (): void => {
    if (!box || !list) return
    before = { top: box.scrollTop, end: endOf(box) }
    isAtEnd.value = isNearEnd(box)
    const spots = visibleSpots(box, list)
    // Moving the text under a selection would lose it.
    const isEnd = isAtEnd.value && !hasSelectionIn(box)
    hold = { isEnd, spots: spots.length > 0 ? spots : spotBeyond(box, list, drawn, extentPx) }
    tellTop(box, list)
  }
  const tellTop = (of: HTMLElement, rows: HTMLElement): void => {
    const at = firstVisibleRow(of, rows)?.dataset['at']
    if (at !== undefined) topAt.value = Number(at)
    const divider = rowOf(UNREAD_KEY)
    const [index = -1] = divider ? [] : indexesOf([UNREAD_KEY], drawn.rows)
    // One that is not loaded is older than what is.
    isDividerAbove.value = divider ? isAbove(of, divider) : index < drawn.slice.from
  }
  /** A hand that scrolls is ahead of the event that tells of it. */
  const followHand = (of: HTMLElement): void => {
    const movedPx = of.scrollTop - before.top
    if (movedPx === 0) return
    if (!hold.isEnd)
      hold = { isEnd: false, spots: hold.spots.map(({ key, topPx }) => ({ key, topPx: topPx - movedPx })) }
    else if (before.end - of.scrollTop > NEAR_END_PX && !isNearEnd(of)) remember()
  }
  const putBack = (of: HTMLElement): void => {
    if (hold.isEnd && !hasSelectionIn(of)) {
      of.scrollTop = of.scrollHeight
      if (list) hold = { isEnd: true, spots: visibleSpots(of, list) }
      return
    }
    hold = { ...hold, isEnd: false }
    for (const { key, topPx } of hold.spots) {
      const row = rowOf(key)
      if (!row) continue
      const shiftPx = row.getBoundingClientRect().top - of.getBoundingClientRect().top - topPx
      if (Math.abs(shiftPx) >= 1) of.scrollTop += shiftPx
      return
    }
  }
  /** Another part is drawn when what is near the screen is not. */
  const followSlice = (): void => {
    if (!covers(drawn.slice, sliceAround(place(), LEFT_PX))) redraw()
  }
  const settle = (): void => {
    if (!box || !list) return
    measureRows(list, drawn, extents)
    padRows(list, drawn, extents)
    putBack(box)
    before = { top: box.scrollTop, end: endOf(box) }
    isAtEnd.value = isNearEnd(box)
    tellTop(box, list)
  }
  /** Once what was to be shown is drawn and in its place, or is there no more. */
  const arrive = (): void => {
    if (!afterRestore || (isHoldKnown() && !isHoldDrawn())) return
    const run = afterRestore
    afterRestore = undefined
    run()
  }
  const isHoldKnown = (): boolean =>
    hold.isEnd || hold.spots.some(({ key }) => drawn.rows.some((row) => row.key === key))
  const isHoldDrawn = (): boolean =>
    hold.isEnd ? drawn.slice.to === drawn.rows.length : hold.spots.some(({ key }) => rowOf(key))
  const restore = (): void => {
    if (!box) return
    followHand(box)
    settle()
    arrive()
    followSlice()
    onMove(box)
  }
  const onScroll = (): void => {
    if (!box || afterRestore) return
    remember()
    followSlice()
    onMove(box)
  }
  const sliceNow = (): Slice => {
    const slice = sliceAround(place())
    const keys = box ? keptKeys(box) : []
    return keys.length === 0 ? slice : withKept(slice, indexesOf(keys, drawn.rows))
  }
  /** Puts the hold where it is wanted, now if the row is there, else as soon as it is drawn. */
  const goTo = (next: Hold, then?: () => void): void => {
    hold = next
    if (box) before = { top: box.scrollTop, end: endOf(box) }
    afterRestore = () => {
      remember()
      then?.()
    }
    redraw()
  }

  return {
    isAtEnd,
    topAt,
    isDividerAbove,
    draw: (rows) => {
      // Read to be told when it counts on.
      void moves.value
      drawn = { ...drawn, rows }
      extents.keepOnly(rows)
      drawn = drawnRows(rows, sliceNow())
      return drawn
    },
    attach: (newBox, newList) => {
      box = newBox
      list = newList
      box.addEventListener('scroll', onScroll, { passive: true })
      const observer = new ResizeObserver(restore)
      observer.observe(box)
      observer.observe(list)
      return () => {
        observer.disconnect()
        newBox.removeEventListener('scroll', onScroll)
        box = list = undefined
      }
    },
    restore,
    toEnd: () => {
      isAtEnd.value = isNewestLoaded()
      goTo(AT_END)
    },
    toTop: () => {
      const [first] = drawn.rows.filter(({ kind }) => kind !== 'day')
      if (first) goTo({ isEnd: false, spots: [{ key: first.key, topPx: 0 }] }, () => box?.scrollTo(0, 0))
    },
    toRow: (key, share) => {
      if (!drawn.rows.some((row) => row.key === key)) return false
      goTo({ isEnd: false, spots: [{ key, topPx: Math.round((box?.clientHeight ?? GUESSED_VIEW_PX) * share) }] })
      return true
    },
    lastOnScreen: () => (box && list ? lastVisibleKey(box, list) : undefined),
    onceThere: (then) => {
      const first = afterRestore
      afterRestore = () => {
        first?.()
        then(rowOf)
      }
      redraw()
    },
    show: (key, then) => {
      const found = (): void => {
        const row = rowOf(key)
        if (!row) return
        then(row)
        row.scrollIntoView({ block: 'nearest' })
      }
      if (rowOf(key)) return found()
      const share = (indexesOf([key], drawn.rows)[0] ?? 0) < drawn.slice.from ? 0 : 1
      goTo({ isEnd: false, spots: [{ key, topPx: (box?.clientHeight ?? GUESSED_VIEW_PX) * share }] }, found)
    },
  }
}

const AT_END: Hold = { isEnd: true, spots: [] }

/** Where nothing is drawn: the row that would be at the upper edge, counted from what is drawn. */
function spotBeyond(
  box: HTMLElement,
  list: HTMLElement,
  drawn: DrawnRows,
  extentPx: (index: number) => number,
): Spot[] {
  const { rows, slice } = drawn
  const paddingPx = Number.parseFloat(list.style.paddingBlockStart || '0')
  let index = slice.from
  let topPx = list.getBoundingClientRect().top + paddingPx - box.getBoundingClientRect().top
  while (index > 0 && topPx > 0) topPx -= extentPx(--index)
  while (index < rows.length - 1 && topPx + extentPx(index) <= 0) topPx += extentPx(index++)
  if (rows[index]?.kind === 'day') topPx += extentPx(index++)
  const row = rows[index]
  return row === undefined ? [] : [{ key: row.key, topPx }]
}

function indexesOf(keys: readonly string[], rows: readonly Row[]): number[] {
  return keys.map((key) => rows.findIndex((row) => row.key === key))
}
