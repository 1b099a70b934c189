import { parseInline } from './inline.ts'
import type { Inline } from './inline.ts'

/** A message's text as a tree. Components draw it; it never becomes HTML text. */
export type Block =
  | { kind: 'paragraph'; inside: Inline[] }
  | { kind: 'quote'; inside: Inline[] }
  | { kind: 'code'; language: string; text: string }

/** Splits a text into paragraphs, quotes (`> `) and fenced code, in one pass over its lines. Line breaks stay as typed. */
export function parseMarkup(text: string): Block[] {
  const blocks: Block[] = []
  let open: Open | undefined
  const flush = (): void => {
    const block = open && blockOf(open)
    if (block) blocks.push(block)
    open = undefined
  }
  for (const line of text.split('\n')) {
    const fence = FENCE.exec(line)
    if (open?.kind === 'code') {
      if (fence?.[1] === '') flush()
      else open.lines.push(line)
    } else if (fence) {
      flush()
      open = { kind: 'code', language: fence[1] ?? '', lines: [] }
    } else {
      const kind = line.startsWith('> ') ? 'quote' : 'paragraph'
      if (open?.kind !== kind) flush()
      open ??= { kind, language: '', lines: [] }
      open.lines.push(kind === 'quote' ? line.slice(2) : line)
    }
  }
  flush()
  return blocks
}

const FENCE = /^```([\w+#.-]{0,20})\s*$/

type Open = { kind: Block['kind']; language: string; lines: string[] }

function blockOf({ kind, language, lines }: Open): Block | undefined {
  if (kind === 'code') return { kind, language, text: lines.join('\n') }
  const text = lines.join('\n').replace(/^\n+|\n+$/g, '')
  return text === '' ? undefined : { kind, inside: parseInline(text) }
}
