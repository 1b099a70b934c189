/** Rows drawn above and below what is in sight, so that scrolling shows no holes. */
const MARGIN_ROWS = 8

export interface Rows {
  from: number
  to: number
}

/** Which of `count` rows of one height are to be drawn. Before anything was measured: the first ones. */
export function rowsInSight(count: number, { top, height, row }: { top: number; height: number; row: number }): Rows {
  if (row <= 0) return { from: 0, to: Math.min(count, FIRST_ROWS) }
  const from = Math.max(0, Math.floor(top / row) - MARGIN_ROWS)
  return { from: Math.min(from, count), to: Math.min(count, Math.ceil((top + height) / row) + MARGIN_ROWS) }
}

const FIRST_ROWS = 30
