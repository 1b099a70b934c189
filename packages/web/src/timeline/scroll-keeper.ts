import type { ReadonlySignal } from '@preact/signals'
import type { DrawnRows } from './drawn-rows.ts'
import { AT_END } from './hold.ts'
import type { Hold } from './hold.ts'
import { holdScroll } from './scroll-holder.ts'
import type { Watching } from './scroll-holder.ts'
import type { Row } from './timeline-rows.ts'

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

export function keepScroll(watching: Watching): ScrollKeeper {
  const holder = holdScroll(watching)
  const { isAtEnd, topAt, isDividerAbove, draw, attach, restore, rowOf, lastOnScreen, goTo } = holder
  const indexOf = (key: string): number => holder.drawn.rows.findIndex((row) => row.key === key)
  const at = (key: string, share: number): Hold => ({
    isEnd: false,
    spots: [{ key, topPx: Math.round(holder.viewPx * share) }],
  })
  return {
    isAtEnd,
    topAt,
    isDividerAbove,
    draw,
    attach,
    restore,
    lastOnScreen,
    toEnd: () => goTo(AT_END),
    toTop: () => {
      const first = holder.drawn.rows.find(({ kind }) => kind !== 'day')
      if (first) goTo(at(first.key, 0), (box) => box.scrollTo(0, 0))
    },
    toRow: (key, share) => {
      if (indexOf(key) === -1) return false
      goTo(at(key, share))
      return true
    },
    onceThere: (then) => holder.onceThere(() => then(rowOf)),
    show: (key, then) => {
      const found = (): void => {
        const row = rowOf(key)
        if (!row) return
        then(row)
        row.scrollIntoView({ block: 'nearest' })
      }
      if (rowOf(key)) return found()
      goTo(at(key, indexOf(key) < holder.drawn.slice.from ? 0 : 1), found)
    },
  }
}
