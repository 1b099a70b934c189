/** What several rounds of the same have found. */
export interface Spread {
  median: number
  min: number
  max: number
}

/** Rounds that differ by more than this part of their median want a quieter machine. */
const NOISY_SHARE = 0.1

export function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  const lower = sorted.length % 2 === 1 ? upper : (sorted[middle - 1] ?? Number.NaN)
  return { median: (lower + upper) / 2, min: sorted[0] ?? Number.NaN, max: sorted.at(-1) ?? Number.NaN }
}

export function isNoisy({ median, min, max }: Spread): boolean {
  return max - min > NOISY_SHARE * median
}
