import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

interface Modal {
  ref: RefObject<HTMLDialogElement | null>
  onClose: () => void
  onPointerDown: (event: PointerEvent) => void
  onClick: (event: MouseEvent) => void
}

/** Makes a `<dialog>` a modal window for as long as it is drawn. The browser keeps the focus inside and gives it back; Escape and a click beside it close it. */
export function useModal(onClose: () => void): Modal {
  const ref = useRef<HTMLDialogElement>(null)
  const isPressedBeside = useRef(false)
  useLayoutEffect(() => {
    const dialog = ref.current
    dialog?.showModal()
    // Closed before it leaves the document, or the focus would be lost.
    return () => dialog?.close()
  }, [])
  return {
    ref,
    // Not for the close above: by then the dialog is gone from the tree.
    onClose: () => ref.current && onClose(),
    // Text that is selected past the edge ends in a click on the dialog, too: that one began inside.
    onPointerDown: (event) => (isPressedBeside.current = event.target === ref.current),
    onClick: (event) => isPressedBeside.current && event.target === ref.current && onClose(),
  }
}
