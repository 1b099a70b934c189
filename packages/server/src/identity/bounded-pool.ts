import { refuse } from '@natter/protocol'
import type { Refusal } from '@natter/protocol'

export interface PoolBounds {
  /** How many tasks run at once. */
  concurrency: number
  /** How many may wait. */
  queueMax: number
  /** What one takes, roughly: for the `retryAfterMs` of those who find the queue full. */
  taskMs: number
}

/** Runs tasks a few at a time. A full queue refuses with `overloaded`. */
export interface BoundedPool {
  run<T>(task: () => Promise<T>): Promise<T | Refusal>
}

export function createBoundedPool({ concurrency, queueMax, taskMs }: PoolBounds): BoundedPool {
  const waiting: (() => void)[] = []
  let running = 0
  return {
    async run(task) {
      if (running >= concurrency) {
        if (waiting.length >= queueMax) {
          return refuse('overloaded', 'Too many people are signing in at this moment. Try again shortly.', {
            retryAfterMs: Math.ceil((queueMax * taskMs) / concurrency),
          })
        }
        // Whoever ends hands its place to the first in the queue, so `running` stays as it is.
        await new Promise<void>((resolve) => waiting.push(resolve))
      } else running++
      try {
        return await task()
      } finally {
        const next = waiting.shift()
        if (next === undefined) running--
        else next()
      }
    },
  }
}
