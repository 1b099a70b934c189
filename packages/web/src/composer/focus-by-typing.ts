import { codePointLength } from '@natter/protocol'
import { CLICKED, isTyping } from '../keys/keys.ts'

const KEYED = `.message:not(${CLICKED}), [role=menu], [role=listbox], [role=grid]`

/**
 * Whoever begins to type, with the focus on nothing that keys are for, means the composer, which gets that character as well.
 * Listens behind everything else on the page, so that shortcuts of a single letter come first. The answer ends it.
 */
export function focusByTyping(window: Window, area: () => HTMLTextAreaElement | null): () => void {
  const onKey = (event: KeyboardEvent): void => {
    const { key, target, ctrlKey, metaKey, altKey } = event
    if (event.defaultPrevented || codePointLength(key) !== 1 || ctrlKey || metaKey || altKey) return
    if (isTyping(target) || isKeyed(target, key) || window.document.querySelector('dialog[open]')) return
    area()?.focus()
  }
  window.addEventListener('keydown', onKey)
  return () => window.removeEventListener('keydown', onKey)
}

/** Space presses what has the focus and scrolls what has none; letters act on messages, menus and grids. */
function isKeyed(target: EventTarget | null, key: string): boolean {
  if (key === ' ') return true
  return target instanceof Element && target.closest(KEYED) !== null
}
