import type { Latencies } from '../method/latencies.ts'
import { addFaults } from '../method/faults.ts'
import { TooManySockets } from '../load/open-files.ts'
import { isNoisy, spread } from '../method/spread.ts'
import { noFindings } from '../result/findings.ts'
import type { Findings } from '../result/findings.ts'
import { costOf, costRow, ratioRow } from './cost-rows.ts'
import type { CrowdFindings } from './measure-crowd.ts'
import { allSeen, noteOf, stepRow } from './step-row.ts'

/** What a crowd has found, as two tables: what a delivery costs, and how long it takes. */
export function crowdTables(what: string, found: CrowdFindings): Findings {
  const { closed, open, floorHalf, faults, floorFaults } = found
  const rows = closed.flatMap(({ inFlight, natter, floor }) => [
    costRow(`natter, ${inFlight} in flight`, natter, { done: 'delivery', faults }),
    costRow(`bare ws, ${inFlight} in flight`, floor, { done: 'delivery', faults: floorFaults }),
    ratioRow(natter, floor, 'delivery'),
  ])
  const steps = [
    ...open.map(({ share, step }) => stepRow(`natter at ${share * 100} % of its peak`, step, faults)),
    stepRow('bare ws at 50 % of its peak', floorHalf, floorFaults),
  ]
  return {
    headlines: [],
    tables: [
      { caption: `${what}: cost, closed loop, ${found.eventBytes} B events`, rows },
      { caption: `${what}: from when a message was due to when it is seen, open loop`, rows: steps },
    ],
    histograms: Object.fromEntries(open.map(({ share, step }) => [`${what} at ${share}`, allSeen(step).buckets()])),
    warnings: warningsOf(what, found),
    faults: addFaults(faults, floorFaults),
  }
}

/** One room may not wait so that another is quick: p99 of the worst room over that of the median one. */
export function fairness(seen: readonly Latencies[]): number {
  const ofRooms = seen.filter(({ count }) => count > 0).map((latencies) => latencies.quantileMs(0.99))
  const { median, max } = spread(ofRooms)
  return max / median
}

/** Measures one size after the other. What is too large for this machine is left out, and said. */
export async function measureEach<Size>(
  sizes: readonly Size[],
  measure: (size: Size) => Promise<Findings>,
): Promise<Findings> {
  const parts: Findings[] = []
  for (const size of sizes) {
    try {
      parts.push(await measure(size))
    } catch (error) {
      if (!(error instanceof TooManySockets)) throw error
      parts.push({
        ...noFindings(),
        warnings: [`${JSON.stringify(size)} was left out. ${error.message.replace(/\.$/, '')}`],
      })
    }
  }
  return joinFindings(parts)
}

export function joinFindings(parts: readonly Findings[]): Findings {
  return parts.reduce(
    (sum, part) => ({
      tables: [...sum.tables, ...part.tables],
      headlines: [...sum.headlines, ...part.headlines],
      histograms: { ...sum.histograms, ...part.histograms },
      warnings: [...sum.warnings, ...part.warnings],
      faults: addFaults(sum.faults, part.faults),
    }),
    noFindings(),
  )
}

function warningsOf(what: string, { closed, open }: CrowdFindings): string[] {
  const noisy = closed
    .filter(({ natter }) => isNoisy(spread(natter.map((round) => costOf(round, 'delivery')))))
    .map(({ inFlight }) => `${what}, ${inFlight} in flight: rounds differ by more than 10 %, repeat when idle`)
  const doubtful = open
    .map(({ share, step }) => ({ share, note: noteOf(step) }))
    .filter(({ note }) => note !== 'on time')
    .map(({ share, note }) => `${what} at ${share * 100} %: ${note}`)
  return [...noisy, ...doubtful]
}
