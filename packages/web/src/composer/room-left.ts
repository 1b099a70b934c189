import { codePointLength } from '@natter/protocol'
import type { Limits } from '@natter/protocol'

/** The counter shows from this share of the limit on. */
const NEAR = 0.9

/** How many characters may follow; negative beyond the limit. Undefined while there is plenty of room. */
export function roomLeft(text: string, { textCodePoints }: Pick<Limits, 'textCodePoints'>): number | undefined {
  return text.length < textCodePoints * NEAR ? undefined : textCodePoints - codePointLength(text.trim())
}
