const ADDRESS_LENGTH_MAX = 2_000

// Spaces, quotes, angle brackets and every control or direction character end an address: what is shown is what is opened.
const ADDRESS_END = /[\s<>"'`\p{Cc}\p{Cf}]/u
const TRAILING = new Set(['.', ',', ':', ';', '!', '?', '*', '_', '~'])

/** The `http:` or `https:` address that starts at `at`, as typed, and where it ends. No other scheme ever becomes a link. */
export function linkAt(
  text: string,
  at: number,
): { inline: { kind: 'link'; text: string; href: string }; end: number } | undefined {
  if (!text.startsWith('http://', at) && !text.startsWith('https://', at)) return undefined
  if (at > 0 && /[\p{L}\p{N}_]/u.test(text[at - 1] ?? '')) return undefined
  const rest = text.slice(at, at + ADDRESS_LENGTH_MAX)
  const stop = rest.search(ADDRESS_END)
  const typed = withoutTrailing(stop === -1 ? rest : rest.slice(0, stop))
  const url = URL.parse(typed)
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return undefined
  return { inline: { kind: 'link', text: typed, href: url.href }, end: at + typed.length }
}

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
