import { takeFromRate } from '@natter/core'
import { NODE_OUTBOX_BYTES } from './outbox-bounds.ts'

/** What a node can hold. */
export interface NodeBounds {
  /** Bytes that wait for all readers together. */
  outboxBytes: number
  /** Connections, as the system allows at this moment. */
  connectionsMax: () => number
}

/** Of a node whose system sets no bound. */
export const USUAL_BOUNDS: NodeBounds = { outboxBytes: NODE_OUTBOX_BYTES, connectionsMax: () => Infinity }

/** Why nobody is let in right now, and when to try again. */
export interface Busy {
  why: string
  retryInMs: number
}

/** Those who are turned away together are told to come back spread over this time. */
const RETRY_MS = { least: 1_000, spread: 4_000 }

/** What is asked of a node before somebody is let in. */
interface Node {
  readonly ports: {
    readonly clock: { uptime(): number }
    readonly limits: { readonly hellosPerSecond: number }
    readonly ratesEnforced: boolean
  }
  readonly isStopped: boolean
  readonly bounds: NodeBounds
  readonly budget: { readonly isOver: boolean }
  readonly connectionCount: number
  chance(): number
}

/** Who is let in, and when the others may try again: before an upgrade, with 503, and after it, with 4008. */
export class Admission {
  readonly #node: Node
  /** Of `takeFromRate`. */
  #hellosDueAt = 0

  constructor(node: Node) {
    this.#node = node
  }

  /** Before there is a connection: whether it would only be turned away at its hello, or is one too many. */
  busy(): Busy | undefined {
    const { isStopped, bounds, connectionCount } = this.#node
    if (isStopped) return this.#busy('This server is stopping. Try again shortly.')
    if (connectionCount >= bounds.connectionsMax())
      return this.#busy('This server has all the connections it can hold.')
    return this.#short() ?? ('retryAfterMs' in this.#step() ? this.#busy('Too many come in at once.') : undefined)
  }

  /** One more hello; counts against the rate. */
  hello(): Busy | undefined {
    const short = this.#short()
    if (short !== undefined) return short
    const step = this.#step()
    if ('retryAfterMs' in step) return this.#busy('Too many come in at once.')
    this.#hellosDueAt = step.dueAt
    return undefined
  }

  #short(): Busy | undefined {
    return this.#node.budget.isOver ? this.#busy('This server is short of memory.') : undefined
  }

  #step(): { dueAt: number } | { retryAfterMs: number } {
    const { ratesEnforced, limits, clock } = this.#node.ports
    if (!ratesEnforced) return { dueAt: this.#hellosDueAt }
    const { hellosPerSecond } = limits
    const rate = { count: hellosPerSecond, periodMs: 1_000, burst: hellosPerSecond }
    return takeFromRate(this.#hellosDueAt, clock.uptime(), rate)
  }

  #busy(why: string): Busy {
    return { why, retryInMs: RETRY_MS.least + Math.floor(this.#node.chance() * RETRY_MS.spread) }
  }
}
