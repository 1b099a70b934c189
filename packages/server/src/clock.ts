import { performance } from 'node:perf_hooks'
import type { Clock } from './ports/clock.ts'

/** Real time. Timers do not keep the process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  uptime: () => performance.now(),
  timer(ms, run) {
    const timer = setTimeout(run, ms)
    timer.unref()
    return () => clearTimeout(timer)
  },
}
