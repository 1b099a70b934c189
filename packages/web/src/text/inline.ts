import { linkAt } from './autolink.ts'
import { mentionAt } from './mention.ts'

export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'link'; text: string; href: string }
  | { kind: 'mention'; handle: string }
  | { kind: Emphasis; inside: Inline[] }

type Emphasis = 'strong' | 'emphasis' | 'strike'

/** How deep emphasis nests; what is deeper stays as typed. */
const DEPTH_MAX = 4

const MARKS: [mark: string, kind: Emphasis][] = [
  ['**', 'strong'],
  ['~~', 'strike'],
  ['*', 'emphasis'],
  ['_', 'emphasis'],
]

/**
 * Reads bold, emphasis, strike, code, links and mentions. A mark counts only at a word's edge, so `2*3*4` and
 * `snake_case` stay as typed. What does not close is text.
 */
export function parseInline(text: string, depth = 0): Inline[] {
  const found: Inline[] = []
  // A mark that has no close from here on has none further on: remembered, hostile text stays linear.
  const hopeless = new Set<string>()
  let plainFrom = 0
  let at = 0
  while (at < text.length) {
    const part = partAt(text, at, depth, hopeless)
    if (part) {
      if (plainFrom < at) found.push({ kind: 'text', text: text.slice(plainFrom, at) })
      found.push(part.inline)
      at = part.end
      plainFrom = at
    } else at += 1
  }
  if (plainFrom < text.length) found.push({ kind: 'text', text: text.slice(plainFrom) })
  return found
}

type Part = { inline: Inline; end: number }

function partAt(text: string, at: number, depth: number, hopeless: Set<string>): Part | undefined {
  switch (text[at]) {
    case '`':
      return codeAt(text, at, hopeless)
    case 'h':
      return linkAt(text, at)
    case '@':
      return mentionAt(text, at)
    case '*':
    case '_':
    case '~':
      return depth < DEPTH_MAX ? emphasisAt(text, at, depth, hopeless) : undefined
    default:
      return undefined
  }
}

function codeAt(text: string, at: number, hopeless: Set<string>): Part | undefined {
  if (text[at - 1] === '`' || text[at + 1] === '`' || hopeless.has('`')) return undefined
  const end = text.indexOf('`', at + 1)
  if (end === -1) hopeless.add('`')
  if (end === -1) return undefined
  return { inline: { kind: 'code', text: text.slice(at + 1, end) }, end: end + 1 }
}

function emphasisAt(text: string, at: number, depth: number, hopeless: Set<string>): Part | undefined {
  const [mark, kind] = MARKS.find(([each]) => text.startsWith(each, at)) ?? []
  if (mark === undefined || kind === undefined || hopeless.has(mark)) return undefined
  const from = at + mark.length
  if (isWordCharacter(text[at - 1]) || text[at - 1] === mark[0] || isSpace(text[from]) || text[from] === mark[0]) {
    return undefined
  }
  const end = closeOf(text, mark, from)
  if (end === -1) hopeless.add(mark)
  if (end === -1) return undefined
  return { inline: { kind, inside: parseInline(text.slice(from, end), depth + 1) }, end: end + mark.length }
}

/** The first place after `from` where the mark ends a word. */
function closeOf(text: string, mark: string, from: number): number {
  for (let end = text.indexOf(mark, from + 1); end !== -1; end = text.indexOf(mark, end + 1)) {
    const isPartOfLonger = text[end - 1] === mark[0] || text[end + mark.length] === mark[0]
    if (!isSpace(text[end - 1]) && !isPartOfLonger && !isWordCharacter(text[end + mark.length])) return end
  }
  return -1
}

function isSpace(character: string | undefined): boolean {
  return character === undefined || /\s/.test(character)
}

function isWordCharacter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character)
}
