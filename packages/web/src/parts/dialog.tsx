import type { ComponentChildren } from 'preact'
import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import { IconButton } from './button.tsx'
import { say } from '../words/say.ts'
import './dialog.css'

interface DialogProps {
  title: string
  onClose: () => void
  children: ComponentChildren
}

/** A modal window. The browser keeps the focus inside and gives it back; Escape and a click beside it close it. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const id = useId()
  useLayoutEffect(() => {
    const dialog = ref.current
    dialog?.showModal()
    // Without a field that asks for it the focus lands on the button that closes; the title is the better start.
    if (document.activeElement === dialog?.querySelector('.icon-button')) heading.current?.focus()
    // Closed before it leaves the document, or the focus would be lost.
    return () => dialog?.close()
  }, [])
  return (
    <dialog
      ref={ref}
      class="dialog"
      aria-labelledby={id}
      // Not for the close above: by then the dialog is gone from the tree.
      onClose={() => ref.current && onClose()}
      onClick={(event) => event.target === ref.current && onClose()}
    >
      <div class="dialog__inside">
        <header class="dialog__header">
          <h2 ref={heading} id={id} class="dialog__title" tabIndex={-1}>
            {title}
          </h2>
          <IconButton icon="close" label={say('app.close')} onClick={onClose} />
        </header>
        {children}
      </div>
    </dialog>
  )
}

/** The row of buttons at a dialog's end. */
export function DialogActions({ children }: { children: ComponentChildren }) {
  return <div class="dialog__actions">{children}</div>
}
