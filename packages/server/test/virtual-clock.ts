import type { Clock } from '../src/ports/clock.ts'

/** Time that moves only when it is told to. */
export interface VirtualClock extends Clock {
  /** Moves on, running the timers that fall due on the way, each at its own time and after what came before has settled. */
  advance(ms: number): Promise<void>
  /** Moves the clock on the wall alone. */
  turn(ms: number): void
  /** Lets time pass in which this process stands still: due timers run once, all at the end of it. */
  stall(ms: number): Promise<void>
  /** Timers that wait. */
  readonly timers: number
}

const STARTED_AT = 1_795_270_000_000

/** `settle` runs everything that is under way without time; it is awaited between timers. */
export function virtualClock(settle: () => Promise<void>): VirtualClock {
  const timers = new Set<{ at: number; run: () => void }>()
  let uptime = 0
  let turnedMs = 0

  function nextDue(until: number): { at: number; run: () => void } | undefined {
    let first: { at: number; run: () => void } | undefined
    for (const timer of timers) if (timer.at <= until && (first === undefined || timer.at < first.at)) first = timer
    return first
  }

  return {
    now: () => STARTED_AT + uptime + turnedMs,
    uptime: () => uptime,
    timer(ms, run) {
      const timer = { at: uptime + ms, run }
      timers.add(timer)
      return () => void timers.delete(timer)
    },
    async advance(ms) {
      await settle()
      const until = uptime + ms
      for (let due = nextDue(until); due !== undefined; due = nextDue(until)) {
        uptime = Math.max(uptime, due.at)
        timers.delete(due)
        due.run()
        await settle()
      }
      uptime = until
    },
    turn(ms) {
      turnedMs += ms
    },
    async stall(ms) {
      await settle()
      uptime += ms
      const due = [...timers].filter(({ at }) => at <= uptime)
      for (const timer of due) {
        timers.delete(timer)
        timer.run()
      }
      await settle()
    },
    get timers() {
      return timers.size
    },
  }
}
