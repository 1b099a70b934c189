import type { Cursor } from '@natter/protocol'

/** Events that came too early and wait for those before them. What is beyond is fetched like the rest of the gap. */
const PARKED_MAX = 512

/** A row of a log. */
interface Row {
  seq: number
  ref: string
}

/**
 * Where a reader stands in one log, and the rule that keeps its reading contiguous: what is known is dropped, what comes
 * next is applied, what comes too early waits. Decides only; the caller applies what is returned, and fetches what is missing.
 */
export class LogReader<E extends Row> {
  #cursor: Cursor | undefined
  readonly #parked = new Map<number, E>()
  #headAtLeast = 0

  /** The last row that was applied; undefined before the first catch-up. */
  get cursor(): Cursor | undefined {
    return this.#cursor
  }

  /** Whether something is known to be missing. */
  get hasGap(): boolean {
    return this.#cursor !== undefined && (this.#parked.size > 0 || this.#headAtLeast > this.#cursor[0])
  }

  /** Takes a live event; returns what may be applied now, in order. */
  take(event: E): E[] {
    if (this.#cursor === undefined || event.seq <= this.#cursor[0]) return []
    if (event.seq > this.#cursor[0] + 1) {
      if (this.#parked.size < PARKED_MAX) this.#parked.set(event.seq, event)
      return []
    }
    this.#cursor = [event.seq, event.ref]
    return [event, ...this.#unpark()]
  }

  /** Takes a delta: everything after the cursor, rising, without what later rows superseded. */
  takeDelta(events: readonly E[], upTo: Cursor): E[] {
    const ready: E[] = []
    for (const event of events) {
      if (this.#cursor === undefined || event.seq <= this.#cursor[0] || event.seq > upTo[0]) continue
      this.#cursor = [event.seq, event.ref]
      ready.push(event)
    }
    if (this.#cursor === undefined || upTo[0] > this.#cursor[0]) this.#cursor = upTo
    return [...ready, ...this.#unpark()]
  }

  /** Starts anew at `upTo`, wherever it was; returns the early ones that come after it. */
  startAt(upTo: Cursor): E[] {
    this.#cursor = upTo
    return this.#unpark()
  }

  /** Something else has shown that the log goes at least so far. */
  heardOfHead(seq: number): void {
    if (seq > this.#headAtLeast) this.#headAtLeast = seq
  }

  /** Believes the server, which knows of nothing more: what was heard or came too early does not count. */
  dropEarly(): void {
    this.#parked.clear()
    this.#headAtLeast = 0
  }

  /** Forgets everything: the next catch-up is a fresh start. */
  forget(): void {
    this.dropEarly()
    this.#cursor = undefined
  }

  #unpark(): E[] {
    const ready: E[] = []
    for (const seq of this.#parked.keys())
      if (this.#cursor !== undefined && seq <= this.#cursor[0]) this.#parked.delete(seq)
    for (;;) {
      const next = this.#cursor && this.#parked.get(this.#cursor[0] + 1)
      if (next === undefined) return ready
      this.#parked.delete(next.seq)
      this.#cursor = [next.seq, next.ref]
      ready.push(next)
    }
  }
}
