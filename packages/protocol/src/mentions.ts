/** How many people one message can mention; further names are plain text. */
export const MENTIONS_MAX = 50
/** Names that mean everybody in the room. */
export const EVERYBODY_NAMES: readonly string[] = ['all', 'here']

// One pass, and back at most 64 characters: linear in the text. A dot, dash or underscore at the end belongs to the sentence.
const MENTION = /(?<![\p{L}\p{N}_@.-])@([A-Za-z0-9._-]{1,63}[A-Za-z0-9])/gu

/** What a text names with @ in any case, of the length of handles, each once, at most `MENTIONS_MAX`. */
export function handlesIn(text: string): string[] {
  const handles = new Set<string>()
  for (const [, found = ''] of text.matchAll(MENTION)) {
    // Longer ones are nobody's. As `BOUNDS` has it, which is too much to carry for one number.
    if (found.length < 33) handles.add(found.toLowerCase())
    if (handles.size === MENTIONS_MAX) break
  }
  return [...handles]
}
