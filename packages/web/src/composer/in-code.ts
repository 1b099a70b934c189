import { closingFence, openingFence } from '../text/fence.ts'
import { lineStart } from './edit.ts'

/** Whether a place in a text lies in a fenced block whose end has not come before it. */
export function isInFence(text: string, at: number): boolean {
  let isOpen = false
  for (const line of text.slice(0, at).split('\n')) {
    if (isOpen ? closingFence(line) : openingFence(line) !== undefined) isOpen = !isOpen
  }
  return isOpen
}

/** Whether what is typed at a place is code: in a fence, or behind a backtick of its line that has no partner yet. */
export function isInCode(text: string, at: number): boolean {
  const line = text.slice(lineStart(text, at), at)
  return line.split('`').length % 2 === 0 || isInFence(text, at)
}
