import { signal } from '@preact/signals'
import type { ReadonlySignal, Signal } from '@preact/signals'
import type { Timeline, View } from '@natter/client'
import type { Clock } from '../app/clock.ts'

/** What comes in quicker than this is drawn together: nobody reads ten messages a second, and each drawing has its price. */
export const DRAW_EVERY_MS = 100

/**
 * A timeline as it is to be drawn. What comes after a pause is there at once, and so is what a reader waits for: his own
 * messages and any other part of the history. Stands still while nobody watches it.
 */
export function pacedTimeline(view: View<Timeline>, clock: Clock): ReadonlySignal<Timeline> {
  let shownAt = -Infinity
  let cancel: (() => void) | undefined
  let unsubscribe = (): void => {}
  const show = (): void => {
    cancel?.()
    cancel = undefined
    shownAt = clock.now()
    shown.value = view.value
  }
  const take = (): void => {
    if (isUrgent(shown.peek(), view.value)) return show()
    const waitMs = shownAt + DRAW_EVERY_MS - clock.now()
    if (waitMs <= 0) return show()
    // A clock may be set back.
    cancel ??= clock.after(Math.min(waitMs, DRAW_EVERY_MS), show)
  }
  const shown: Signal<Timeline> = signal(view.value, {
    watched: () => {
      unsubscribe = view.subscribe(take)
      show()
    },
    unwatched: () => {
      cancel?.()
      cancel = undefined
      unsubscribe()
    },
  })
  return shown
}

/** Everything but news from others at the end of the room. */
function isUrgent(before: Timeline, after: Timeline): boolean {
  if (!before.atEnd || !after.atEnd || before.status !== after.status || before.atStart !== after.atStart) return true
  if (before.loadingOlder !== after.loadingOlder) return true
  const [lastBefore, last] = [before.items.at(-1), after.items.at(-1)]
  return lastBefore !== last && (lastBefore?.kind === 'pending' || last?.kind === 'pending')
}
