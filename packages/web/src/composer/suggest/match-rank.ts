/** Letters that decomposing does not take apart. */
const PLAIN: Record<string, string> = { ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', æ: 'ae', œ: 'oe', ı: 'i' }

/** A text without case and accents, to compare by. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[ßøłđðþæœı]/g, (letter) => PLAIN[letter] ?? letter)
}

/** Within words only this much of a query and more is looked for, or a single letter would find everybody. */
const WITHIN_LENGTH_MIN = 3

/** How well one of several names fits what was typed: 0 exactly, 1 its beginning, 2 the beginning of a further word, 3 within. Undefined: not at all. */
export function matchRank(query: string, names: readonly string[]): number | undefined {
  const wanted = foldText(query)
  const ranks = names.map((name) => rankOf(wanted, foldText(name))).filter((rank) => rank !== undefined)
  return ranks.length === 0 ? undefined : Math.min(...ranks)
}

function rankOf(wanted: string, name: string): number | undefined {
  if (name === wanted) return 0
  if (name.startsWith(wanted)) return 1
  if (name.split(/[\s._-]+/).some((word) => word.startsWith(wanted))) return 2
  return wanted.length >= WITHIN_LENGTH_MIN && name.includes(wanted) ? 3 : undefined
}
