import type { DrawnRows } from './drawn-rows.ts'
import type { Spot } from './row-elements.ts'

/** Where nothing is drawn: the row that would be at the upper edge, counted from what is drawn. */
export function spotBeyond(
  box: HTMLElement,
  list: HTMLElement,
  { rows, slice }: DrawnRows,
  extentPx: (index: number) => number,
): Spot[] {
  const paddingPx = Number.parseFloat(list.style.paddingBlockStart || '0')
  let index = slice.from
  let topPx = list.getBoundingClientRect().top + paddingPx - box.getBoundingClientRect().top
  while (index > 0 && topPx > 0) topPx -= extentPx(--index)
  while (index < rows.length - 1 && topPx + extentPx(index) <= 0) topPx += extentPx(index++)
  if (rows[index]?.kind === 'day') topPx += extentPx(index++)
  const row = rows[index]
  return row === undefined ? [] : [{ key: row.key, topPx }]
}
