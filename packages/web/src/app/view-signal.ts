import { signal } from '@preact/signals'
import type { ReadonlySignal, Signal } from '@preact/signals'
import type { View } from '@natter/client'

/** One signal a view, so that many readers share one subscription. */
const signals = new WeakMap<object, Signal<unknown>>()

/**
 * A signal that follows a view of the SDK while somebody watches it, and lets it go after that.
 * Outside of components and effects read the view itself: an unwatched signal stands still.
 */
export function viewSignal<T>(view: View<T>): ReadonlySignal<T> {
  const known = signals.get(view)
  // The map holds for each view the signal made below for it.
  if (known) return known as Signal<T>
  let unsubscribe = (): void => {}
  const made: Signal<T> = signal(view.value, {
    watched: () => {
      unsubscribe = view.subscribe((value) => {
        made.value = value
      })
      made.value = view.value
    },
    unwatched: () => unsubscribe(),
  })
  signals.set(view, made)
  return made
}

/** The value of a view, in a component or an effect, which runs again when it changes. */
export function watch<T>(view: View<T>): T {
  return viewSignal(view).value
}
