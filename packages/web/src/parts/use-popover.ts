import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { useLayer } from '../app/use-layer.ts'

export interface Popover<Box extends HTMLElement> {
  ref: RefObject<Box | null>
  /** Gives the focus back already: what is opened from here gives it back to where it finds it, and the popover will be gone. */
  giveBack(): void
}

/**
 * Shows a `popover="manual"` for as long as it is drawn, and gives the focus back to where it was. Escape and a press beside it
 * close it. Not the browser's own way of that: it closes on the release of the very press that opened it by a right click or a
 * long press.
 */
export function usePopover<Box extends HTMLElement>(onClose: () => void, focus: (box: Box) => void): Popover<Box> {
  const ref = useRef<Box>(null)
  const opener = useRef<Element | null>(null)
  const giveBack = (): void => {
    if (opener.current instanceof HTMLElement && ref.current?.contains(document.activeElement)) opener.current.focus()
  }
  useLayer(true, onClose)
  useLayoutEffect(() => {
    const box = ref.current
    if (!box) return undefined
    opener.current = document.activeElement
    box.showPopover()
    focus(box)
    const stop = closeBeside(box, onClose)
    return () => {
      stop()
      giveBack()
      box.hidePopover()
    }
  }, [])
  return { ref, giveBack }
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
