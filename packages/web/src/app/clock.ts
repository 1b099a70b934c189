/** Time and timers, handed to whoever needs them. Only this file touches the real ones. */
export interface Clock {
  now(): number
  /** Runs once after `delayMs`; the answer calls it off. */
  after(delayMs: number, run: () => void): () => void
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (delayMs, run) => {
    const timer = setTimeout(run, delayMs)
    return () => clearTimeout(timer)
  },
}
