import { codePointLength } from '@natter/protocol'
import type { Limits } from '@natter/protocol'

/** The counter shows from this share of the limit on. */
const NEAR = 0.9

/** How much room is left, once it gets tight. A text beyond the limit is kept, never cut. */
export function TextTooLong({ text, limits }: { text: string; limits: Pick<Limits, 'textCodePoints'> }) {
  if (text.length < limits.textCodePoints * NEAR) return null
  const left = limits.textCodePoints - codePointLength(text.trim())
  return (
    <span class="composer__over" data-over={left < 0} role="status">
      {left < 0 ? `${-left} too many` : `${left} left`}
    </span>
  )
}
