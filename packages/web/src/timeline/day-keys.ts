/** Clocks of the world differ by multiples of this, so within it no day ends. */
const QUARTER_MS = 15 * 60_000
const REMEMBERED_MAX = 2_000

/** The same as `dayKey`, remembered: reading a calendar costs a thousand times what finding a number does. */
export function rememberedDays(dayKey: (at: number) => string): (at: number) => string {
  const known = new Map<number, string>()
  return (at) => {
    const quarter = Math.floor(at / QUARTER_MS)
    const found = known.get(quarter)
    if (found !== undefined) return found
    if (known.size >= REMEMBERED_MAX) known.clear()
    const key = dayKey(at)
    known.set(quarter, key)
    return key
  }
}
