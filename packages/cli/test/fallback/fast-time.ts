import { defaultEnvironment, withFallback } from '@natter/client'
import type { Environment } from '@natter/client'
import { systemClock } from '@natter/server'

/** So many times faster than it is: what takes seconds is seen in tenths, on both sides alike. */
const FACTOR = 10

export const fastClock: typeof systemClock = {
  now: () => systemClock.now() * FACTOR,
  uptime: () => systemClock.uptime() * FACTOR,
  timer: (ms, run) => systemClock.timer(ms / FACTOR, run),
}

export function fastEnvironment(): Environment {
  const usual = defaultEnvironment()
  return withFallback({
    ...usual,
    now: () => usual.now() * FACTOR,
    setTimer: (delayMs, task) => usual.setTimer(delayMs / FACTOR, task),
  })
}
