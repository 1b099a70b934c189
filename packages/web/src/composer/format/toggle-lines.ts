import { lineStart } from '../edit.ts'
import type { Edit, Written } from '../edit.ts'

export type LineFormat = 'quote' | 'list' | 'numbers'

const PREFIX: Record<LineFormat, RegExp> = { quote: /^> ?/, list: /^[-*+] /, numbers: /^\d{1,9}[.)] / }

/** Makes the lines of the selection a quote or a list, or takes that away where all of them are one. */
export function toggleLines({ text, from, to }: Written, format: LineFormat): Edit {
  const start = lineStart(text, from)
  const found = text.indexOf('\n', to)
  const end = found === -1 ? text.length : found
  const lines = text.slice(start, end).split('\n')
  const isOn = lines.every((line) => PREFIX[format].test(line))
  const changed = lines.map((line, index) => (isOn ? line.replace(PREFIX[format], '') : prefix(format, index) + line))
  const insert = changed.join('\n')
  const caret = start + insert.length
  return { from: start, to: end, insert, select: from === to ? [caret, caret] : [start, caret] }
}

function prefix(format: LineFormat, index: number): string {
  if (format === 'numbers') return `${index + 1}. `
  return format === 'list' ? '- ' : '> '
}
