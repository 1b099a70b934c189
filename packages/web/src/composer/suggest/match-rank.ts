import { fold } from '../../words/fold.ts'

/** Within words only this much of a query and more is looked for, or a single letter would find everybody. */
const WITHIN_LENGTH_MIN = 3

/** How well one of several names fits what was typed: 0 exactly, 1 its beginning, 2 the beginning of a further word, 3 within. Undefined: not at all. */
export function matchRank(query: string, names: readonly string[]): number | undefined {
  const wanted = fold(query)
  const ranks = names.map((name) => rankOf(wanted, fold(name))).filter((rank) => rank !== undefined)
  return ranks.length === 0 ? undefined : Math.min(...ranks)
}

function rankOf(wanted: string, name: string): number | undefined {
  if (name === wanted) return 0
  if (name.startsWith(wanted)) return 1
  if (name.split(/[\s._-]+/).some((word) => word.startsWith(wanted))) return 2
  return wanted.length >= WITHIN_LENGTH_MIN && name.includes(wanted) ? 3 : undefined
}
