import { BOUNDS } from '@natter/protocol'

/** How many people one message can mention; further names are plain text. */
export const MENTIONS_MAX = 50

// One pass, no nesting: linear in the text. A dot, dash or underscore at the end belongs to the sentence.
const MENTION = /(?<![\p{L}\p{N}_@.-])@([A-Za-z0-9._-]{2,64})/gu

/** The handles that a text names with @ in any case, each once, at most `MENTIONS_MAX`. */
export function handlesIn(text: string): string[] {
  if (!text.includes('@')) return []
  const handles = new Set<string>()
  for (const [, found = ''] of text.matchAll(MENTION)) {
    const handle = found.replace(/[._-]+$/, '').toLowerCase()
    if (handle.length >= BOUNDS.handleMin && handle.length <= BOUNDS.handleMax) handles.add(handle)
    if (handles.size === MENTIONS_MAX) break
  }
  return [...handles]
}
