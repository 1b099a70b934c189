import type { Table } from './findings.ts'
import { tableCells } from './table-cells.ts'

/** A table for terminals: the first column to the left, the others to the right. */
export function textTable(table: Table): string {
  const { head, body } = tableCells(table)
  const lines = [head, ...body]
  const widths = head.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)))
  const line = (cells: string[]): string =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd()
  return [table.caption, line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n')
}
