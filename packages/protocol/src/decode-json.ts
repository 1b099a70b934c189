import { refuse } from './errors.ts'
import type { Refusal } from './errors.ts'
import { fieldName } from './field-name.ts'

export interface JsonBounds {
  jsonDepth: number
  jsonKeys: number
}

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/**
 * Parses hostile JSON text: within bounds of depth and keys, no key twice in one object, no `__proto__`, no number beyond
 * a double and no -0, no NUL and no lone surrogate in any string. The caller has bounded the length; the work is linear
 * in it. Refuses with `bad_request`.
 */
export function decodeJson(text: string, bounds: JsonBounds): { value: Json } | Refusal {
  // Counted on the raw text and before parsing: the parser keeps only the last of two equal keys, and would build a deep value first.
  const shape = measure(text)
  if (shape.depth > bounds.jsonDepth)
    return refuse('bad_request', `JSON is nested deeper than ${bounds.jsonDepth} levels.`)
  if (shape.keys > bounds.jsonKeys) return refuse('bad_request', `JSON has more than ${bounds.jsonKeys} keys.`)
  let value: Json
  try {
    value = JSON.parse(text) as Json
  } catch {
    return refuse('bad_request', 'This is not valid JSON.')
  }
  const count = { keys: 0 }
  const trouble = troubleIn(value, count)
  if (trouble !== undefined) {
    const field = fieldName(trouble.path)
    return refuse('bad_request', `JSON is refused: ${trouble.what}.`, field === '' ? {} : { field })
  }
  if (count.keys !== shape.keys) return refuse('bad_request', 'JSON is refused: a key stands twice in one object.')
  return { value }
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

interface Trouble {
  what: string
  path: string[]
}

/** The first thing in a value that is not allowed; counts the keys on the way. Recursive: the depth is bounded by now. */
function troubleIn(value: Json, count: { keys: number }): Trouble | undefined {
  if (typeof value === 'string') return troubleAt(troubleOfString(value))
  if (typeof value === 'number') return troubleAt(troubleOfNumber(value))
  if (value === null || typeof value !== 'object') return undefined
  // Own properties only, so that the value of a key like "toString" is the one that was sent.
  for (const [key, item] of Object.entries(value)) {
    if (!Array.isArray(value)) count.keys++
    const found = troubleAt(troubleOfKey(key)) ?? troubleIn(item, count)
    if (found !== undefined) return { what: found.what, path: [key, ...found.path] }
  }
  return undefined
}

function troubleAt(what: string | undefined): Trouble | undefined {
  return what === undefined ? undefined : { what, path: [] }
}

function troubleOfKey(key: string): string | undefined {
  return key === '__proto__' ? 'the key __proto__ is not allowed' : troubleOfString(key)
}

function troubleOfString(text: string): string | undefined {
  if (!text.isWellFormed()) return 'a string holds half a surrogate pair'
  return text.includes('\0') ? 'a string holds a NUL character' : undefined
}

function troubleOfNumber(number: number): string | undefined {
  if (!Number.isFinite(number)) return 'a number is out of range'
  return Object.is(number, -0) ? 'a number is -0' : undefined
}
