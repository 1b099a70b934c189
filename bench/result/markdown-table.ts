import type { Table } from './findings.ts'
import { tableCells } from './table-cells.ts'

/** A table for README.md. */
export function markdownTable(table: Table): string {
  const { head, body } = tableCells(table)
  const line = (cells: string[]): string => `| ${cells.join(' | ')} |`
  const rule = head.map((_, column) => (column === 0 ? '---' : '--:'))
  return [`**${table.caption}**`, '', line(head), line(rule), ...body.map(line)].join('\n')
}
