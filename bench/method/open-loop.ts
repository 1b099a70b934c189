import { addLateness, noLateness } from './lateness.ts'
import type { Lateness } from './lateness.ts'

/** The clock that a schedule is kept by. */
export interface Pacer {
  /** Milliseconds, never going back. */
  now(): number
  /** Resolves after about `ms`; rejects when the run is stopped. */
  pause(ms: number): Promise<void>
}

/**
 * Fires each message when it is due, whether or not the ones before it were answered: a server that stalls is asked all
 * the same, and the latency from `dueAt` on says so (no coordinated omission). Says how late the generator itself was.
 */
export async function runOpenLoop(
  timesMs: ArrayLike<number>,
  fire: (index: number, dueAt: number) => void,
  pacer: Pacer,
): Promise<Lateness> {
  const lateness = noLateness()
  const startedAt = pacer.now()
  for (let index = 0; index < timesMs.length;) {
    const dueAt = startedAt + (timesMs[index] ?? 0)
    const lateMs = pacer.now() - dueAt
    if (lateMs < 0) {
      await pacer.pause(-lateMs)
      continue
    }
    addLateness(lateness, lateMs)
    fire(index, dueAt)
    index++
  }
  return lateness
}
