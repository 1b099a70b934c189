const JUMBO_MAX = 6
const EMOJI_ONLY = /^(?:\p{RGI_Emoji}\s*)+$/v
const EMOJI = /\p{RGI_Emoji}/gv
/** An emoji of a family with skin tones has at most 35 UTF-16 units; more text than this is never looked at. */
const LENGTH_MAX = JUMBO_MAX * 36

/** Whether a text is one to six emoji and nothing else, to be drawn large. */
export function isJumbo(text: string): boolean {
  const trimmed = text.trim()
  if (trimmed === '' || trimmed.length > LENGTH_MAX || !EMOJI_ONLY.test(trimmed)) return false
  return (trimmed.match(EMOJI) ?? []).length <= JUMBO_MAX
}
