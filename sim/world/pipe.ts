import type { VirtualTime } from './virtual-time.ts'

interface Item {
  readonly run: () => void
  readonly bytes: number
  at: number
}

/** One direction of a connection: in order, late, and sometimes not at all. */
export class Pipe {
  latencyMs: number
  /** Everything that is due arrives in one go. */
  isMerging = false
  /** Called when something has arrived, and so waits no more. */
  taken = (): void => {}
  readonly #time: VirtualTime
  readonly #holds = new Set<string>()
  #items: Item[] = []
  #bytes = 0
  #isBroken = false
  #bytesPerSecond: number | undefined
  #cancel: (() => void) | undefined

  constructor(time: VirtualTime, latencyMs: number) {
    this.#time = time
    this.latencyMs = latencyMs
  }

  /** What is on its way. */
  get bytes(): number {
    return this.#bytes
  }

  /** Undefined: as fast as can be, also for what is on its way. */
  limit(bytesPerSecond: number | undefined): void {
    this.#bytesPerSecond = bytesPerSecond
    if (bytesPerSecond !== undefined) return
    const soon = this.#time.now + this.latencyMs
    for (const item of this.#items) item.at = Math.min(item.at, soon)
    this.#unschedule()
    this.#schedule()
  }

  send(bytes: number, run: () => void): void {
    const before = this.#items.at(-1)?.at ?? this.#time.now
    const spentMs = this.#bytesPerSecond === undefined ? 0 : (bytes / this.#bytesPerSecond) * 1_000
    const at = Math.max(before + spentMs, this.#time.now + this.latencyMs + spentMs)
    this.#items.push({ run, bytes, at })
    this.#bytes += bytes
    this.#schedule()
  }

  /** Nothing arrives until every reason is gone again. */
  hold(why: string): void {
    this.#holds.add(why)
    this.#unschedule()
  }

  release(why: string): void {
    if (this.#holds.delete(why)) this.#schedule()
  }

  /** Nothing arrives any more, and nobody is told. */
  break(): void {
    this.#isBroken = true
    this.#unschedule()
  }

  get isBroken(): boolean {
    return this.#isBroken
  }

  /** Forgets what is on its way. */
  clear(): void {
    this.#items = []
    this.#bytes = 0
    this.#unschedule()
  }

  #schedule(): void {
    const [first] = this.#items
    if (first === undefined || this.#cancel !== undefined || this.#holds.size > 0 || this.#isBroken) return
    this.#cancel = this.#time.after(first.at - this.#time.now, () => {
      this.#cancel = undefined
      this.#deliver()
      this.#schedule()
    })
  }

  #unschedule(): void {
    this.#cancel?.()
    this.#cancel = undefined
  }

  #deliver(): void {
    do {
      const item = this.#items.shift()
      if (item === undefined) return
      this.#bytes -= item.bytes
      item.run()
      this.taken()
    } while (this.isMerging && (this.#items[0]?.at ?? Infinity) <= this.#time.now && !this.#isBroken)
  }
}
