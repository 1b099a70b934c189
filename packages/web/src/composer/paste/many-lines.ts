import type { Edit, Written } from '../edit.ts'
import { fenced } from '../format/fence.ts'
import { isInFence } from '../in-code.ts'

/** More lines than this may be meant as a block of code. */
export const LINES_UNASKED_MAX = 30

/** Lines that were just pasted: where they begin, and what they are. */
export interface PastedLines {
  readonly at: number
  readonly lines: string
  readonly count: number
}

/** What to offer for a text pasted at the selection; undefined for short ones, and in a fence. */
export function pastedLines({ text, from }: Written, pasted: string): PastedLines | undefined {
  const lines = pasted.replaceAll(/\r\n?/g, '\n')
  const count = lines.trimEnd().split('\n').length
  if (count <= LINES_UNASKED_MAX || isInFence(text, from) || lines.trimStart().startsWith('```')) return undefined
  return { at: from, lines, count }
}

/** Puts them into a fence; nothing when they are no longer there as they were pasted. */
export function asCodeBlock({ text }: Written, { at, lines }: PastedLines): Edit | undefined {
  const to = at + lines.length
  if (text.slice(at, to) !== lines) return undefined
  const before = at === 0 || text[at - 1] === '\n' ? '' : '\n'
  const after = to >= text.length || text[to] === '\n' ? '' : '\n'
  const insert = `${before}\`\`\`\n${fenced(lines).trimEnd()}\n\`\`\`${after}`
  const end = at + insert.length
  return { from: at, to, insert, select: [end, end] }
}
