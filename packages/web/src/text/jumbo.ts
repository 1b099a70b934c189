const JUMBO_MAX = 6
/** An emoji of a family with skin tones has at most 35 UTF-16 units; more text than this is never looked at. */
const LENGTH_MAX = JUMBO_MAX * 36

// Not \p{RGI_Emoji}: compiling that list of thousands takes longer than drawing the page.
const EMOJI = /^(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F|\p{Regional_Indicator}{2})/u
const SEGMENTS = new Intl.Segmenter()

/** Whether a text is one to six emoji and nothing else, to be drawn large. */
export function isJumbo(text: string): boolean {
  const trimmed = text.trim()
  if (trimmed.length > LENGTH_MAX || !EMOJI.test(trimmed)) return false
  const segments = [...SEGMENTS.segment(trimmed)].filter(({ segment }) => segment.trim() !== '')
  return segments.length <= JUMBO_MAX && segments.every(({ segment }) => EMOJI.test(segment))
}
