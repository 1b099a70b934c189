import type { Edit } from '../edit.ts'
import { isInCode } from '../in-code.ts'

const COMPLETED = /(?<![\p{L}\p{N}:/]):([a-z0-9_+-]{2,50}):$/iu

/** The emoji in the place of the `:shortcode:` that ends at the caret. Smileys like `:)` have no second colon and stay. */
export function shortcodeEdit(
  text: string,
  caret: number,
  emojiOf: (shortcode: string) => string | undefined,
): Edit | undefined {
  const found = COMPLETED.exec(text.slice(Math.max(0, caret - 54), caret))
  const emoji = found?.[1] === undefined ? undefined : emojiOf(found[1].toLowerCase())
  if (!found || emoji === undefined || isInCode(text, caret)) return undefined
  const from = caret - found[0].length
  return { from, to: caret, insert: emoji, select: [from + emoji.length, from + emoji.length] }
}
