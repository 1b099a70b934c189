import type { Edit, Written } from './edit.ts'

/** What stands in a text area, and what is selected there. */
export function writtenIn({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): Written {
  return { text: value, from: selectionStart, to: selectionEnd }
}

/** Changes the text of a text area as if it had been typed, so that the browser's undo takes it back. Fires `input`. */
export function applyEdit(area: HTMLTextAreaElement, { from, to, insert, select }: Edit): void {
  area.focus()
  area.setSelectionRange(from, to)
  if (!typed(from, to, insert)) {
    area.setRangeText(insert, from, to, 'end')
    area.dispatchEvent(new InputEvent('input', { bubbles: true }))
  }
  area.setSelectionRange(...select)
}

/** The only way into the undo stack of a text area is the old editing command; where it is gone the change is made without. */
function typed(from: number, to: number, insert: string): boolean {
  if (insert !== '') return document.execCommand('insertText', false, insert)
  return from === to || document.execCommand('delete')
}
