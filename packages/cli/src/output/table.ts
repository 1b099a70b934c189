import { escapeLine } from './escape.ts'
import { cutToWidth, textWidth } from './width.ts'

export interface Column {
  title: string
  align?: 'left' | 'right'
  /** Gives way where the terminal is too narrow; at most one column of a table. */
  flexible?: boolean
}

const GAP = '  '
const FLEXIBLE_COLUMNS_MIN = 8

/** Aligned lines with a heading, cells escaped. `columnsMax`: width of the terminal, absent where there is none. */
export function table(columns: Column[], rows: string[][], columnsMax?: number): string {
  const cells = [columns.map(({ title }) => title), ...rows.map((row) => row.map(escapeLine))]
  const widths = columns.map((_, at) => Math.max(...cells.map((row) => textWidth(row[at] ?? ''))))
  const flexibleAt = columns.findIndex(({ flexible }) => flexible)
  if (columnsMax !== undefined && flexibleAt !== -1) {
    const others = widths.reduce((sum, width, at) => sum + (at === flexibleAt ? 0 : width + GAP.length), 0)
    widths[flexibleAt] = Math.min(widths[flexibleAt] ?? 0, Math.max(FLEXIBLE_COLUMNS_MIN, columnsMax - others))
  }
  return cells.map((row) => `${line(columns, row, widths)}\n`).join('')
}

function line(columns: Column[], row: string[], widths: number[]): string {
  const padded = columns.map(({ align }, at) => {
    const width = widths[at] ?? 0
    const text = cutToWidth(row[at] ?? '', width)
    const space = ' '.repeat(width - textWidth(text))
    return align === 'right' ? space + text : text + space
  })
  return padded.join(GAP).trimEnd()
}
