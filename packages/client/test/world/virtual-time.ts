/** Lets everything run that is waiting for promises and nothing else. */
export async function settled(): Promise<void> {
  for (let i = 0; i < 3; i++) await new Promise<void>((resolve) => setImmediate(resolve))
}

interface Timer {
  at: number
  order: number
  task: () => void
}

/** A clock that only moves when it is told to. */
export class VirtualTime {
  now = 1_800_000_000_000
  #order = 0
  readonly #timers = new Set<Timer>()

  get pendingTimers(): number {
    return this.#timers.size
  }

  setTimer(delayMs: number, task: () => void): () => void {
    const timer = { at: this.now + Math.max(0, delayMs), order: this.#order++, task }
    this.#timers.add(timer)
    return () => this.#timers.delete(timer)
  }

  /** Moves the clock on, runs what is due in order, and between any two what waits for promises. */
  async advance(byMs: number): Promise<void> {
    const until = this.now + byMs
    await settled()
    for (;;) {
      const next = [...this.#timers].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at || a.order - b.order)[0]
      if (next === undefined) break
      this.#timers.delete(next)
      this.now = Math.max(this.now, next.at)
      next.task()
      await settled()
    }
    this.now = until
  }

  /** Moves on until `condition` holds; fails after `limitMs`. */
  async until(condition: () => boolean, limitMs = 120_000): Promise<void> {
    const end = this.now + limitMs
    await settled()
    while (!condition()) {
      if (this.now >= end) throw new Error(`Not within ${limitMs} ms of virtual time: ${condition.toString()}`)
      const next = Math.min(...[...this.#timers].map(({ at }) => at))
      await this.advance(Math.min(Math.max(next - this.now, 0), end - this.now))
    }
  }

  /** Sets the clock without time passing. */
  jump(byMs: number): void {
    this.now += byMs
    for (const timer of this.#timers) timer.at += byMs
  }
}
