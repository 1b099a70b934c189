import type { View } from '@natter/client'
import type { Clock } from './clock.ts'

/** What comes in quicker than this is drawn together: nobody reads ten messages a second, and each drawing has its price. */
export const DRAW_EVERY_MS = 100

/**
 * A view whose listeners hear of changes no oftener than anybody can look: of what comes after a pause at once, and so of
 * what is urgent. Its value is the newest at any time.
 */
export function pacedView<T>(view: View<T>, clock: Clock, isUrgent: (before: T, after: T) => boolean): View<T> {
  return {
    get value() {
      return view.value
    },
    subscribe: (listener) => {
      let told = view.value
      let toldAt = clock.now()
      let cancel: (() => void) | undefined
      const tell = (): void => {
        cancel?.()
        cancel = undefined
        toldAt = clock.now()
        told = view.value
        listener(told)
      }
      const unsubscribe = view.subscribe((value) => {
        const waitMs = toldAt + DRAW_EVERY_MS - clock.now()
        if (waitMs <= 0 || isUrgent(told, value)) return tell()
        // A clock may be set back.
        cancel ??= clock.after(Math.min(waitMs, DRAW_EVERY_MS), tell)
      })
      return () => {
        cancel?.()
        unsubscribe()
      }
    },
  }
}
