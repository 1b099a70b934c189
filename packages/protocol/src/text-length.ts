/** Length in Unicode code points; half a surrogate pair counts as one. */
export function codePointLength(text: string): number {
  let pairs = 0
  for (let i = 0; i < text.length; i++) if (isPairAt(text, i)) pairs++
  return text.length - pairs
}

/** Length in bytes of UTF-8; half a surrogate pair counts as the three bytes of the replacement character. */
export function utf8Length(text: string): number {
  let bytes = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    // Of the four bytes of a pair its second half adds one to the three of a lone first half.
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : isPairAt(text, i - 1) ? 1 : 3
  }
  return bytes
}

/** Whether a high surrogate stands at `index`, followed by its low one. */
function isPairAt(text: string, index: number): boolean {
  return (text.charCodeAt(index) & 0xfc00) === 0xd800 && (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00
}
