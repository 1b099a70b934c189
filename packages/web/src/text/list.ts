import type { Block, ListItem } from './tree.ts'

/** How what stands in an item or a quote is read. */
export interface Nesting {
  inside: (lines: string[]) => Block[]
  /** Whether a message may have further items; else their lines stay as typed. */
  mayGrow: () => boolean
}

const ITEM = /^( {0,3})([-*•]|\d{1,9}\.) {1,4}(?=\S)/

interface Item {
  indent: number
  ordered: boolean
  number: number
  /** Where its text begins. */
  width: number
}

/** How a line begins that is an item of a list. */
function itemAt(line: string): Item | undefined {
  const found = ITEM.exec(line)
  if (found === null) return undefined
  const [whole, indent = '', marker = ''] = found
  const ordered = marker.endsWith('.')
  return { indent: indent.length, ordered, number: ordered ? Number.parseInt(marker, 10) : 0, width: whole.length }
}

/** The list that begins with the line at `at`. Lines that are indented belong to the item above them; others end it. */
export function listAt(
  lines: string[],
  at: number,
  { inside, mayGrow }: Nesting,
): { block: Block; end: number } | undefined {
  const first = itemAt(lines[at] ?? '')
  if (first === undefined) return undefined
  const items: ListItem[] = []
  let end = at
  while (end < lines.length && mayGrow()) {
    const line = lines[end] ?? ''
    const item = itemAt(line)
    if (item === undefined || item.ordered !== first.ordered || item.indent > first.indent + 1) break
    const part = [line.slice(item.width)]
    end += 1
    while (end < lines.length && belongs(lines, end, item)) {
      part.push(withoutIndent(lines[end] ?? '', item.width))
      end += 1
    }
    items.push({ number: item.number, inside: inside(part) })
    // A blank line between two items is no end.
    if (isBlank(lines[end]) && continues(lines[end + 1], first)) end += 1
  }
  return { block: { kind: 'list', ordered: first.ordered, items }, end }
}

/** Whether a line is part of the item above it: further in than its marker, or blank before such a line. */
function belongs(lines: string[], at: number, { indent }: Item): boolean {
  const line = lines[at]
  if (isBlank(line)) return !isBlank(lines[at + 1]) && indentOf(lines[at + 1] ?? '') > indent + 1
  return indentOf(line ?? '') > indent + 1
}

function continues(line: string | undefined, { ordered, indent }: Item): boolean {
  const item = itemAt(line ?? '')
  return item !== undefined && item.ordered === ordered && item.indent <= indent + 1
}

function indentOf(line: string): number {
  return /^[ \t]*/.exec(line)?.[0].replaceAll('\t', '    ').length ?? 0
}

function withoutIndent(line: string, width: number): string {
  const expanded = line.replace(/^[ \t]*/, (indent) => indent.replaceAll('\t', '    '))
  return expanded.slice(Math.min(width, indentOf(expanded)))
}

function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === ''
}
