/**
 * Rows that the writer has read or written, so that a send reads none. Right as long as nobody else writes: the data
 * folder is locked, and whoever writes a row here says so with `set` or `forget`. `clear` after a rollback.
 */
export class Remembered<Key, Value> {
  readonly #known = new Map<Key, Value>()
  readonly #load: (key: Key) => Value | undefined
  readonly #rowsMax: number

  constructor(rowsMax: number, load: (key: Key) => Value | undefined) {
    this.#rowsMax = rowsMax
    this.#load = load
  }

  get(key: Key): Value | undefined {
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const loaded = this.#load(key)
    if (loaded !== undefined) this.#known.set(key, loaded)
    return loaded
  }

  set(key: Key, value: Value): void {
    this.#known.set(key, value)
  }

  forget(key: Key): void {
    this.#known.delete(key)
  }

  clear(): void {
    this.#known.clear()
  }

  /** Drops the oldest beyond the bound. Only between transactions: within one, a value may be ahead of its row. */
  trim(): void {
    for (const key of this.#known.keys()) {
      if (this.#known.size <= this.#rowsMax) break
      this.#known.delete(key)
    }
  }
}
