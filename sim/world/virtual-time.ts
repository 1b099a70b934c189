/** Where the clock of every simulated world starts. */
const START = 1_800_000_000_000

interface Entry {
  readonly at: number
  readonly order: number
  task: (() => void) | undefined
}

/** The one clock of a simulated world: it moves from one thing that is due to the next, and lets promises settle in between. */
export class VirtualTime {
  /** Milliseconds. */
  now = START
  /** Things that were done. */
  steps = 0
  #order = 0
  /** A binary heap by time, then by order of asking. */
  readonly #heap: Entry[] = []

  get elapsedMs(): number {
    return this.now - START
  }

  /** Runs `task` once after `delayMs`; the result cancels it. */
  after(delayMs: number, task: () => void): () => void {
    const entry: Entry = { at: this.now + Math.max(0, delayMs), order: this.#order++, task }
    this.#push(entry)
    return () => {
      entry.task = undefined
    }
  }

  /** Resolves after so much virtual time. */
  wait(ms: number): Promise<void> {
    return new Promise((resolve) => void this.after(ms, resolve))
  }

  /** Moves the clock on by `ms`, with all that happens in that time. */
  async pass(ms: number): Promise<void> {
    const until = this.now + ms
    await settled()
    for (let entry = this.#heap[0]; entry !== undefined && entry.at <= until; entry = this.#heap[0]) {
      this.#pop()
      const { task } = entry
      if (task === undefined) continue
      this.now = Math.max(this.now, entry.at)
      this.steps++
      task()
      await settled()
    }
    this.now = until
  }

  #push(entry: Entry): void {
    const heap = this.#heap
    let index = heap.push(entry) - 1
    while (index > 0) {
      const parent = (index - 1) >> 1
      const above = heap[parent]
      if (above === undefined || !isBefore(entry, above)) break
      heap[index] = above
      index = parent
    }
    heap[index] = entry
  }

  #pop(): void {
    const heap = this.#heap
    const last = heap.pop()
    if (last === undefined || heap.length === 0) return
    let index = 0
    for (;;) {
      let child = 2 * index + 1
      const [left, right] = [heap[child], heap[child + 1]]
      if (left === undefined) break
      if (right !== undefined && isBefore(right, left)) child++
      const least = heap[child]
      if (least === undefined || !isBefore(least, last)) break
      heap[index] = least
      index = child
    }
    heap[index] = last
  }
}

function isBefore(one: Entry, other: Entry): boolean {
  return one.at < other.at || (one.at === other.at && one.order < other.order)
}

/** One turn of the real event loop: every promise that can settle has settled by then, since nothing here waits for the real world. */
function settled(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve))
}
