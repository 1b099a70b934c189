import type { Clock } from '../src/app/clock.ts'

export interface FakeClock extends Clock {
  /** Lets time pass and runs what is due, in order. */
  pass(ms: number): void
}

/** Time that moves by hand. */
export function fakeClock(startAt = 0): FakeClock {
  let now = startAt
  const timers = new Set<{ at: number; run: () => void }>()
  return {
    now: () => now,
    after: (delayMs, run) => {
      const timer = { at: now + delayMs, run }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    pass: (ms) => {
      const until = now + ms
      for (;;) {
        const [next] = [...timers].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)
        if (!next) break
        timers.delete(next)
        now = next.at
        next.run()
      }
      now = until
    },
  }
}
