import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { drawnRows, measureRows, NOTHING_DRAWN, padRows } from './drawn-rows.ts'
import type { DrawnRows } from './drawn-rows.ts'
import { AT_END, handMovedPx, isNearEnd, isSameStand, movedBy, NOT_STANDING, standOf } from './hold.ts'
import type { Hold, Stand } from './hold.ts'
import { createRowExtents } from './row-extents.ts'
import { covers, LEFT_PX, sliceAround, withKept } from './row-slice.ts'
import type { Slice, SliceAt } from './row-slice.ts'
import { hasSelectionIn, keptKeys, lastVisibleRow, visibleSpots } from './row-elements.ts'
import { spotBeyond } from './spot-beyond.ts'
import type { Row } from './timeline-rows.ts'
import { createUpperEdge } from './upper-edge.ts'
import type { UpperEdge } from './upper-edge.ts'
import { watchHand } from './watch-hand.ts'

/** Before the first layout. */
const GUESSED_VIEW_PX = 1_000

export interface Watching {
  /** Whether the last row is the newest there is: only then its end is worth sticking to. */
  isNewestLoaded: () => boolean
  /** Runs after every movement. */
  onMove: (box: HTMLElement) => void
  now: () => number
}

/** Draws the part of the rows around what is held, and keeps that where it is. */
export interface ScrollHolder extends Pick<UpperEdge, 'topAt' | 'isDividerAbove'> {
  readonly isAtEnd: ReadonlySignal<boolean>
  readonly drawn: DrawnRows
  readonly viewPx: number
  draw(rows: readonly Row[]): DrawnRows
  attach(box: HTMLElement, list: HTMLElement): () => void
  restore(): void
  rowOf(key: string): HTMLElement | null | undefined
  /** The key of the last message on screen, where a walk begins. */
  lastOnScreen(): string | undefined
  /** Puts the hold where it is wanted, now if the row is there, else as soon as it is drawn; then runs `then`. */
  goTo(next: Hold, then?: (box: HTMLElement) => void): void
  /** Runs once what was last asked for is drawn and in its place. */
  onceThere(then: () => void): void
}

