import type { RefObject } from 'preact'
import { useLayoutEffect } from 'preact/hooks'

/** A room that is drawn anew in another place keeps the focus, whether its row had it or its menu. Called in the drawing, while the focus is still in the old place. */
export function useRowFocus(lists: RefObject<HTMLElement | null>): void {
  const room = addressOf(document.activeElement?.closest('.room-line')?.querySelector('.room-row'))
  useLayoutEffect(() => {
    if (room === undefined || document.activeElement !== document.body) return
    const rows = [...(lists.current?.querySelectorAll<HTMLElement>('.room-row') ?? [])]
    rows.find((row) => addressOf(row) === room)?.focus()
  })
}

function addressOf(row: Element | null | undefined): string | undefined {
  return row?.getAttribute('href') ?? undefined
}
