import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeJson, parseFrame } from '@natter/protocol/schemas'
import type { Json } from '@natter/protocol/schemas'
import * as fc from 'fast-check'

const BOUNDS = { jsonDepth: 16, jsonKeys: 256 }
const WIDE = { jsonDepth: 1_000_000, jsonKeys: 1_000_000 }

test('WIRE-1 whatever JSON.stringify writes is read back as it was', () => {
  const value = fc
    .jsonValue({ stringUnit: 'grapheme' })
    .filter((each) => !/-0|__proto__|\\u0000/.test(JSON.stringify(each)))
  fc.assert(
    fc.property(value, (each) => {
      assert.deepEqual(decodeJson(JSON.stringify(each), WIDE), { value: JSON.parse(JSON.stringify(each)) as Json })
    }),
  )
})

test('WIRE-2 depth and keys are counted, and not those in strings', () => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
  assert.deepEqual(decodeJson(nested(3), { jsonDepth: 3, jsonKeys: 0 }), { value: [[[]]] })
  assert.equal(refusal(nested(4), { jsonDepth: 3, jsonKeys: 0 }), 'JSON is nested deeper than 3 levels.')
  assert.equal(refusal('{"a":{"b":1}}', { jsonDepth: 2, jsonKeys: 1 }), 'JSON has more than 1 keys.')
  for (const text of [
    '"[[[["',
    '"{\\"a\\":1}"',
    '"\\\\"',
    '"\\\\\\":["',
    '["]","["]',
    '["\\\\","[",":"]',
    '["\\\\\\"[:","[:"]',
  ]) {
    assert.deepEqual(decodeJson(text, { jsonDepth: 1, jsonKeys: 0 }), { value: JSON.parse(text) as Json }, text)
  }
})

test('WIRE-3 a key that stands twice is found however it is written', () => {
  for (const text of ['{"a":1,"a":1}', '{"a":1,"\\u0061":2}', '[{"x":{"":1,"":2}}]', '{"toString":1,"toString":1}']) {
    assert.equal(refusal(text), 'JSON is refused: a key stands twice in one object.', text)
  }
  assert.deepEqual(decodeJson('[{"a":1},{"a":{"a":1}}]', BOUNDS), { value: [{ a: 1 }, { a: { a: 1 } }] })
})

test('WIRE-3 names that every object has are keys like any other', () => {
  const text = '{"constructor":1,"toString":{"valueOf":2},"hasOwnProperty":3,"then":4,"length":5}'
  assert.deepEqual(decodeJson(text, BOUNDS), { value: JSON.parse(text) as Json })
  assert.equal(refusal('{"a":{"__proto__":{"polluted":true}}}'), 'JSON is refused: the key __proto__ is not allowed.')
  assert.equal(({} as { polluted?: boolean }).polluted, undefined)
})

const TROUBLES: [text: string, what: string, field: string][] = [
  ['1e999', 'a number is out of range', ''],
  ['[-1e309]', 'a number is out of range', '0'],
  ['{"a":[1,-0]}', 'a number is -0', 'a.1'],
  ['{"a":-0.0e7}', 'a number is -0', 'a'],
  ['"\\u0000"', 'a string holds a NUL character', ''],
  ['{"a":{"b":["","x\\u0000"]}}', 'a string holds a NUL character', 'a.b.1'],
  ['{"a\\u0000":1}', 'a string holds a NUL character', 'a\0'],
  ['"\\ud800"', 'a string holds half a surrogate pair', ''],
  ['"\\udc00\\ud800"', 'a string holds half a surrogate pair', ''],
  ['"\\ud800\\u0000"', 'a string holds half a surrogate pair', ''],
  ['"\ud800"', 'a string holds half a surrogate pair', ''],
  ['{"a":{"\\udfff":1}}', 'a string holds half a surrogate pair', 'a.\ufffd'],
]

for (const [text, what, field] of TROUBLES) {
  test(`WIRE-3 ${JSON.stringify(text)} is refused: ${what}`, () => {
    const refused = { code: 'bad_request', message: `JSON is refused: ${what}.`, ...(field === '' ? {} : { field }) }
    assert.deepEqual(decodeJson(text, BOUNDS), { refused })
  })
}

test('WIRE-3 the neighbours of what is refused are allowed', () => {
  for (const text of [
    '1e308',
    '1e-999',
    '0',
    '-1e-300',
    '"\\u0001"',
    '"\\ufffe\\uffff\\ufeff"',
    '"\\ud83d\\ude00"',
    '"\\\\u0000"',
    '9007199254740993',
  ]) {
    assert.deepEqual(decodeJson(text, BOUNDS), { value: JSON.parse(text) as Json }, text)
  }
})

/** Texts of a given length that make a careless reader slow. */
const HOSTILE: Record<string, (length: number) => string> = {
  'deep lists': (length) => '['.repeat(length / 2) + ']'.repeat(length / 2),
  'unclosed lists': (length) => '['.repeat(length),
  'deep objects': (length) => '{"a":'.repeat(length / 6) + '1' + '}'.repeat(length / 6),
  'many keys': (length) => `{${Array.from({ length: length / 10 }, (_, index) => `"${index}":1`).join(',')}}`,
  'one key many times': (length) => `{${'"a":1,'.repeat(length / 6)}"a":1}`,
  backslashes: (length) => `"${'\\\\'.repeat(length / 2)}"`,
  'an unclosed string of backslashes': (length) => `"${'\\'.repeat(length)}`,
  'escaped quotes': (length) => `"${'\\"'.repeat(length / 2)}"`,
  'quotes alone': (length) => '"'.repeat(length),
  'a long number': (length) => `1${'0'.repeat(length)}`,
  'white space': (length) => `${' '.repeat(length)}1`,
  'many users': (length) => `{"id":1,"type":"users","users":[${'1,'.repeat(length / 2)}1]}`,
  'many items': (length) =>
    `{"id":1,"type":"message.sendMany","room":"rm_den1","items":[${'{},'.repeat(length / 3)}{}]}`,
  'a long text': (length) =>
    `{"id":1,"type":"message.send","room":"rm_den1","cid":"c1","text":"${'😀'.repeat(length / 4)}"}`,
  'a long emoji': (length) =>
    `{"id":1,"type":"reaction.add","room":"rm_den1","cid":"c1","seq":1,"emoji":"${'👨‍'.repeat(length / 3)}"}`,
  'a long name': (length) =>
    `{"id":1,"type":"room.create","cid":"c1","kind":"public","name":"${' a'.repeat(length / 2)}"}`,
}

for (const [name, make] of Object.entries(HOSTILE)) {
  test(`WIRE-7 64 KiB of ${name} are read in under 50 ms, eight times as much in not much more than eight times that`, () => {
    const small = fastestMs(make(65_536))
    const large = fastestMs(make(8 * 65_536))
    assert(small < 50, `${small} ms`)
    // Quadratic work would be 64 times as much.
    assert(large < 32 * Math.max(small, 0.5), `${small} ms, then ${large} ms`)
  })
}

/** The least of some runs: what the work costs when nothing else wants the processor. */
function fastestMs(text: string): number {
  const runs = Array.from({ length: 5 }, () => {
    const startedAt = performance.now()
    parseFrame(text, BOUNDS)
    return performance.now() - startedAt
  })
  return Math.min(...runs)
}

function refusal(text: string, bounds = BOUNDS): string | undefined {
  const decoded = decodeJson(text, bounds)
  return 'refused' in decoded ? decoded.refused.message : undefined
}