export function holdScroll({ isNewestLoaded, onMove, now }: Watching): ScrollHolder {
  const isAtEnd = signal(true)
  const moves = signal(0)
  const edge = createUpperEdge()
  const extents = createRowExtents()
  let hold: Hold = AT_END
  let drawn: DrawnRows = NOTHING_DRAWN
  let parts: { box: HTMLElement; list: HTMLElement } | undefined
  /** How things stood when they were last looked at. */
  let before: Stand = NOT_STANDING
  let isHand = (): boolean => false
  let isSelecting = false
  let afterRestore: (() => void) | undefined

  const rowOf = (key: string): HTMLElement | null | undefined =>
    parts?.list.querySelector(`[data-key="${CSS.escape(key)}"]`)
  const extentPx = (index: number): number => {
    const row = drawn.rows[index]
    return row === undefined ? 0 : extents.of(row)
  }
  const redraw = (): void => void (moves.value = moves.peek() + 1)
  /** As it was when last looked at: to ask the browser while drawing would make it lay out what is half drawn. */
  const viewPx = (): number => before.viewPx || GUESSED_VIEW_PX

  /** Where the hold stands in the present rows. */
  const place = (): SliceAt => {
    const { rows } = drawn
    const base = { count: rows.length, extentPx, viewPx: viewPx() }
    if (hold.isEnd) return { ...base, index: rows.length, topPx: base.viewPx }
    for (const { key, topPx } of hold.spots) {
      const index = rows.findIndex((row) => row.key === key)
      if (index !== -1) return { ...base, index, topPx }
    }
    return { ...base, index: 0, topPx: 0 }
  }
  const sliceNow = (): Slice => {
    const slice = sliceAround(place())
    const keys = parts ? keptKeys(parts.box, isSelecting) : []
    const indexes = keys.map((key) => drawn.rows.findIndex((row) => row.key === key))
    return withKept(slice, indexes)
  }

  /** Takes what is on screen now as what is to be kept. */
  const remember = (): void => {
    if (!parts) return
    const { box, list } = parts
    const stand = standOf(box)
    isAtEnd.value = isNewestLoaded() && isNearEnd(hold, { before, now: stand, isHand: isHand() })
    before = stand
    // Moving the text under a selection would lose it.
    if (isAtEnd.value && !isSelecting) hold = AT_END
    else {
      const spots = visibleSpots(box, list)
      hold = { isEnd: false, spots: spots.length > 0 ? spots : spotBeyond(box, list, drawn, extentPx) }
    }
    edge.look(box, list, drawn)
  }
  /** A hand that scrolls is ahead of the event that tells of it. */
  const followHand = (box: HTMLElement): void => {
    const stand = standOf(box)
    const movedPx = handMovedPx(before, stand)
    if (movedPx === 0) return
    if (!hold.isEnd) hold = movedBy(hold, movedPx)
    else if (!isNearEnd(hold, { before, now: stand, isHand: isHand() })) remember()
  }
  const putBack = (box: HTMLElement): void => {
    if (hold.isEnd) {
      box.scrollTop = box.scrollHeight
      return
    }
    for (const { key, topPx } of hold.spots) {
      const row = rowOf(key)
      if (!row) continue
      const shiftPx = row.getBoundingClientRect().top - box.getBoundingClientRect().top - topPx
      if (Math.abs(shiftPx) >= 1) box.scrollTop += shiftPx
      return
    }
  }
  const settle = (): void => {
    if (!parts) return
    const { box, list } = parts
    // First with what is known: without the room of rows that were taken out the browser would cut off what is scrolled.
    padRows(list, drawn, extents)
    followHand(box)
    measureRows(list, drawn, extents)
    padRows(list, drawn, extents)
    putBack(box)
    before = standOf(box)
    isAtEnd.value = isNewestLoaded() && isNearEnd(hold, { before, now: before, isHand: false })
    edge.look(box, list, drawn)
  }
  /** Another part is drawn when what is near the screen is not. */
  const followSlice = (): void => {
    if (!covers(drawn.slice, sliceAround(place(), LEFT_PX))) redraw()
  }
  const moved = (): void => {
    followSlice()
    if (parts) onMove(parts.box)
  }

  const isHoldKnown = (): boolean =>
    hold.isEnd || hold.spots.some(({ key }) => drawn.rows.some((row) => row.key === key))
  const isHoldDrawn = (): boolean =>
    hold.isEnd ? drawn.slice.to === drawn.rows.length : hold.spots.some(({ key }) => rowOf(key))
  /** Once what was to be shown is drawn and in its place, or is there no more. */
  const arrive = (): void => {
    if (!afterRestore || (isHoldKnown() && !isHoldDrawn())) return
    const run = afterRestore
    afterRestore = undefined
    run()
  }
  const restore = (): void => {
    if (!parts) return
    settle()
    arrive()
    moved()
  }

  const onResize = (): void => {
    if (parts && (afterRestore || !isSameStand(standOf(parts.box), before))) restore()
  }
  const onScroll = (): void => {
    if (!parts || afterRestore) return
    const stand = standOf(parts.box)
    // The event of a movement of our own.
    if (isSameStand(stand, before)) return
    if (stand.endPx !== before.endPx) settle()
    remember()
    moved()
  }
  const onSelection = (): void => {
    if (!parts || hasSelectionIn(parts.box) === isSelecting) return
    isSelecting = !isSelecting
    if (!afterRestore) remember()
  }

  return {
    isAtEnd,
    topAt: edge.topAt,
    isDividerAbove: edge.isDividerAbove,
    get drawn() {
      return drawn
    },
    get viewPx() {
      return viewPx()
    },
    draw: (rows) => {
      // Read to be told when it counts on.
      void moves.value
      drawn = { ...drawn, rows }
      extents.keepOnly(rows)
      drawn = drawnRows(rows, sliceNow())
      return drawn
    },
    attach: (box, list) => {
      parts = { box, list }
      const ends = new AbortController()
      isHand = watchHand(box, now, ends.signal)
      const observer = new ResizeObserver(onResize)
      box.addEventListener('scroll', onScroll, { passive: true, signal: ends.signal })
      document.addEventListener('selectionchange', onSelection, { passive: true, signal: ends.signal })
      observer.observe(box)
      observer.observe(list)
      return () => {
        observer.disconnect()
        ends.abort()
        parts = undefined
      }
    },
    restore,
    rowOf,
    lastOnScreen: () => parts && lastVisibleRow(parts.box, parts.list)?.dataset['key'],
    goTo: (next, then) => {
      hold = next
      if (next.isEnd) isAtEnd.value = isNewestLoaded()
      if (parts) before = standOf(parts.box)
      afterRestore = () => {
        remember()
        if (parts) then?.(parts.box)
      }
      redraw()
    },
    onceThere: (then) => {
      const first = afterRestore
      afterRestore = () => {
        first?.()
        then()
      }
      redraw()
    },
  }
}
