const HANDLE_LENGTH_MIN = 2
const HANDLE_LENGTH_MAX = 32
const HANDLE = /@([a-z0-9._-]{1,64})/y

/** The `@handle` that starts at `at`: not inside a word or an e-mail address, without the sentence's punctuation at its end. */
export function mentionAt(
  text: string,
  at: number,
): { inline: { kind: 'mention'; handle: string }; end: number } | undefined {
  if (at > 0 && /[\p{L}\p{N}_@.-]/u.test(text[at - 1] ?? '')) return undefined
  HANDLE.lastIndex = at
  const handle = HANDLE.exec(text)?.[1]?.replace(/[._-]+$/, '') ?? ''
  if (handle.length < HANDLE_LENGTH_MIN || handle.length > HANDLE_LENGTH_MAX) return undefined
  return { inline: { kind: 'mention', handle }, end: at + 1 + handle.length }
}
