import type { ReadonlySignal } from '@preact/signals'
import type { Timeline, View } from '@natter/client'
import type { Clock } from '../app/clock.ts'
import { pacedView } from '../app/paced-view.ts'
import { viewSignal } from '../app/view-signal.ts'

/**
 * A timeline as it is to be drawn: one's own messages and any other part of the history at once, for that a reader waits.
 * Stands still while nobody watches it.
 */
export function pacedTimeline(view: View<Timeline>, clock: Clock): ReadonlySignal<Timeline> {
  return viewSignal(pacedView(view, clock, isUrgent))
}

/** Everything but news from others at the end of the room. */
function isUrgent(before: Timeline, after: Timeline): boolean {
  if (!before.atEnd || !after.atEnd || before.status !== after.status || before.atStart !== after.atStart) return true
  if (before.loadingOlder !== after.loadingOlder) return true
  const [lastBefore, last] = [before.items.at(-1), after.items.at(-1)]
  return lastBefore !== last && (lastBefore?.kind === 'pending' || last?.kind === 'pending')
}
