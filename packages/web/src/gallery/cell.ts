import type { View } from '@natter/client'

/** A view that is set by hand. */
export interface Cell<T> extends View<T> {
  set(value: T): void
}

export function cell<T>(first: T): Cell<T> {
  let value = first
  const listeners = new Set<(value: T) => void>()
  return {
    get value() {
      return value
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    set: (next) => {
      value = next
      for (const listener of listeners) listener(next)
    },
  }
}
