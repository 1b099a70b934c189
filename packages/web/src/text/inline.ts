import { atomsIn } from './atoms.ts'
import type { Found, Inline, Span } from './tree.ts'

/** How deep marks nest; what is deeper stays as typed. */
const DEPTH_MAX = 4

const MARKS: [mark: string, kinds: [Span, ...Span[]]][] = [
  ['***', ['strong', 'emphasis']],
  ['**', ['strong']],
  ['~~', ['strike']],
  ['||', ['spoiler']],
  ['*', ['emphasis']],
  ['_', ['emphasis']],
]

/** What reading one message took. */
export interface Effort {
  /** Looks at a character or a line, for the proof that any text is read in linear time. */
  looks: number
  /** Blocks, items and rows found. */
  parts: number
}

/**
 * Reads bold, emphasis, strike, spoilers, code, links, mentions, rooms and emoji by name. A mark counts only at a word's
 * edge, so `2*3*4` and `snake_case` stay as typed. What does not close is text.
 */
export function parseInline(text: string, effort: Effort = { looks: 0, parts: 0 }): Inline[] {
  const readLabel = (label: string): Inline[] => parseRange(reading(label, undefined, effort), 0, label.length, 1)
  return parseRange(reading(text, readLabel, effort), 0, text.length, 0)
}

interface Reading {
  text: string
  atoms: ReadonlyMap<number, Found>
  effort: Effort
}

function reading(text: string, readLabel: ((label: string) => Inline[]) | undefined, effort: Effort): Reading {
  return { text, atoms: atomsIn(text, readLabel), effort }
}

function parseRange(all: Reading, from: number, to: number, depth: number): Inline[] {
  const found: Inline[] = []
  // A mark that has no close from here on has none further on: remembered, hostile text stays linear.
  const hopeless = new Set<string>()
  let plainFrom = from
  let at = from
  while (at < to) {
    all.effort.looks += 1
    const part = all.atoms.get(at) ?? (depth < DEPTH_MAX ? spanAt(all, at, { to, depth, hopeless }) : undefined)
    if (part) {
      if (plainFrom < at) found.push({ kind: 'text', text: all.text.slice(plainFrom, at) })
      found.push(part.inline)
      at = part.end
      plainFrom = at
    } else at += 1
  }
  if (plainFrom < to) found.push({ kind: 'text', text: all.text.slice(plainFrom, to) })
  return found
}

interface Place {
  to: number
  depth: number
  hopeless: Set<string>
}

function spanAt(all: Reading, at: number, { to, depth, hopeless }: Place): Found | undefined {
  const { text } = all
  const first = text[at] ?? ''
  if (!'*_~|'.includes(first)) return undefined
  const [mark, kinds] = MARKS.find(([each]) => text.startsWith(each, at)) ?? []
  if (mark === undefined || kinds === undefined || hopeless.has(mark)) return undefined
  const from = at + mark.length
  if (from >= to || !mayStart(text[at - 1], first)) return undefined
  if (isSpace(text[from]) || text[from] === first) return undefined
  const end = closeOf(all, mark, from, to)
  if (end === -1) hopeless.add(mark)
  if (end === -1) return undefined
  const [kind, inner] = kinds
  const inside = parseRange(all, from, end, depth + 1)
  return {
    inline: { kind, inside: inner === undefined ? inside : [{ kind: inner, inside }] },
    end: end + mark.length,
  }
}

// Behind a backslash it stays as typed, with it: a shrug keeps its arm.
function mayStart(before: string | undefined, mark: string): boolean {
  return before !== mark && before !== '\\' && !isWordCharacter(before)
}

/** The first place after `from` where the mark ends a word, outside of atoms. */
function closeOf({ text, atoms, effort }: Reading, mark: string, from: number, to: number): number {
  let at = from
  while (at + mark.length <= to) {
    effort.looks += 1
    const atom = atoms.get(at)
    if (atom) at = atom.end
    else if (at > from && text.startsWith(mark, at)) {
      const isPartOfLonger = text[at - 1] === mark[0] || text[at + mark.length] === mark[0]
      if (!isPartOfLonger && !isSpace(text[at - 1]) && !isWordCharacter(text[at + mark.length])) return at
      at += 1
    } else at += 1
  }
  return -1
}

function isSpace(character: string | undefined): boolean {
  return character === undefined || /\s/.test(character)
}

/** Whether a mark beside it is inside of a word. */
export function isWordCharacter(character: string | undefined): boolean {
  return character !== undefined && WORD.test(character)
}

// Writing without spaces has no edges of words to go by.
const WORD = /[[\p{L}\p{N}]--[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]]/v
