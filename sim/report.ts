import type { Narrowing } from './plan.ts'
import type { Outcome } from './run-seed.ts'
import { replayCommand } from './shrink.ts'

/** Lines of the trace that are shown of a failure. */
const TRACE_SHOWN = 60
const COMPLAINTS_SHOWN = 10
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

export function count(tally: Tally, outcome: Outcome): void {
  tally.seeds++
  if (outcome.complaints.length > 0) tally.failed.push(outcome.seed)
  for (const what of ['virtualMs', 'acked', 'received', 'lost', 'doubled', 'reordered', 'gaps'] as const)
    tally[what] += outcome[what]
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
    ...complaints.slice(0, COMPLAINTS_SHOWN).map((complaint) => `  wrong: ${complaint}`),
    ...shown.map((line) => `  ${line}`),
  ].join('\n')
}
