/** A place in the grid, by the row among all rows of all sections. */
export interface Place {
  row: number
  column: number
}

/**
 * Where a key leads from a place; `search` is above the first row, undefined for keys that lead nowhere. `widths` are the
 * lengths of all rows; in writing from right to left the arrows to the sides change places.
 */
export function stepTo(
  key: string,
  { row, column }: Place,
  widths: readonly number[],
  isRtl: boolean,
): Place | 'search' | undefined {
  const width = widths[row] ?? 0
  switch (key) {
    case isRtl ? 'ArrowLeft' : 'ArrowRight':
      return column + 1 < width ? { row, column: column + 1 } : inRow(row + 1, 0, widths)
    case isRtl ? 'ArrowRight' : 'ArrowLeft':
      return column > 0 ? { row, column: column - 1 } : inRow(row - 1, Infinity, widths)
    case 'ArrowDown':
      return inRow(row + 1, column, widths)
    case 'ArrowUp':
      return row === 0 ? 'search' : inRow(row - 1, column, widths)
    case 'PageDown':
      return inRow(Math.min(row + PAGE_ROWS, widths.length - 1), column, widths)
    case 'PageUp':
      return inRow(Math.max(row - PAGE_ROWS, 0), column, widths)
    case 'Home':
      return { row, column: 0 }
    case 'End':
      return inRow(row, Infinity, widths)
    default:
      return undefined
  }
}

const PAGE_ROWS = 5

/** Rows at the end of a group are shorter: the column is as far as they go. */
function inRow(row: number, column: number, widths: readonly number[]): Place | undefined {
  const width = widths[row]
  return width === undefined ? undefined : { row, column: Math.min(column, width - 1) }
}
