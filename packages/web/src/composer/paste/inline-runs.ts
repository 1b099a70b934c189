import { isWordCharacter } from '../../text/inline.ts'
import { addressOf, escaped, withoutBrackets } from '../format/link.ts'

/** A piece of text of one look. */
export interface Run {
  readonly text: string
  readonly look: Look
}

export interface Look {
  readonly isBold?: boolean
  readonly isItalic?: boolean
  readonly isStruck?: boolean
  readonly isCode?: boolean
  /** Only `http:` and `https:`. */
  readonly href?: string | undefined
}

/** Writes runs with the marks of a message. Where a mark would not be read as one, inside of a word, there is none. */
export function markRuns(runs: readonly Run[]): { text: string; isMarked: boolean } {
  const merged = merge(runs)
  let isMarked = false
  const parts = merged.map((run, index) => {
    const before = merged[index - 1]?.text.at(-1)
    const after = merged[index + 1]?.text[0]
    const { isCode = false, href } = run.look
    const marked = marks(isInWord(run.text, before, after) ? { text: run.text, look: { isCode, href } } : run)
    isMarked ||= marked !== run.text
    return marked
  })
  return { text: parts.join(''), isMarked }
}

function merge(runs: readonly Run[]): Run[] {
  const merged: Run[] = []
  for (const run of runs) {
    const last = merged.at(-1)
    if (last && (isSame(last.look, run.look) || run.text.trim() === '')) {
      merged[merged.length - 1] = { text: last.text + run.text, look: last.look }
    } else if (run.text !== '') merged.push(run)
  }
  return merged
}

function isSame(a: Look, b: Look): boolean {
  return (
    a.href === b.href &&
    (a.isBold ?? false) === (b.isBold ?? false) &&
    (a.isItalic ?? false) === (b.isItalic ?? false) &&
    (a.isStruck ?? false) === (b.isStruck ?? false) &&
    (a.isCode ?? false) === (b.isCode ?? false)
  )
}

// The marks stand within the spaces of a run.
function isInWord(text: string, before?: string, after?: string): boolean {
  return (text === text.trimStart() && isWordCharacter(before)) || (text === text.trimEnd() && isWordCharacter(after))
}

function marks({ text, look }: Run): string {
  const inside = text.trim()
  if (inside === '') return text
  const at = text.indexOf(inside)
  return text.slice(0, at) + marked(inside, look) + text.slice(at + inside.length)
}

function marked(inside: string, { isBold, isItalic, isStruck, isCode, href }: Look): string {
  const isOneLine = !inside.includes('\n')
  let text = isCode && isOneLine && !inside.includes('`') ? `\`${inside}\`` : inside
  if (href !== undefined) text = link(text, inside, href)
  if (isStruck) text = `~~${text}~~`
  if (isBold) text = `**${text}**`
  return isItalic ? `_${text}_` : text
}

function link(text: string, plain: string, href: string): string {
  const isAddress = addressOf(plain) !== undefined || href.endsWith(`://${plain}`) || href.endsWith(`://${plain}/`)
  // An address that shows another address would be a lie: the words go, the target stays.
  return isAddress ? href : `[${withoutBrackets(text)}](${escaped(href)})`
}
