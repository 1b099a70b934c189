import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'

/** A media query as a signal, followed for as long as the page lives. */
export function mediaSignal(window: Pick<Window, 'matchMedia'>, query: string): ReadonlySignal<boolean> {
  const list = window.matchMedia(query)
  const matches = signal(list.matches)
  list.addEventListener('change', () => {
    matches.value = list.matches
  })
  return matches
}
