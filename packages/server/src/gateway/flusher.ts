import type { Clock } from '../ports/clock.ts'
import type { Log } from '../ports/log.ts'
import type { Outbox } from './outbox.ts'

/** Calls `run` once, soon, after the input that is at hand has been read. */
export type Soon = (run: () => void) => void

/**
 * One write per socket per tick: outboxes with something to say register here, and are flushed together once the
 * event loop has read what has arrived. Idle: at once. Busy: everything of one turn goes out in one write a socket.
 */
export class Flusher {
  readonly #clock: Clock
  readonly #log: Log
  readonly #soon: Soon
  #waiting: Outbox[] = []
  #scheduled = false
  readonly #flush = (): void => this.flush()

  constructor(clock: Clock, log: Log, soon: Soon) {
    this.#clock = clock
    this.#log = log
    this.#soon = soon
  }

  add(outbox: Outbox): void {
    this.#waiting.push(outbox)
    if (this.#scheduled) return
    this.#scheduled = true
    this.#soon(this.#flush)
  }

  flush(): void {
    const outboxes = this.#waiting
    this.#waiting = []
    this.#scheduled = false
    const uptime = this.#clock.uptime()
    for (const outbox of outboxes) {
      try {
        outbox.flush(uptime)
      } catch (error) {
        // One broken road must not keep the others of this tick waiting for ever.
        const { id, transport } = outbox.owner
        this.#log.error('A connection could not be written to.', { connection: id, error })
        transport.terminate()
      }
    }
  }
}
