import type { Key } from '../send-key.ts'
import type { Writing } from '../writing.ts'

/** Keys of the list of suggestions, while it is open. Whether the key was one of them. */
export function onSuggestionKey({ key, shiftKey, ctrlKey, metaKey, altKey }: Key, writing: Writing): boolean {
  const { suggesting } = writing
  const shown = suggesting.shown.peek()
  if (!shown || shiftKey || ctrlKey || metaKey || altKey) return false
  switch (key) {
    case 'ArrowDown':
      suggesting.move(1)
      return true
    case 'ArrowUp':
      suggesting.move(-1)
      return true
    case 'Escape':
      suggesting.dismiss()
      return true
    case 'Enter':
      // Written out in full there is nothing left to choose, and Enter means what it always means.
      if (isWrittenOut(writing)) return false
      return writing.edit(({ text }) => suggesting.choose(text))
    case 'Tab':
      return writing.edit(({ text }) => suggesting.choose(text))
    default:
      return false
  }
}

function isWrittenOut({ suggesting, text }: Writing): boolean {
  const shown = suggesting.shown.peek()
  if (!shown) return false
  const { from, to } = shown.trigger
  return shown.items[shown.active]?.insert === text.peek().slice(from, to)
}
