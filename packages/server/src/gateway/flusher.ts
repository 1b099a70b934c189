import type { Clock } from '../ports/clock.ts'
import type { Log } from '../ports/log.ts'
import type { Connection } from './connection.ts'

/** Calls `run` once, soon, after the input that is at hand has been read. */
export type Soon = (run: () => void) => void

/**
 * One write per socket per tick: connections with something to say register here, and are flushed together once the
 * event loop has read what has arrived. Idle: at once. Busy: everything of one turn goes out in one write a socket.
 */
export class Flusher {
  readonly #clock: Clock
  readonly #log: Log
  readonly #soon: Soon
  #waiting: Connection[] = []
  #scheduled = false
  readonly #flush = (): void => this.flush()

  constructor(clock: Clock, log: Log, soon: Soon) {
    this.#clock = clock
    this.#log = log
    this.#soon = soon
  }

  add(connection: Connection): void {
    this.#waiting.push(connection)
    if (this.#scheduled) return
    this.#scheduled = true
    this.#soon(this.#flush)
  }

  flush(): void {
    const connections = this.#waiting
    this.#waiting = []
    this.#scheduled = false
    const uptime = this.#clock.uptime()
    for (const connection of connections) {
      try {
        connection.flush(uptime)
      } catch (error) {
        // One broken road must not keep the others of this tick waiting for ever.
        this.#log.error('A connection could not be written to.', { connection: connection.id, error })
        connection.transport.terminate()
      }
    }
  }
}
