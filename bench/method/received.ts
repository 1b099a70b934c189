import { addFaults, noFaults } from './faults.ts'
import type { Faults } from './faults.ts'

/** Seqs that a reader is waiting for, at most; a hole that is larger is counted as lost at once. */
const MISSING_MAX = 100_000

/**
 * What one socket has received of one room, from the head it was told when it came: every seq must come once and in
 * order. Kept by counting, so that it costs the generator little.
 */
export class Received {
  readonly #faults = noFaults()
  readonly #missing = new Set<number>()
  readonly #start: number
  #last: number
  #count = 0

  constructor(head: number) {
    this.#start = head
    this.#last = head
  }

  /** The greatest seq so far. */
  get last(): number {
    return this.#last
  }

  take(seq: number): void {
    this.#count++
    if (seq === this.#last + 1) this.#last = seq
    else if (seq > this.#last) this.#jump(seq)
    else if (this.#missing.delete(seq)) this.#faults.reordered++
    else this.#faults.doubled++
  }

  /** The faults so far, given what the log's head is now that all is quiet. */
  reconcile(head: number): Faults {
    const missing = this.#missing.size + Math.max(0, head - this.#last)
    const sum = { ...this.#faults, lost: this.#faults.lost + missing }
    const accountedFor = this.#count - sum.doubled + sum.lost
    // Every number up to the head was received or is missing; anything beyond it was made up.
    const beyond = Math.max(0, accountedFor - (head - this.#start))
    return addFaults(sum, { ...noFaults(), doubled: beyond })
  }

  #jump(seq: number): void {
    const hole = seq - this.#last - 1
    if (this.#missing.size + hole > MISSING_MAX) this.#faults.lost += hole
    else for (let missing = this.#last + 1; missing < seq; missing++) this.#missing.add(missing)
    this.#last = seq
  }
}
