import type { Written } from '../src/composer/edit.ts'

/** A text with a bar where the caret is, or two around the selection. */
export function marked(text: string): Written {
  const [before = '', inside = '', after] = text.split('|')
  if (after === undefined) return { text: before + inside, from: before.length, to: before.length }
  return { text: before + inside + after, from: before.length, to: before.length + inside.length }
}

/** The other way round. */
export function shown({ text, from, to }: Written): string {
  const inside = from === to ? '|' : `|${text.slice(from, to)}|`
  return text.slice(0, from) + inside + text.slice(to)
}
