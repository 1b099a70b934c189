import type { Found } from './tree.ts'

const HANDLE_LENGTH_MIN = 2
const HANDLE_LENGTH_MAX = 32
// As the server reads it, which is what makes a mention.
const HANDLE = /@([A-Za-z0-9._-]{2,64})/y
const NOT_BEFORE = /[\p{L}\p{N}_@.-]/u
const EVERYBODY = new Set(['all', 'here'])

/** The `@handle` that starts at `at`: not inside a word or an e-mail address, without the sentence's punctuation at its end. */
export function mentionAt(text: string, at: number): Found | undefined {
  if (at > 0 && NOT_BEFORE.test(text[at - 1] ?? '')) return undefined
  HANDLE.lastIndex = at
  const typed = withoutTrailing(HANDLE.exec(text)?.[1] ?? '')
  if (typed.length < HANDLE_LENGTH_MIN || typed.length > HANDLE_LENGTH_MAX) return undefined
  const handle = typed.toLowerCase()
  const shown = `@${typed}`
  return {
    inline: EVERYBODY.has(handle) ? { kind: 'everybody', text: shown } : { kind: 'mention', handle, text: shown },
    end: at + shown.length,
  }
}

const ROOM_NAME_LENGTH_MAX = 80
const ROOM = new RegExp(`#([\\p{L}\\p{N}][\\p{L}\\p{N}_-]{0,${ROOM_NAME_LENGTH_MAX - 1}})`, 'uy')

/** The `#room` that starts at `at`. Whether there is one of that name is seen when it is drawn. */
export function roomAt(text: string, at: number): Found | undefined {
  if (at > 0 && /[\p{L}\p{N}_#&/]/u.test(text[at - 1] ?? '')) return undefined
  ROOM.lastIndex = at
  const name = withoutTrailing(ROOM.exec(text)?.[1] ?? '')
  return name === '' ? undefined : { inline: { kind: 'room', name }, end: at + 1 + name.length }
}

const SHORTCODE = /:([a-z0-9_+-]{1,40}):/iy

/** The `:name:` of an emoji that starts at `at`. Whether there is one of that name is seen when it is drawn. */
export function emojiAt(text: string, at: number): Found | undefined {
  if (at > 0 && /[\p{L}\p{N}_]/u.test(text[at - 1] ?? '')) return undefined
  SHORTCODE.lastIndex = at
  const [typed = '', code = ''] = SHORTCODE.exec(text) ?? []
  if (code === '' || /[\p{L}\p{N}]/u.test(text[at + typed.length] ?? '')) return undefined
  return { inline: { kind: 'emoji', code: code.toLowerCase(), text: typed }, end: at + typed.length }
}

function withoutTrailing(name: string): string {
  return name.replace(/[._-]+$/, '')
}
