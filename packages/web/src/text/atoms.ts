import { addressAt, linkAt } from './autolink.ts'
import { codeAt } from './inline-code.ts'
import { emojiAt, mentionAt, roomAt } from './mention.ts'
import type { Found, Inline } from './tree.ts'

const LABEL_LENGTH_MAX = 500

/** Reads the label of a link, in which there are no further links. */
export type ReadLabel = (label: string) => Inline[]

/**
 * What stands for itself in a text and hides its own marks from others: code, links, mentions, rooms, emoji by name. By where
 * it starts, in one pass. Without `readLabel` no links are looked for.
 */
export function atomsIn(text: string, readLabel: ReadLabel | undefined): Map<number, Found> {
  const found = new Map<number, Found>()
  const hopeless = new Set<number>()
  let at = 0
  while (at < text.length) {
    const atom = atomAt(text, at, { hopeless, readLabel })
    if (atom) found.set(at, atom)
    at = atom?.end ?? (text[at] === '`' ? endOfRun(text, at) : at + 1)
  }
  return found
}

interface Reading {
  /** Lengths of runs of backticks that none of equal length follows. */
  hopeless: Set<number>
  readLabel: ReadLabel | undefined
}

function atomAt(text: string, at: number, { hopeless, readLabel }: Reading): Found | undefined {
  switch (text[at]) {
    case '`':
      return codeAt(text, at, hopeless)
    case 'h':
    case 'H':
      return readLabel && linkAt(text, at)
    case '[':
      return readLabel && labelledLinkAt(text, at, readLabel)
    case '@':
      return mentionAt(text, at)
    case '#':
      return roomAt(text, at)
    case ':':
      return emojiAt(text, at)
    default:
      return undefined
  }
}

function labelledLinkAt(text: string, at: number, readLabel: ReadLabel): Found | undefined {
  LABEL.lastIndex = at
  const [opening = '', label = ''] = LABEL.exec(text) ?? []
  if (label.trim() === '') return undefined
  const address = addressAt(text, at + opening.length)
  if (address === undefined) return undefined
  return {
    inline: { kind: 'link', text: address.text, href: address.href, label: readLabel(label) },
    end: address.end,
  }
}

// No brackets in it, so that each of a thousand opening ones is looked at once.
const LABEL = new RegExp(`\\[([^\\[\\]\\n]{1,${LABEL_LENGTH_MAX}})\\]\\(`, 'y')

function endOfRun(text: string, at: number): number {
  let end = at
  while (text[end] === '`') end += 1
  return end
}
