import type { ComponentChildren } from 'preact'
import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import { IconButton } from './button.tsx'
import { useModal } from './use-modal.ts'
import { say } from '../words/say.ts'
import './dialog.css'

interface DialogProps {
  title: string
  onClose: () => void
  children: ComponentChildren
}

/** A modal window with a title and a button that closes it. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const modal = useModal(onClose)
  const heading = useRef<HTMLHeadingElement>(null)
  const id = useId()
  useLayoutEffect(() => {
    // Without a field that asks for it the focus lands on the button that closes; the title is the better start.
    if (document.activeElement === modal.ref.current?.querySelector('.icon-button')) heading.current?.focus()
  }, [])
  return (
    <dialog {...modal} class="dialog" aria-labelledby={id}>
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
