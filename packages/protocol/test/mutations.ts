import type { CommandType } from '@natter/protocol'
import { COMMANDS } from '@natter/protocol/schemas'
import { baseFrames, SOMEWHERE } from './base-frames.ts'
import type { BaseFrame, BaseNames } from './base-frames.ts'

/** A frame that is good but for one thing. */
export interface MutatedFrame {
  name: string
  text: string
  command: CommandType
  /** Where the one thing is: `items.0.text`. */
  field: string
}

const LONG = 'a'.repeat(60_000)

/** What stands in the place of a good value, as raw JSON. */
export const BAD_VALUES: Record<string, string> = {
  'a number': '7',
  'a string': '"x"',
  'a boolean': 'true',
  null: 'null',
  'a list': '[]',
  'an object': '{}',
  'a list in a list': '[[1,"a"]]',
  'an operator for a database': '{"$gt":""}',
  'an empty string': '""',
  'white space': '" \\t\\r\\n\\u00a0"',
  'zero width': '"\\u200b\\u200d\\ufeff"',
  'a string too long': `"${LONG}"`,
  'a list too long': `[${'0,'.repeat(20_000)}0]`,
  'an object with too many keys': `{${Array.from({ length: 300 }, (_, index) => `"rm_${1_000 + index}":null`).join(',')}}`,
  'a list too deep': '['.repeat(40) + ']'.repeat(40),
  'an object too deep': '{"a":'.repeat(40) + '1' + '}'.repeat(40),
  NUL: '"a\\u0000b"',
  'half a surrogate pair': '"a\\ud83d"',
  'the other half': '"\\ude00a"',
  'surrogates in the wrong order': '"\\ude00\\ud83d"',
  'the key __proto__': '{"__proto__":{"admin":true}}',
  'the key constructor': '{"constructor":{"prototype":{"admin":true}}}',
  'a name that objects know': '"__proto__"',
  'another name that objects know': '"constructor"',
  'a key twice': '{"a":1,"a":2}',
  zero: '0',
  'minus zero': '-0',
  'minus one': '-1',
  'a fraction': '1.5',
  'a number out of range': '1e309',
  'a number that is not exact': '9007199254740993',
  'the last exact number': '9007199254740991',
  'an unknown room': '"rm_nowhere"',
  'an unknown person': '"us_nobody"',
  'a path': '"../../etc/passwd"',
  'an escape sequence': '"\\u001b[2J"',
  'a reversed direction': '"\\u202egnp.exe"',
  markup: '"<img src=x onerror=alert(1)>"',
  'quotes and semicolons': `"'; drop table log; --"`,
}

/** Fields that no command knows, or that it must not take from a client. */
const UNKNOWN_FIELDS: [key: string, raw: string][] = [
  ['__proto__', '{"admin":true}'],
  ['constructor', '{"prototype":{"admin":true}}'],
  ['toString', '1'],
  ['hasOwnProperty', '1'],
  ['then', '1'],
  ['by', '"us_ada1"'],
  ['role', '"owner"'],
  ['at', '0'],
  ['n', '1'],
  ['ref', '"a"'],
  ['control', '"ping"'],
  ['', '1'],
  ['half\\ud83d', '1'],
]

/**
 * Every field of every command, changed in every way that others got wrong; the fields are those of the schemas, so a new
 * one is walked from the day it is there.
 */
export function* mutatedFrames(names: BaseNames = SOMEWHERE): Iterable<MutatedFrame> {
  for (const base of baseFrames(names)) {
    yield* withBadValues(base)
    yield* withFieldsGone(base)
    yield* withFieldsTwice(base)
    yield* withUnknownFields(base)
  }
}

/** The fields of a command as its schema has them, also those deeper, by the keys that lead there in the frame. */
export function fieldPaths(base: BaseFrame): string[][] {
  const paths = pathsIn(base)
  const known = Object.keys(COMMANDS[base.type].schema.shape)
  return [...paths, ...known.filter((key) => !Object.hasOwn(base, key)).map((key) => [key])]
}

function pathsIn(value: unknown, prefix: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) => [[...prefix, key], ...pathsIn(item, [...prefix, key])])
}

function* withBadValues(base: BaseFrame): Iterable<MutatedFrame> {
  for (const path of fieldPaths(base)) {
    for (const [name, raw] of Object.entries(BAD_VALUES)) {
      yield mutated(base, path, name, textWith(base, path, raw))
    }
  }
}

function* withFieldsGone(base: BaseFrame): Iterable<MutatedFrame> {
  for (const path of pathsIn(base)) {
    const gone = structuredClone(base)
    const holder = at(gone, path.slice(0, -1))
    const key = path.at(-1) ?? ''
    if (Array.isArray(holder)) holder.splice(Number(key), 1)
    else delete (holder as Record<string, unknown>)[key]
    yield mutated(base, path, 'nothing', JSON.stringify(gone))
  }
}

function* withFieldsTwice(base: BaseFrame): Iterable<MutatedFrame> {
  const text = JSON.stringify(base)
  for (const [key, value] of Object.entries(base)) {
    const twice = `${text.slice(0, -1)},${JSON.stringify(key)}:${JSON.stringify(value)}}`
    yield mutated(base, [key], 'itself twice', twice)
  }
}

function* withUnknownFields(base: BaseFrame): Iterable<MutatedFrame> {
  const text = JSON.stringify(base).slice(0, -1)
  for (const [key, raw] of UNKNOWN_FIELDS) {
    if (!Object.hasOwn(base, key)) yield mutated(base, [key], 'a field it does not know', `${text},"${key}":${raw}}`)
  }
}

function mutated({ type }: BaseFrame, path: string[], name: string, text: string): MutatedFrame {
  return { name: `${type} with ${name} at ${path.join('.')}`, text, command: type, field: path.join('.') }
}

const PLACE = '\u0001here'

/** The frame with raw JSON in the place that a path leads to. */
function textWith(base: BaseFrame, path: string[], raw: string): string {
  const marked = structuredClone(base)
  const holder = at(marked, path.slice(0, -1)) as Record<string, unknown>
  holder[path.at(-1) ?? ''] = PLACE
  return JSON.stringify(marked).replace(JSON.stringify(PLACE), () => raw)
}

function at(value: unknown, path: string[]): object {
  const found = path.reduce((each, key) => (each as Record<string, unknown>)[key], value)
  return found as object
}
