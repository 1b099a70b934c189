import type { Environment } from './environment.ts'
import type { NatterError } from './errors.ts'

/** How long ids are gathered before they are asked for together. */
const GATHER_MS = 10
/** Ids that wait at once; what is beyond is wanted again when it is looked at again. */
const WANTED_MAX = 5_000

/** How things of one kind are asked for. */
export interface BatcherPorts<Id> {
  environment: Environment
  /** Ids in one question. */
  batchMax: number
  isLive(): boolean
  fetch(ids: Id[], done: (error: NatterError | undefined) => void): void
}

/** Gathers ids and asks for them together, as soon as there is a connection. */
export class Batcher<Id> {
  readonly #ports: BatcherPorts<Id>
  readonly #wanted = new Set<Id>()
  #cancelTimer: (() => void) | undefined

  constructor(ports: BatcherPorts<Id>) {
    this.#ports = ports
  }

  want(id: Id): void {
    if (this.#wanted.size < WANTED_MAX) this.#wanted.add(id)
    this.connected()
  }

  connected(): void {
    if (this.#wanted.size === 0 || !this.#ports.isLive()) return
    this.#cancelTimer ??= this.#ports.environment.setTimer(GATHER_MS, () => {
      this.#cancelTimer = undefined
      this.#ask()
    })
  }

  stop(): void {
    this.#cancelTimer?.()
    this.#wanted.clear()
  }

  #ask(): void {
    if (!this.#ports.isLive()) return
    const ids = [...this.#wanted].slice(0, this.#ports.batchMax)
    for (const id of ids) this.#wanted.delete(id)
    this.#ports.fetch(ids, (error) => {
      const isLost = error?.code === 'network'
      if (isLost || error?.retryAfterMs !== undefined) for (const id of ids) this.#wanted.add(id)
      if (isLost) return
      if (error?.retryAfterMs === undefined) this.connected()
      else this.#cancelTimer ??= this.#ports.environment.setTimer(error.retryAfterMs, () => this.#retry())
    })
  }

  #retry(): void {
    this.#cancelTimer = undefined
    this.connected()
  }
}
