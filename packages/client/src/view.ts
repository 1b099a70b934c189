/**
 * A value that changes. `value` is the newest at any time; listeners hear of changes, several at once where they come
 * together, and not of the value that was there when they subscribed. The identity of `value` changes exactly when its content does.
 */
export interface View<T> {
  readonly value: T
  /** Calls `listener` after changes, until the result is called. */
  subscribe(listener: (value: T) => void): () => void
}

/** What a source does besides holding its value. */
interface SourceHooks {
  /** The first listener came, or the last one went. */
  watched?(isWatched: boolean): void
  /** Somebody reads the value. */
  read?(): void
}

/** The inside of a view: a value computed when it is looked at, and again after `changed`. */
export class Source<T> implements View<T> {
  readonly #compute: (previous: T | undefined) => T
  readonly #hooks: SourceHooks
  readonly #listeners = new Set<{ call: (value: T) => void }>()
  #value: T | undefined
  #isStale = true
  #told: T | undefined
  #isTelling = false

  constructor(compute: (previous: T | undefined) => T, hooks: SourceHooks = {}) {
    this.#compute = compute
    this.#hooks = hooks
  }

  get value(): T {
    this.#hooks.read?.()
    return this.#current()
  }

  get isWatched(): boolean {
    return this.#listeners.size > 0
  }

  subscribe(listener: (value: T) => void): () => void {
    const entry = { call: listener }
    if (this.#listeners.size === 0) this.#told = this.#current()
    this.#listeners.add(entry)
    if (this.#listeners.size === 1) this.#hooks.watched?.(true)
    return () => {
      if (this.#listeners.delete(entry) && this.#listeners.size === 0) this.#hooks.watched?.(false)
    }
  }

  /** What the value is made of has changed; listeners are told once the present task is done. */
  changed(): void {
    this.#isStale = true
    if (this.#isTelling || this.#listeners.size === 0) return
    this.#isTelling = true
    queueMicrotask(() => this.#tell())
  }

  #current(): T {
    // The cast: `#value` is only undefined before the first computation where T does not hold undefined itself.
    if (!this.#isStale) return this.#value as T
    this.#isStale = false
    return (this.#value = this.#compute(this.#value))
  }

  #tell(): void {
    this.#isTelling = false
    const value = this.#current()
    if (Object.is(value, this.#told)) return
    this.#told = value
    const listeners = [...this.#listeners]
    for (const { call } of listeners) {
      try {
        call(value)
      } catch (error) {
        // A fault of the application: let it surface as one, without keeping the news from the other listeners.
        queueMicrotask(() => {
          throw error
        })
      }
    }
  }
}

/** A source that is simply set. */
export class Cell<T> extends Source<T> {
  #held: T

  constructor(held: T) {
    super(() => this.#held)
    this.#held = held
  }

  set(value: T): void {
    if (Object.is(value, this.#held)) return
    this.#held = value
    this.changed()
  }
}

/** The earlier value where the later one, an array or a plain object, holds the same things: views change when their content does. */
export function kept<T extends object>(previous: T | undefined, next: T): T {
  if (previous === undefined) return next
  const before = Object.entries(previous)
  const after = new Map<string, unknown>(Object.entries(next))
  return before.length === after.size &&
    before.every(([key, value]) => after.has(key) && Object.is(after.get(key), value))
    ? previous
    : next
}
