import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { DrawnRows } from './drawn-rows.ts'
import { firstVisibleRow, isAbove } from './row-elements.ts'
import { UNREAD_KEY } from './timeline-rows.ts'

/** What there is to tell about the upper edge of what is on screen. */
export interface UpperEdge {
  /** When the first message on screen was written. */
  readonly topAt: ReadonlySignal<number | undefined>
  /** Whether the unread divider is further up than what is on screen. */
  readonly isDividerAbove: ReadonlySignal<boolean>
  look(box: HTMLElement, list: HTMLElement, drawn: DrawnRows): void
}

export function createUpperEdge(): UpperEdge {
  const topAt = signal<number | undefined>(undefined)
  const isDividerAbove = signal(false)
  return {
    topAt,
    isDividerAbove,
    look: (box, list, { rows, slice }) => {
      const at = firstVisibleRow(box, list)?.dataset['at']
      if (at !== undefined) topAt.value = Number(at)
      const index = rows.findIndex(({ key }) => key === UNREAD_KEY)
      const divider =
        index >= slice.from && index < slice.to && list.querySelector<HTMLElement>(`[data-key="${UNREAD_KEY}"]`)
      // One that is not loaded is older than what is.
      isDividerAbove.value = divider ? isAbove(box, divider) : index < slice.from
    },
  }
}
