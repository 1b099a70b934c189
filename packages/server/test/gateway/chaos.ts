import type { Bus, Channel } from '../../src/ports/bus.ts'
import type { Store } from '../../src/ports/store.ts'

/** What becomes of one message on the bus or one answer of the store. */
export type Fate = 'now' | 'lost' | 'twice' | 'later'

const READS = new Set<keyof Store>(['greet', 'catchUp', 'userCatchUp', 'eventsAfter', 'heads', 'roomFor', 'roomsOf'])

/**
 * A bus that loses, doubles, delays and reorders, and a store whose answers come late and in any order; what the test
 * writes goes past it. `fate` says what happens next.
 */
export class Chaos {
  readonly #fate: () => Fate
  #late: (() => void)[] = []
  #isOver = false

  constructor(fate: () => Fate) {
    this.#fate = fate
  }

  get waiting(): number {
    return this.#late.length
  }

  readonly bus = (bus: Bus): Bus => ({
    publish: (channel, message) => {
      const deliver = (): void => bus.publish(channel, message)
      const fate = this.#fateOn(channel)
      if (fate === 'later') this.#late.push(deliver)
      else if (fate !== 'lost') deliver()
      if (fate === 'twice') this.#late.push(deliver)
    },
    subscribe: (channel, listener) => bus.subscribe(channel, listener),
    close: () => bus.close(),
  })

  readonly store = (store: Store): Store =>
    new Proxy(store, {
      get: (target, key) => {
        const method = key as keyof Store
        const real: unknown = target[method]
        if (typeof real !== 'function' || !READS.has(method)) return real
        return async (...args: unknown[]): Promise<unknown> => {
          const found: unknown = await (real as (...args: unknown[]) => unknown)(...args)
          if (!this.#isOver && this.#fate() === 'later') await new Promise<void>((resolve) => this.#late.push(resolve))
          return found
        }
      },
    })

  /** Lets one thing happen that was put off. */
  release(index: number): void {
    const [run] = this.#late.splice(index % Math.max(1, this.#late.length), 1)
    run?.()
  }

  /** From now on nothing goes wrong, and what was put off happens. */
  end(): void {
    this.#isOver = true
    for (const run of this.#late.splice(0)) run()
  }

  #fateOn(channel: Channel): Fate {
    return this.#isOver || channel === 'all' ? 'now' : this.#fate()
  }
}
