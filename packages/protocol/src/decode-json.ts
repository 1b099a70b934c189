import { refuse } from './errors.ts'
import type { Refusal } from './errors.ts'

export interface JsonBounds {
  jsonDepth: number
  jsonKeys: number
}

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/**
 * Parses hostile JSON text: within bounds of depth and keys, no key twice in one object, no `__proto__`, no number beyond
 * a double, no NUL and no lone surrogate in any string. The caller has bounded the length. Refuses with `bad_request`.
 */
export function decodeJson(text: string, bounds: JsonBounds): { value: Json } | Refusal {
  // Counted on the raw text and before parsing: the parser keeps only the last of two equal keys, and would build a deep value first.
  const shape = measure(text)
  if (shape.depth > bounds.jsonDepth) return refuse('bad_request', `JSON is nested deeper than ${bounds.jsonDepth} levels.`)
  if (shape.keys > bounds.jsonKeys) return refuse('bad_request', `JSON has more than ${bounds.jsonKeys} keys.`)
  let value: Json
  try {
    value = JSON.parse(text) as Json
  } catch {
    return refuse('bad_request', 'This is not valid JSON.')
  }
  const found = { keys: 0, trouble: '' }
  inspect(value, found)
  if (found.trouble === '' && found.keys !== shape.keys) found.trouble = 'a key stands twice in one object'
  return found.trouble === '' ? { value } : refuse('bad_request', `JSON is refused: ${found.trouble}.`)
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const COLON = 0x3a

/** Deepest nesting and number of `key:` in the text; exact for valid JSON. */
function measure(text: string): { depth: number; keys: number } {
  let depth = 0
  let deepest = 0
  let keys = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === QUOTE) i = endOfString(text, i)
    else if (code === COLON) keys++
    else if (code === 0x7b || code === 0x5b) deepest = Math.max(deepest, ++depth)
    else if (code === 0x7d || code === 0x5d) depth--
  }
  return { depth: deepest, keys }
}

/** Index of the quote that ends the string begun at `start`, or the text's end. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1)
  while (end !== -1) {
    let backslashes = 0
    while (text.charCodeAt(end - 1 - backslashes) === BACKSLASH) backslashes++
    if (backslashes % 2 === 0) return end
    end = text.indexOf('"', end + 1)
  }
  return text.length
}

function inspect(value: Json, found: { keys: number; trouble: string }): void {
  if (typeof value === 'string') {
    if (!value.isWellFormed()) found.trouble = 'a string holds half a surrogate pair'
    else if (value.includes('\0')) found.trouble = 'a string holds a NUL character'
  } else if (typeof value === 'number') {
    if (!Number.isFinite(value)) found.trouble = 'a number is out of range'
  } else if (Array.isArray(value)) {
    for (const item of value) inspect(item, found)
  } else if (value !== null && typeof value === 'object') {
    for (const key of Object.keys(value)) {
      found.keys++
      if (key === '__proto__') found.trouble = 'the key __proto__ is not allowed'
      else inspect(key, found)
      inspect(value[key] ?? null, found)
    }
  }
}
