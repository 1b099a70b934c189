import { codePointLength, refuse, utf8Length, VISIBLE } from '@natter/protocol'
import type { Limits, Refusal } from '@natter/protocol'

/** Refuses a message text that shows nothing (`bad_request`) or is beyond the limits (`too_large`). */
export function refusedText(text: string, limits: Limits): Refusal | undefined {
  if (!VISIBLE.test(text)) return refuse('bad_request', 'A message needs some visible text.', { field: 'text' })
  // Counting is linear in the text; the cheap upper bound saves it for short ones.
  if (text.length > limits.textCodePoints && codePointLength(text) > limits.textCodePoints) {
    return refuse(
      'too_large',
      `The text has ${codePointLength(text)} characters; at most ${limits.textCodePoints} are allowed.`,
      { field: 'text' },
    )
  }
  if (text.length * 3 > limits.textBytes && utf8Length(text) > limits.textBytes) {
    return refuse('too_large', `The text has ${utf8Length(text)} bytes; at most ${limits.textBytes} are allowed.`, {
      field: 'text',
    })
  }
  return undefined
}
