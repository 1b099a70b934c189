import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { useLayer } from '../app/use-layer.ts'

/** Shows a `popover` for as long as it is drawn, and gives the focus back to where it was. The browser closes it by Escape and by a click beside it. */
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
    return () => {
      const hadFocus = box.contains(document.activeElement)
      if (box.matches(':popover-open')) box.hidePopover()
      if (hadFocus && before instanceof HTMLElement) before.focus()
    }
  }, [])
  return ref
}
