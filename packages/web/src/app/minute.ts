import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { Clock } from './clock.ts'

const MINUTE_MS = 60_000

/** The time, moving on once a minute while somebody looks: enough for "Today" and "in 6 days". */
export function minuteSignal(clock: Clock): ReadonlySignal<number> {
  let stop = (): void => {}
  const now = signal(clock.now(), {
    watched: () => {
      const tick = (): void => {
        now.value = clock.now()
        stop = clock.after(MINUTE_MS, tick)
      }
      tick()
    },
    unwatched: () => stop(),
  })
  return now
}
