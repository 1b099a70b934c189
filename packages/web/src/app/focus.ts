import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'

type FocusWindow = Pick<Window, 'addEventListener'>
type FocusDocument = Pick<Document, 'hasFocus' | 'visibilityState' | 'addEventListener'>

/** Whether somebody can be reading: the window has the focus and can be seen. Followed for as long as the page lives. */
export function focusSignal(window: FocusWindow, document: FocusDocument): ReadonlySignal<boolean> {
  const read = (): boolean => document.hasFocus() && document.visibilityState === 'visible'
  const isFocused = signal(read())
  const update = (): void => {
    isFocused.value = read()
  }
  window.addEventListener('focus', update)
  window.addEventListener('blur', update)
  document.addEventListener('visibilitychange', update)
  return isFocused
}
