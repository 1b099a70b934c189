import type { Edit, Written } from './edit.ts'
import { insertion, lineStart } from './edit.ts'
import { isInFence } from './in-code.ts'

const INDENT = /^[ \t]*/
const ITEM = /^([ \t]*)([-*•]|\d{1,9}\.)[ \t]+(\[[ xX]\][ \t]+)?/

/** What Enter does inside of a fence or a list: a further line, a further item, or the end of the list behind an empty item. Undefined elsewhere. */
export function enterInBlock(written: Written): Edit | undefined {
  const { text, from, to } = written
  const start = lineStart(text, from)
  const before = text.slice(start, from)
  if (isInFence(text, from)) return insertion(written, `\n${INDENT.exec(before)?.[0] ?? ''}`)
  const item = ITEM.exec(before)
  if (!item) return undefined
  const [marker, indent = '', bullet = '', box] = item
  const lineEnd = text.indexOf('\n', to)
  const rest = text.slice(to, lineEnd === -1 ? text.length : lineEnd)
  if (from === to && before.length === marker.length && rest.trim() === '') {
    return { from: start, to: from + rest.length, insert: '', select: [start, start] }
  }
  return insertion(written, `\n${indent}${next(bullet)} ${box === undefined ? '' : '[ ] '}`)
}

/** Whether Enter at the end of a text would go on with it instead of sending. */
export function endsInBlock(text: string): boolean {
  return enterInBlock({ text, from: text.length, to: text.length }) !== undefined
}

function next(bullet: string): string {
  const number = Number.parseInt(bullet, 10)
  return Number.isNaN(number) ? bullet : `${number + 1}.`
}
