/** A rate as users configure it: so many in a period, with a burst on top of an idle bucket. */
export interface Rate {
  count: number
  periodMs: number
  burst: number
}

/** A wait below this is the rounding of a sum of steps like 1000/3 ms, not a wait. */
const ROUNDING_MS = 0.001

/**
 * One step of the generic cell rate algorithm (ITU-T I.371): exact, one number of state. `dueAt` is the theoretical
 * arrival time kept from the last step (0 at first). Returns the next state, or in how many ms the step would be allowed.
 * A cost beyond the burst is taken from an idle bucket, and the debt is waited for afterwards. A clock that goes back
 * lengthens the wait by no more than it went back.
 */
export function takeFromRate(
  dueAt: number,
  now: number,
  rate: Rate,
  cost = 1,
): { dueAt: number } | { retryAfterMs: number } {
  const stepMs = rate.periodMs / rate.count
  const next = Math.max(dueAt, now) + stepMs * cost
  const waitMs = next - now - stepMs * Math.max(rate.burst, cost)
  return waitMs > ROUNDING_MS ? { retryAfterMs: Math.ceil(waitMs) } : { dueAt: next }
}
