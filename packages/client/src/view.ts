/**
 * A value that changes. `value` is the newest at any time; listeners hear of changes, several at once where they come
 * together, and not of the value that was there when they subscribed. The identity of `value` changes exactly when its content does.
 */
export interface View<T> {
  readonly value: T
  /** Calls `listener` after changes, until the result is called. */
  subscribe(listener: (value: T) => void): () => void
}

/** The inside of a view: a value computed when it is looked at, and again after `changed`. */
export interface Source<T> extends View<T> {
  readonly isWatched: boolean
  /** What the value is made of has changed; listeners are told once the present task is done. */
  changed(): void
}

/** `looked`: somebody reads the value, or begins or ceases to watch it. */
export function createSource<T>(compute: (previous: T | undefined) => T, looked?: () => void): Source<T> {
  const listeners = new Set<{ call: (value: T) => void }>()
  let known: T | undefined
  let told: T | undefined
  let isStale = true
  let isTelling = false

  function current(): T {
    if (isStale) known = compute(known)
    isStale = false
    // The cast: computed at least once, and T may hold undefined itself.
    return known as T
  }

  function tell(): void {
    isTelling = false
    const value = current()
    if (value === told) return
    told = value
    const present = [...listeners]
    for (const { call } of present) {
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

  return {
    get value() {
      looked?.()
      return current()
    },
    get isWatched() {
      return listeners.size > 0
    },
    subscribe(call) {
      const listener = { call }
      if (listeners.size === 0) told = current()
      listeners.add(listener)
      looked?.()
      return () => {
        listeners.delete(listener)
        looked?.()
      }
    },
    changed() {
      isStale = true
      if (isTelling || listeners.size === 0) return
      isTelling = true
      queueMicrotask(tell)
    },
  }
}

/** A source that is simply set. */
export interface Cell<T> extends Source<T> {
  set(value: T): void
}

export function createCell<T>(first: T, looked?: () => void): Cell<T> {
  let held = first
  const source = createSource(() => held, looked)
  return Object.assign(source, {
    set(value: T) {
      held = value
      source.changed()
    },
  })
}

/** The earlier value where the later one, an array or a plain object, holds the same things: views change when their content does. */
export function kept<T extends object>(previous: T | undefined, next: T): T {
  const names = Object.keys(next) as (keyof T)[]
  const isSame =
    previous && Object.keys(previous).length === names.length && names.every((name) => previous[name] === next[name])
  return isSame ? previous : next
}
