import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'
import { useApp } from '../app/app-context.ts'
import type { RoomModel } from '../room/room-model.ts'
import { markClicked } from './clicked-row.ts'
import { markUnreadFrom } from './mark-unread.ts'
import { rowAt } from './row-at.ts'

/** Which message the mouse or the focus is at. One listener for all rows; a finger asks in its own way. */
export function usePointed(box: RefObject<HTMLElement | null>, model: RoomModel): void {
  const app = useApp()
  useEffect(() => {
    const element = box.current
    if (!element) return undefined
    const ends = new AbortController()
    const listen = { passive: true, signal: ends.signal }
    const onOver = ({ target, pointerType }: PointerEvent): void => {
      if (pointerType !== 'touch') model.active.value = rowAt(target)?.dataset['key'] ?? model.active.peek()
    }
    const onFocus = ({ target }: FocusEvent): void => {
      model.focused.value = app.isTouch.peek() ? undefined : rowAt(target)?.dataset['key']
    }
    const onClick = (event: MouseEvent): void => {
      const seq = Number(rowAt(event.target)?.dataset['seq'] ?? 0)
      if (!event.altKey || seq === 0) return
      event.preventDefault()
      markUnreadFrom(app, model, seq)
    }
    markClicked(element, ends.signal)
    element.addEventListener('pointerover', onOver, listen)
    element.addEventListener('focusin', onFocus, listen)
    element.addEventListener('click', onClick, { signal: ends.signal })
    return () => ends.abort()
  }, [model])
}
