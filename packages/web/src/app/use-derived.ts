import { computed } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'

/**
 * A computed signal that is made anew when one of `inputs` changes. `useComputed` looks again only when a signal that it
 * has read changes, so what it is told by properties, which are none, would stay as it was at first.
 */
export function useDerived<T>(compute: () => T, inputs: readonly unknown[]): ReadonlySignal<T> {
  return useMemo(() => computed(compute), inputs)
}
