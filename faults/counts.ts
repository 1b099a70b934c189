/** What a fault did to the messages. Everything but `acked` must be zero. */
export interface Counts {
  /** How often the fault was inflicted. */
  runs: number
  /** Messages that the server said it has stored. */
  acked: number
  /** Acknowledged and not in the log where the answer said, or never answered although all faults were over. */
  lost: number
  /** In the log, or shown to a client, more than once. */
  doubled: number
  /** Out of the order of the log, in the log or at a client. */
  reordered: number
  /** Missing between two neighbours, in the log or at a client that was not told. */
  gaps: number
  /** Sentences about these, and about whatever else should not have happened. */
  violations: string[]
}

/** How many sentences of a fault are kept; one fault can have thousands of consequences. */
const VIOLATIONS_MAX = 50

export function noCounts(): Counts {
  return { runs: 0, acked: 0, lost: 0, doubled: 0, reordered: 0, gaps: 0, violations: [] }
}

export function sumCounts(all: readonly Counts[]): Counts {
  const sum = noCounts()
  for (const { runs, acked, lost, doubled, reordered, gaps, violations } of all) {
    sum.runs += runs
    sum.acked += acked
    sum.lost += lost
    sum.doubled += doubled
    sum.reordered += reordered
    sum.gaps += gaps
    for (const sentence of violations) violate(sum, sentence)
  }
  return sum
}

/** Notes something that should not have happened, with the number it belongs to. */
export function violate(counts: Counts, sentence: string, what?: 'lost' | 'doubled' | 'reordered' | 'gaps'): void {
  if (what !== undefined) counts[what]++
  if (counts.violations.length < VIOLATIONS_MAX) counts.violations.push(sentence)
}

/** `3 fault runs, 12 acked messages, 0 lost, 0 doubled, 0 reordered, 0 gaps` */
export function countsText({ runs, acked, lost, doubled, reordered, gaps }: Counts): string {
  return `${runs} fault runs, ${acked} acked messages, ${lost} lost, ${doubled} doubled, ${reordered} reordered, ${gaps} gaps`
}
