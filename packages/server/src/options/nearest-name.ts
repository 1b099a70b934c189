/** The name that takes the fewest single-letter edits from `name`: what somebody probably meant. */
export function nearestName(name: string, names: readonly string[]): string | undefined {
  let nearest: { name: string; edits: number } | undefined
  for (const candidate of names) {
    const edits = editDistance(name, candidate)
    if (nearest === undefined || edits < nearest.edits) nearest = { name: candidate, edits }
  }
  return nearest?.name
}

/** Levenshtein's distance, row by row: https://doi.org/10.1145/321796.321811 */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++) {
      const substitution = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1)
      next.push(Math.min(substitution, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[to.length] ?? 0
}
