import type { Block, Inline, Side } from './tree.ts'

/** Wider tables stay as typed. */
const TABLE_COLUMNS_MAX = 20
/** How many rows a table has; the lines after them stay as typed. */
const TABLE_ROWS_MAX = 100

const CELL_LINE = /^:?-+:?$/

/** The table whose head is the line at `at`, with the line that rules it off below. */
export function tableAt(
  lines: string[],
  at: number,
  read: (row: string[]) => Inline[][],
): { block: Block; end: number } | undefined {
  const rule = lines[at + 1] ?? ''
  if (!lines[at]?.includes('|') || !rule.includes('-') || !RULE.test(rule)) return undefined
  const head = cellsOf(lines[at] ?? '')
  const rules = cellsOf(rule)
  if (head.length !== rules.length || head.length > TABLE_COLUMNS_MAX || !rules.every((cell) => CELL_LINE.test(cell))) {
    return undefined
  }
  const rows: Inline[][][] = []
  let end = at + 2
  while (end < lines.length && rows.length < TABLE_ROWS_MAX && lines[end]?.includes('|')) {
    const cells = cellsOf(lines[end] ?? '')
    // More cells than the head has would go unseen.
    if (cells.length > head.length) break
    rows.push(read(head.map((_, column) => cells[column] ?? '')))
    end += 1
  }
  return { block: { kind: 'table', sides: rules.map(sideOf), head: read(head), rows }, end }
}

const RULE = /^[\s|:-]+$/

/** The cells between the bars of a line, without the bars at its ends; `\|` is a bar in a cell. */
function cellsOf(line: string): string[] {
  const inner = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'))
}

function sideOf(rule: string): Side {
  if (rule.endsWith(':')) return rule.startsWith(':') ? 'center' : 'end'
  return rule.startsWith(':') ? 'start' : undefined
}
