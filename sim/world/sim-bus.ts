import type { Bus, BusMessage, Channel } from '../../packages/server/src/ports/bus.ts'
import type { Life } from './node.ts'
import type { Random } from './random.ts'
import type { VirtualTime } from './virtual-time.ts'

/** How badly the bus does at the moment: chances, and the longest delay. */
export interface BusWeather {
  drop: number
  double: number
  late: number
  lateMs: number
  /** Nodes that neither hear nor are heard. */
  parted: Set<string>
}

export function calmBus(): BusWeather {
  return { drop: 0, double: 0, late: 0, lateMs: 0, parted: new Set() }
}

interface Subscription {
  life: Life
  listener: (message: BusMessage) => void
}

/** How long a message takes to leave its node: one that dies before takes it along. */
const LEAVE_MS = 1

/** The bus between all nodes of a world. */
export class SimBus {
  weather = calmBus()
  readonly #time: VirtualTime
  readonly #random: Random
  readonly #channels = new Map<Channel, Set<Subscription>>()

  constructor(time: VirtualTime, random: Random) {
    this.#time = time
    this.#random = random
  }

  /** The end of it that one node holds. */
  endOf(life: Life): Bus {
    return {
      publish: (channel, message) => {
        if (!life.isAlive) return
        this.#time.after(LEAVE_MS, () => life.isAlive && this.#publish(life, channel, message))
      },
      subscribe: async (channel, listener) => {
        await this.#time.wait(this.#random.between(0, 2))
        const subscription: Subscription = { life, listener }
        const there = this.#channels.get(channel) ?? new Set()
        this.#channels.set(channel, there.add(subscription))
        // Confirmed later than in force.
        await this.#time.wait(this.#random.between(0, 2))
        return () => there.delete(subscription)
      },
      close: async () => this.forget(life),
    }
  }

  /** The node is gone. */
  forget(life: Life): void {
    for (const there of this.#channels.values())
      for (const subscription of there) if (subscription.life === life) there.delete(subscription)
  }

  #publish(from: Life, channel: Channel, message: BusMessage): void {
    const { drop, double } = this.weather
    for (const subscription of this.#channels.get(channel) ?? []) {
      if (this.#random.chance(drop) || this.#isApart(from, subscription.life)) continue
      const copies = this.#random.chance(double) ? 2 : 1
      for (let copy = 0; copy < copies; copy++) this.#deliver(channel, subscription, message)
    }
  }

  #deliver(channel: Channel, subscription: Subscription, message: BusMessage): void {
    const { late, lateMs } = this.weather
    const delayMs = this.#random.chance(late) ? this.#random.between(1, lateMs) : 1
    this.#time.after(delayMs, () => {
      const { life, listener } = subscription
      if (life.isAlive && this.#channels.get(channel)?.has(subscription) === true) listener(message)
    })
  }

  #isApart(one: Life, other: Life): boolean {
    const { parted } = this.weather
    return one !== other && (parted.has(one.node) || parted.has(other.node))
  }
}
