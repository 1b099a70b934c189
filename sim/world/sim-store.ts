import type { Limits } from '@natter/protocol'
import { createMemoryStore } from '../../packages/server/src/adapters/memory/memory-store.ts'
import { StoreFault } from '../../packages/server/src/ports/store-fault.ts'
import type { Store } from '../../packages/server/src/ports/store.ts'
import type { Life } from './node.ts'
import { createRandom } from './random.ts'
import type { Random } from './random.ts'
import type { VirtualTime } from './virtual-time.ts'

/** How badly the store does at the moment: chances, and the longest stall. */
export interface StoreWeather {
  stall: number
  stallMs: number
  refuse: number
  loseReply: number
}

export function calmStore(): StoreWeather {
  return { stall: 0, stallMs: 0, refuse: 0, loseReply: 0 }
}

/** Methods that write; all others only read. */
const WRITES: ReadonlySet<string> = new Set<string>([
  'append',
  'markRead',
  'markDelivered',
  'setSettings',
  'createAccount',
  'updateAccount',
])

type Method = Exclude<keyof Store, 'epoch' | 'secret'>
type Call = (...args: unknown[]) => Promise<unknown>

interface Write {
  method: Method
  args: unknown[]
  /** The stream of chance that it draws its refs from: the same when it is done again. */
  stream: string
}

/** One store behind all nodes: the memory store, with the ways in which a real one fails. Can go back in time. */
export class SimStore {
  weather = calmStore()
  /** The store itself, for those who look from outside. */
  truth: Store
  readonly #time: VirtualTime
  readonly #random: Random
  #refs: Random
  readonly #seed: number
  readonly #limits: Limits
  #writes: Write[] = []
  /** By node life and room, until when calls are taken: answers come in the order of the calls. */
  #lanes = new WeakMap<Life, Map<unknown, { applyAt: number; answerAt: number }>>()
  #generation = 0

  constructor({ time, seed, limits }: { time: VirtualTime; seed: number; limits: Limits }) {
    this.#time = time
    this.#seed = seed
    this.#limits = limits
    this.#random = createRandom(seed, 'store')
    this.#refs = createRandom(seed, 'refs')
    this.truth = this.#create('epoch0')
  }

  /** How many writes there were: a moment to go back to. */
  get moment(): number {
    return this.#writes.length
  }

  /** A write past all faults. */
  write<M extends Method>(method: M, ...args: Parameters<Store[M]>): ReturnType<Store[M]> {
    return this.#apply(method, args) as ReturnType<Store[M]>
  }

  /** The end of it that one node holds. */
  endOf(life: Life): Store {
    const { epoch, secret } = this.truth
    const methods = Object.keys(this.truth).filter((name) => name !== 'epoch' && name !== 'secret') as Method[]
    const calls = methods.map((method) => [method, (...args: unknown[]) => this.#call(life, method, args)] as const)
    // The cast: every method of the store, each with its own arguments handed through.
    return { epoch, secret, ...Object.fromEntries(calls) } as unknown as Store
  }

  /** Forgets what was written after a moment. Everything that hung on it must have been stopped before. */
  async goBackTo(moment: number, isNewEpoch: boolean): Promise<void> {
    const kept = this.#writes.slice(0, moment)
    const { epoch } = this.truth
    this.#generation++
    this.#writes = []
    this.truth = this.#create(isNewEpoch ? `epoch${this.#generation}` : epoch)
    for (const write of kept) await this.#replay(write)
  }

  #create(epoch: string): Store {
    const random = (length: number): Uint8Array => this.#refs.bytes(length)
    return createMemoryStore({ random, limits: this.#limits, secret: new Uint8Array(32), epoch })
  }

  async #replay(write: Write): Promise<void> {
    this.#writes.push(write)
    this.#refs = createRandom(this.#seed, write.stream)
    await (this.truth[write.method] as Call)(...write.args).catch(() => undefined)
  }

  #apply(method: Method, args: unknown[]): Promise<unknown> {
    if (WRITES.has(method)) {
      const stream = `refs ${this.#generation} ${this.#writes.length}`
      this.#writes.push({ method, args, stream })
      this.#refs = createRandom(this.#seed, stream)
    }
    // The cast: the arguments came from a call of the same method.
    return (this.truth[method] as Call)(...args)
  }

  #call(life: Life, method: Method, args: unknown[]): Promise<unknown> {
    const { stall, stallMs, refuse, loseReply } = this.weather
    const isWrite = WRITES.has(method)
    const draw = this.#random
    const stallsFor = draw.chance(stall) ? draw.between(1, stallMs) : 0
    const isRefused = draw.chance(refuse)
    const isReplyLost = isWrite && draw.chance(loseReply)
    const survivesDeath = draw.chance(0.5)
    const { applyAt, answerAt } = this.#place(life, method, args, stallsFor)
    const { promise, resolve, reject } = Promise.withResolvers<unknown>()
    const answer = (settle: () => void): void =>
      void this.#time.after(answerAt - this.#time.now, () => life.isAlive && settle())
    const generation = this.#generation
    this.#time.after(applyAt - this.#time.now, () => {
      const isGone = !life.isAlive && !(isWrite && survivesDeath)
      if (isGone || generation !== this.#generation) return
      if (isRefused) return answer(() => reject(new StoreFault('unavailable', 'A simulated refusal.')))
      const result = this.#apply(method, args)
      result.catch(() => undefined)
      answer(() => (isReplyLost ? reject(new StoreFault('internal', 'A simulated lost reply.')) : resolve(result)))
    })
    return promise
  }

  /** Writes to one room keep their order and are answered in it; reads may overtake each other. */
  #place(life: Life, method: Method, args: unknown[], stallsFor: number): { applyAt: number; answerAt: number } {
    const { now } = this.#time
    const isStalledBefore = this.#random.chance(0.5)
    const applyAt = now + this.#random.between(0, 2) + (isStalledBefore ? stallsFor : 0)
    const answerAt = applyAt + this.#random.between(0, 2) + (isStalledBefore ? 0 : stallsFor)
    if (method !== 'append') return { applyAt, answerAt }
    const lanes = this.#lanes.get(life) ?? new Map<unknown, { applyAt: number; answerAt: number }>()
    this.#lanes.set(life, lanes)
    // The cast: the one argument of `append` names its room.
    const { room } = args[0] as { room: string }
    const before = lanes.get(room) ?? { applyAt: 0, answerAt: 0 }
    const placed = {
      applyAt: Math.max(applyAt, before.applyAt),
      answerAt: Math.max(answerAt, before.answerAt, before.applyAt),
    }
    placed.answerAt = Math.max(placed.answerAt, placed.applyAt)
    lanes.set(room, placed)
    return placed
  }
}
