import type { Cost, Step } from '../load/run-load.ts'
import type { InsideFigures } from '../load/server-hook.ts'
import { isClientBound } from '../method/client-share.ts'
import { Latencies } from '../method/latencies.ts'
import { lateShare, timeliness } from '../method/lateness.ts'
import type { Faults } from '../method/faults.ts'
import type { Figure, Row } from '../result/findings.ts'

/** A server that needs this long after the last send was not keeping up: no percentile is quoted from past the knee. */
const KNEE_DRAIN_MS = 1_000

/** Stands in the table where no figure may be quoted. */
export const NOTHING_SAID = '–'
/** In this order they stand in the table, also where there are none. */
export const WITHHELD = {
  'p50 ms': NOTHING_SAID,
  'p90 ms': NOTHING_SAID,
  'p99 ms': NOTHING_SAID,
  'p99.9 ms': NOTHING_SAID,
  'max ms': NOTHING_SAID,
  samples: NOTHING_SAID,
}
const WITHHELD_ACKS = { 'ack p50 ms': NOTHING_SAID, 'ack p99 ms': NOTHING_SAID }

/** One step in the open loop as a line: what was seen, or why nothing can be said. */
export function stepRow(name: string, step: Step, faults: Faults): Row {
  const note = noteOf(step)
  const seen = allSeen(step)
  const ages = seen.count > 0 ? seen : step.acked
  return {
    name,
    faults,
    figures: {
      'messages/s': Math.round(step.messages / Math.max(step.seconds - step.drainMs / 1_000, 1e-3)),
      ...WITHHELD,
      ...(seen.count > 0 && step.acked.count > 0 ? WITHHELD_ACKS : {}),
      ...(isQuotable(note) ? { ...ages.figures(), ...ackFigures(seen, step.acked) } : {}),
      ...healthFigures(step),
      'late %': lateShare(step.lateness) * 100,
      ...(note === 'on time' ? {} : { note }),
    },
  }
}

/** Why the percentiles of this step are not to be believed, if so. */
export function noteOf(step: Step): 'on time' | 'host too loaded' | 'discarded' | 'client-bound' | 'past the knee' {
  const kept = timeliness(step.lateness)
  if (kept === 'discarded') return kept
  if (isClientBound(step.clientShare)) return 'client-bound'
  return step.drainMs > KNEE_DRAIN_MS ? 'past the knee' : kept
}

/** Whether a percentile of it may be quoted. */
export function isQuotable(note: ReturnType<typeof noteOf>): boolean {
  return note === 'on time' || note === 'host too loaded'
}

export function allSeen({ seen }: Step): Latencies {
  const all = new Latencies()
  for (const ofRoom of seen) all.merge(ofRoom)
  return all
}

function ackFigures(seen: Latencies, acked: Latencies): Record<string, Figure> {
  return seen.count === 0 || acked.count === 0
    ? {}
    : { 'ack p50 ms': acked.quantileMs(0.5), 'ack p99 ms': acked.quantileMs(0.99) }
}

/** How server and generator fared meanwhile. */
export function healthFigures({ inside, clientShare }: Pick<Cost, 'inside' | 'clientShare'>): Record<string, Figure> {
  return { ...loopFigures(inside), 'client %': Math.round(clientShare * 100) }
}

export function loopFigures({ loopDelayP99Ms, gcMaxMs }: InsideFigures): Record<string, Figure> {
  return { 'loop p99 ms': loopDelayP99Ms, 'GC max ms': gcMaxMs }
}
