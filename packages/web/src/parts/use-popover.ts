import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { useLayer } from '../app/use-layer.ts'

/**
 * Shows a `popover="manual"` for as long as it is drawn, and gives the focus back to where it was. Escape and a press beside it
 * close it. Not the browser's own way of that: it closes on the release of the very press that opened it by a right click or a
 * long press.
 */
export function usePopover<Box extends HTMLElement>(
  onClose: () => void,
  focus: (box: Box) => void,
): RefObject<Box | null> {
  const ref = useRef<Box>(null)
  useLayer(true, onClose)
  useLayoutEffect(() => {
    const box = ref.current
    if (!box) return undefined
    const before = document.activeElement
    box.showPopover()
    focus(box)
    const stop = closeBeside(box, onClose)
    return () => {
      stop()
      const hadFocus = box.contains(document.activeElement)
      box.hidePopover()
      if (hadFocus && before instanceof HTMLElement) before.focus()
    }
  }, [])
  return ref
}

function closeBeside(box: HTMLElement, close: () => void): () => void {
  const onDown = (event: PointerEvent): void => {
    if (event.target instanceof Node && !box.contains(event.target)) close()
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    close()
  }
  document.addEventListener('pointerdown', onDown, true)
  document.addEventListener('keydown', onKey, true)
  return () => {
    document.removeEventListener('pointerdown', onDown, true)
    document.removeEventListener('keydown', onKey, true)
  }
}
