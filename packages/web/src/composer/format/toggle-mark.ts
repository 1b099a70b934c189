import type { Edit, Written } from '../edit.ts'

export const MARKS = { bold: '**', italic: '*', strike: '~~', code: '`' } as const
export type MarkName = keyof typeof MARKS

/** Puts the selection between marks, or takes them away where they are. Spaces at its ends stay outside; without a selection the caret goes between. */
export function toggleMark(written: Written, name: MarkName): Edit {
  const { text } = written
  const { from, to } = withoutSpaces(written)
  const mark = MARKS[name]
  const size = mark.length
  const inside = text.slice(from, to)
  if (isMarked(text.slice(0, from), text.slice(to), name)) {
    return { from: from - size, to: to + size, insert: inside, select: [from - size, to - size] }
  }
  const plain = inside.slice(size, -size)
  if (plain !== '' && isMarked(leading(inside, mark), trailing(inside, mark), name)) {
    return { from, to, insert: plain, select: [from, from + plain.length] }
  }
  return { from, to, insert: `${mark}${inside}${mark}`, select: [from + size, to + size] }
}

/** Bold and emphasis share their sign: one or three of it are emphasis, two or three bold. */
function isMarked(before: string, after: string, name: MarkName): boolean {
  const mark = MARKS[name]
  const run = Math.min(trailing(before, mark).length, leading(after, mark).length)
  if (name === 'italic') return run === 1 || run === 3
  return name === 'bold' ? run === 2 || run === 3 : run >= mark.length
}

/** Longer runs of a sign mean nothing. */
const RUN_MAX = 4

/** The signs of a mark that a text begins with. */
function leading(text: string, mark: string): string {
  let length = 0
  while (length < RUN_MAX && text[length] === mark[0]) length += 1
  return text.slice(0, length)
}

function trailing(text: string, mark: string): string {
  let length = 0
  while (length < RUN_MAX && text[text.length - 1 - length] === mark[0]) length += 1
  return text.slice(text.length - length)
}

function withoutSpaces({ text, from, to }: Written): { from: number; to: number } {
  const inside = text.slice(from, to)
  if (inside.trim() === '') return { from: to, to }
  return { from: from + inside.length - inside.trimStart().length, to: to - inside.length + inside.trimEnd().length }
}
