import type { ReadonlySignal } from '@preact/signals'
import type { View } from '@natter/client'

/** A view made of others. `compute` runs again only when one of them has another value. */
export function derivedView<T>(inputs: readonly View<unknown>[], compute: () => T): View<T> {
  let known: { of: readonly unknown[]; value: T } | undefined
  const current = (): T => {
    const of = inputs.map(({ value }) => value)
    if (known === undefined || of.some((value, index) => value !== known?.of[index])) known = { of, value: compute() }
    return known.value
  }
  return {
    get value() {
      return current()
    },
    subscribe: (listener) => {
      let told = current()
      const look = (): void => {
        const value = current()
        if (value === told) return
        told = value
        listener(value)
      }
      const stops = inputs.map((input) => input.subscribe(look))
      return () => stops.forEach((stop) => stop())
    },
  }
}

/** A signal as a view. */
export function viewOf<T>(signal: ReadonlySignal<T>): View<T> {
  return {
    get value() {
      return signal.peek()
    },
    subscribe: (listener) => {
      let isFirst = true
      return signal.subscribe((value) => {
        if (!isFirst) listener(value)
        isFirst = false
      })
    },
  }
}
