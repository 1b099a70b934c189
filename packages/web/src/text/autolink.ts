import type { Found } from './tree.ts'

const ADDRESS_LENGTH_MAX = 2_000
const BRACKETS_MAX = 8

// Spaces, quotes, angle brackets and every control or direction character end an address: what is shown is what is opened.
const ADDRESS_END = /[\s<>"'`\p{Cc}\p{Cf}]/u
const TRAILING = new Set(['.', ',', ':', ';', '!', '?', '*', '_', '~', '|'])

/** The `http:` or `https:` address that starts at `at`, as typed, and where it ends. No other scheme becomes a link by itself. */
export function linkAt(text: string, at: number): Found | undefined {
  // Phones begin a sentence with `Https://`.
  if (!WEB_SCHEME.test(text.slice(at, at + 8))) return undefined
  if (at > 0 && /[\p{L}\p{N}_]/u.test(text[at - 1] ?? '')) return undefined
  const rest = text.slice(at, at + ADDRESS_LENGTH_MAX)
  const stop = rest.search(ADDRESS_END)
  const typed = withoutTrailing(stop === -1 ? rest : rest.slice(0, stop))
  const url = URL.parse(typed)
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return undefined
  return { inline: { kind: 'link', text: typed, href: url.href }, end: at + typed.length }
}

/** The address of `[label](address)` from behind its opening bracket, and where it ends, behind the closing one. */
export function addressAt(text: string, at: number): { text: string; href: string; end: number } | undefined {
  if (!SCHEME.test(text.slice(at, at + 8))) return undefined
  let depth = 0
  for (let end = at; end < Math.min(text.length, at + ADDRESS_LENGTH_MAX); end += 1) {
    const character = text[end] ?? ''
    if (character === ')' && depth === 0) {
      const typed = text.slice(at, end)
      const url = URL.parse(typed)
      return url !== null && OPENED.has(url.protocol) ? { text: typed, href: url.href, end: end + 1 } : undefined
    }
    if (character === '(') depth += 1
    else if (character === ')') depth -= 1
    if (depth > BRACKETS_MAX || ADDRESS_END.test(character)) return undefined
  }
  return undefined
}

const WEB_SCHEME = /^https?:\/\//i
const SCHEME = /^(?:https?:\/\/|mailto:)/i
/** What a click opens. */
const OPENED = new Set(['http:', 'https:', 'mailto:'])

/** Leaves out what belongs to the sentence: closing punctuation, and brackets that the address did not open. */
function withoutTrailing(address: string): string {
  let end = address.length
  let surplus = count(address, ')') - count(address, '(')
  while (end > 0) {
    const last = address[end - 1] ?? ''
    if (last === ')' && surplus > 0) surplus -= 1
    else if (!TRAILING.has(last)) break
    end -= 1
  }
  return address.slice(0, end)
}

function count(text: string, character: string): number {
  return text.split(character).length - 1
}
