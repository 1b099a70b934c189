import type { RowExtents } from './row-extents.ts'
import type { Slice } from './row-slice.ts'
import type { Row } from './timeline-rows.ts'

/** What of the rows is in the document. */
export interface DrawnRows {
  rows: readonly Row[]
  slice: Slice
  /** The day above the first drawn row, drawn before it so that it can stick. */
  dayAbove: Row | undefined
}

export const NOTHING_DRAWN: DrawnRows = { rows: [], slice: { from: 0, to: 0 }, dayAbove: undefined }

export function drawnRows(rows: readonly Row[], slice: Slice): DrawnRows {
  const isHeaded = slice.from === 0 || rows[slice.from]?.kind === 'day'
  const dayAbove = isHeaded ? undefined : rows.findLast((row, index) => index < slice.from && row.kind === 'day')
  return { rows, slice, dayAbove }
}

/**
 * Remembers how high the drawn rows are, by where they end: margins belong to the row they stand above. A sticky day is
 * not where it seems, so what is between its neighbours is its own height and the rest the next row's.
 */
export function measureRows(list: HTMLElement, { rows, slice, dayAbove }: DrawnRows, extents: RowExtents): void {
  const elements = list.children
  const skipped = dayAbove === undefined ? 0 : 1
  let endPx = list.getBoundingClientRect().top + paddingOf(list)
  if (dayAbove !== undefined) {
    const heightPx = heightOf(elements[0])
    extents.measured(dayAbove, heightPx)
    endPx += heightPx
  }
  let dayPx = 0
  for (let index = slice.from; index < slice.to; index++) {
    const [row, element] = [rows[index], elements[index - slice.from + skipped]]
    if (row === undefined || element === undefined) return
    if (row.kind === 'day') {
      dayPx = heightOf(element)
      extents.measured(row, dayPx)
      continue
    }
    const { bottom } = element.getBoundingClientRect()
    extents.measured(row, Math.max(0, bottom - endPx - dayPx))
    endPx = bottom
    dayPx = 0
  }
}

/** Keeps free what the rows above and below would take. Asks the browser for nothing. */
export function padRows(list: HTMLElement, { rows, slice, dayAbove }: DrawnRows, extents: RowExtents): void {
  const above = sumOf(rows, 0, slice.from, extents) - (dayAbove === undefined ? 0 : extents.of(dayAbove))
  setPx(list, 'paddingBlockStart', above)
  setPx(list, 'paddingBlockEnd', sumOf(rows, slice.to, rows.length, extents))
}

function sumOf(rows: readonly Row[], from: number, to: number, extents: RowExtents): number {
  let sum = 0
  for (let index = from; index < to; index++) {
    const row = rows[index]
    if (row !== undefined) sum += extents.of(row)
  }
  return sum
}

function setPx(list: HTMLElement, side: 'paddingBlockStart' | 'paddingBlockEnd', px: number): void {
  const rounded = Math.max(0, Math.round(px))
  if (Number.parseFloat(list.style[side] || '0') !== rounded) list.style[side] = `${rounded}px`
}

function paddingOf(list: HTMLElement): number {
  return Number.parseFloat(list.style.paddingBlockStart || '0')
}

function heightOf(element: Element | undefined): number {
  return element?.getBoundingClientRect().height ?? 0
}
