import type { Clock } from '../../src/ports/clock.ts'

/** Time that stands still until a hand moves it. */
export interface HandClock extends Clock {
  advance(ms: number): void
}

export function handClock(at = 1_790_000_000_000): HandClock {
  let passed = 0
  const timers = new Set<{ dueAt: number; run: () => void }>()
  return {
    now: () => at + passed,
    uptime: () => passed,
    timer(ms, run) {
      const timer = { dueAt: passed + ms, run }
      timers.add(timer)
      return () => void timers.delete(timer)
    },
    advance(ms) {
      passed += ms
      for (const timer of [...timers].toSorted((a, b) => a.dueAt - b.dueAt)) {
        if (timer.dueAt > passed || !timers.delete(timer)) continue
        timer.run()
      }
    },
  }
}
