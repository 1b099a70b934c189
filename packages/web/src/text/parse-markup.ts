import { parseInline } from './inline.ts'
import type { Effort } from './inline.ts'
import { closingFence, openingFence } from './fence.ts'
import { listAt } from './list.ts'
import type { Nesting } from './list.ts'
import { tableAt } from './table.ts'
import type { Block, Inline } from './tree.ts'

/** How deep quotes and lists stand in each other; what is deeper stays as typed. */
const DEPTH_MAX = 5
/** How many blocks, items and rows a message has at most; what comes after them stays as typed. */
const PARTS_MAX = 500

/**
 * Splits a text into paragraphs, quotes (`> `), lists, tables and fenced code. Line breaks stay as typed; headings are text.
 * Linear in the text: each line is looked at once at each depth.
 */
export function parseMarkup(text: string, effort: Effort = { looks: 0, parts: 0 }): Block[] {
  return parseLines(text.split('\n'), 0, effort)
}

function parseLines(lines: string[], depth: number, effort: Effort): Block[] {
  effort.parts += 1
  const blocks: Block[] = []
  const plain: string[] = []
  const flush = (): void => {
    const text = plain.splice(0).join('\n').replace(/^\n+/, '').trimEnd()
    if (text !== '') blocks.push({ kind: 'paragraph', inside: parseInline(text, effort) })
  }
  const inside = (part: string[]): Block[] => parseLines(part, depth + 1, effort)
  const mayGrow = (): boolean => effort.parts < PARTS_MAX
  const readRow = (cells: string[]): Inline[][] => {
    effort.parts += 1
    return cells.map((cell) => parseInline(cell, effort))
  }
  let lastFence: number | undefined
  let at = 0
  while (at < lines.length) {
    effort.looks += 1
    const line = lines[at] ?? ''
    const language = openingFence(line)
    // Looked for once: a text of a thousand fences must not be searched a thousand times.
    if (language !== undefined) lastFence ??= lines.findLastIndex(closingFence)
    const taken =
      effort.parts >= PARTS_MAX
        ? undefined
        : ((language !== undefined && at < (lastFence ?? -1) ? codeAt(lines, at, language) : undefined) ??
          (depth < DEPTH_MAX ? nestedAt(lines, at, { inside, mayGrow }) : undefined) ??
          tableAt(lines, at, readRow))
    if (taken) {
      effort.parts += 1
      flush()
      blocks.push(taken.block)
      at = taken.end
    } else {
      plain.push(line)
      at += 1
    }
  }
  flush()
  return blocks
}

function codeAt(lines: string[], at: number, language: string): { block: Block; end: number } | undefined {
  let end = at + 1
  while (!closingFence(lines[end] ?? '')) end += 1
  return { block: { kind: 'code', language, text: lines.slice(at + 1, end).join('\n') }, end: end + 1 }
}

function nestedAt(lines: string[], at: number, nesting: Nesting): { block: Block; end: number } | undefined {
  return quoteAt(lines, at, nesting) ?? listAt(lines, at, nesting)
}

function quoteAt(lines: string[], at: number, { inside }: Nesting): { block: Block; end: number } | undefined {
  let end = at
  while (end < lines.length && QUOTED.test(lines[end] ?? '')) end += 1
  const part = lines.slice(at, end).map((line) => line.slice(2))
  if (end === at) return undefined
  if (part.every((line) => line.trim() === '')) return { block: asTyped(lines.slice(at, end)), end }
  return { block: { kind: 'quote', inside: inside(part) }, end }
}

function asTyped(lines: string[]): Block {
  return { kind: 'paragraph', inside: [{ kind: 'text', text: lines.join('\n').trimEnd() }] }
}

// With its space: `>:(` and `>>> prompt` are no quotes.
const QUOTED = /^>(?: |$)/
