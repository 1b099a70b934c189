import type { Narrowing } from './plan.ts'
import type { Outcome } from './run-seed.ts'
import { replayCommand } from './shrink.ts'

/** Lines of the trace that are shown of a failure. */
const TRACE_SHOWN = 60
const COMPLAINTS_SHOWN = 10
const COMPLAINT_CHARS_MAX = 500
const MS_PER_HOUR = 3_600_000

/** What many runs come to. */
export interface Tally {
  seeds: number
  failed: number[]
  virtualMs: number
  acked: number
  received: number
  lost: number
  doubled: number
  reordered: number
  gaps: number
}

export function emptyTally(): Tally {
  return { seeds: 0, failed: [], virtualMs: 0, acked: 0, received: 0, lost: 0, doubled: 0, reordered: 0, gaps: 0 }
}

/** What is counted of a run. */
export type Counted = Pick<Outcome, 'seed' | (typeof SUMS)[number]> & { isFailed: boolean }

const SUMS = ['virtualMs', 'acked', 'received', 'lost', 'doubled', 'reordered', 'gaps'] as const

export function count(tally: Tally, counted: Counted): void {
  tally.seeds++
  if (counted.isFailed) tally.failed.push(counted.seed)
  for (const what of SUMS) tally[what] += counted[what]
}

export function countedOf(outcome: Outcome): Counted {
  const { seed, virtualMs, acked, received, lost, doubled, reordered, gaps, complaints } = outcome
  return { seed, virtualMs, acked, received, lost, doubled, reordered, gaps, isFailed: complaints.length > 0 }
}

/** The closing line: what was run, and what went wrong. */
export function tallyLine(tally: Tally): string {
  const { seeds, failed, virtualMs, acked, received, lost, doubled, reordered, gaps } = tally
  const hours = (virtualMs / MS_PER_HOUR).toFixed(1)
  return (
    `${seeds} seeds, ${hours} virtual hours, ${acked} acked messages, ${received} events received: ` +
    `${lost} lost, ${doubled} doubled, ${reordered} reordered, ${gaps} gaps; ${failed.length} seeds failed`
  )
}

/** What is to be known of a failure: how to have it again, what was wrong, and what happened last. */
export function failureText({ seed, plan, complaints, trace }: Outcome, narrowing: Narrowing): string {
  const first = trace.findIndex((line) => line.includes('WRONG'))
  const shown = first < 0 ? trace.slice(-TRACE_SHOWN) : trace.slice(Math.max(0, first - TRACE_SHOWN), first + 1)
  return [
    `Seed ${seed} failed: ${[...plan.faults].join(', ') || 'no faults'}.`,
    `Again: ${replayCommand(seed, narrowing)}`,
    ...complaints.slice(0, COMPLAINTS_SHOWN).map((complaint) => `  wrong: ${clipped(complaint)}`),
    ...shown.map((line) => `  ${line}`),
  ].join('\n')
}

function clipped(complaint: string): string {
  return complaint.length > COMPLAINT_CHARS_MAX ? `${complaint.slice(0, COMPLAINT_CHARS_MAX)} ...` : complaint
}
