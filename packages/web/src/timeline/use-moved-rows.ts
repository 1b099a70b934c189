import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { movedRows } from './moved-rows.ts'
import type { Row } from './timeline-rows.ts'

const MOVE_MS = 180

/** One's own message that the server has put elsewhere glides there. */
export function useMovedRows(list: RefObject<HTMLElement | null>, rows: readonly Row[]): void {
  const before = useRef<readonly Row[]>([])
  const from = useRef(new Map<string, number>())
  if (before.current !== rows) {
    // Before the document changes: where they stand now.
    from.current = new Map(movedRows(before.current, rows).map((key) => [key, topOf(list.current, key)]))
    before.current = rows
  }
  useLayoutEffect(() => {
    if (from.current.size === 0) return
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) from.current.clear()
    for (const [key, topPx] of from.current) {
      const shiftPx = topPx - topOf(list.current, key)
      rowOf(list.current, key)?.animate(
        { transform: [`translateY(${shiftPx}px)`, 'none'] },
        { duration: MOVE_MS, easing: 'ease-out' },
      )
    }
    from.current.clear()
  }, [rows])
}

function rowOf(list: HTMLElement | null, key: string): HTMLElement | null | undefined {
  return list?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)
}

function topOf(list: HTMLElement | null, key: string): number {
  return rowOf(list, key)?.getBoundingClientRect().top ?? 0
}
