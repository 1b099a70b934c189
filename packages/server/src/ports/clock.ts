/** Time as an argument: the real one in production, a virtual one in tests and simulation. */
export interface Clock {
  /** Milliseconds since the epoch, for people and expiry. May jump. */
  now(): number
  /** Milliseconds since some start, never going back: for rates, timeouts and durations. */
  uptime(): number
  /** Calls `run` once after `ms`; the result cancels it. */
  timer(ms: number, run: () => void): () => void
}
