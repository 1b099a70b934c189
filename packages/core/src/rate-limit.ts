/** A rate as users configure it: so many in a period, with a burst on top of an idle bucket. */
export interface Rate {
  count: number
  periodMs: number
  burst: number
}

/**
 * One step of the generic cell rate algorithm (ITU-T I.371): exact, one number of state. `dueAt` is the theoretical
 * arrival time kept from the last step (0 at first). Returns the next state, or in how many ms the step would be allowed.
 */
export function takeFromRate(dueAt: number, now: number, rate: Rate, cost = 1): { dueAt: number } | { retryAfterMs: number } {
  const stepMs = rate.periodMs / rate.count
  const next = Math.max(dueAt, now) + stepMs * cost
  const waitMs = next - now - stepMs * rate.burst
  return waitMs > 0 ? { retryAfterMs: Math.ceil(waitMs) } : { dueAt: next }
}
