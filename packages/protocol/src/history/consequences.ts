import type { HistoryRule } from './rule.ts'

/** What violations would have meant to people; those that mean none of it are violations all the same. */
export interface Consequences {
  lost: number
  doubled: number
  reordered: number
  gaps: number
}

const MEANS: Partial<Record<HistoryRule, keyof Consequences>> = {
  H1: 'lost',
  H3: 'doubled',
  H4: 'reordered',
  H5: 'reordered',
  H6: 'lost',
  H7: 'reordered',
  H8: 'gaps',
  H15: 'doubled',
}

/** Counts a verdict's violations by what they mean. */
export function consequencesOf(counts: Readonly<Partial<Record<HistoryRule, number>>>): Consequences {
  const sum: Consequences = { lost: 0, doubled: 0, reordered: 0, gaps: 0 }
  // The cast: the keys of a record are its keys.
  for (const [rule, count] of Object.entries(counts) as [HistoryRule, number][]) {
    const what = MEANS[rule]
    if (what !== undefined) sum[what] += count
  }
  return sum
}
