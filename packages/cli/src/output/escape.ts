/**
 * Text of others made safe for a terminal: whatever could move the cursor, colour, ring, retitle, link or reorder is
 * shown as an escape (`\x1b`, `\r`, `\u{202e}`) instead of being done. For one line: line breaks and tabs too.
 */
export function escapeLine(text: string): string {
  return text.replace(NOT_FOR_A_LINE, escapeCharacter)
}

/** The same for text of several lines: line feeds and tabs stay, everything else is escaped. */
export function escapeText(text: string): string {
  return text.replace(NOT_FOR_TEXT, escapeCharacter)
}

// C0, DEL and C1 (8-bit terminals read 0x9b as ESC [), line and paragraph separators, bidi marks and overrides,
// invisible fillers and half surrogates. Joiners and variation selectors stay: emoji are made of them.
const NOT_FOR_A_LINE =
  /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB]/gu
const NOT_FOR_TEXT = new RegExp(`(?![\\n\\t])${NOT_FOR_A_LINE.source}`, 'gu')

const SHORT: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

function escapeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0
  return SHORT[character] ?? (code <= 0xff ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`)
}
