import assert from 'node:assert/strict'
import { Buffer } from 'node:buffer'
import { test } from 'node:test'
import { base62, codePointLength, isRoomId, isUserId, utf8Length } from '@natter/protocol'
import * as fc from 'fast-check'

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.nat(0xffff)).map((codes) => String.fromCharCode(...codes)),
)

test('WIRE-19 code points are counted as iterating counts them', () => {
  fc.assert(fc.property(anyText, (text) => codePointLength(text) === Array.from(text).length))
})

test('WIRE-19 bytes are counted as an encoder counts them', () => {
  fc.assert(fc.property(anyText, (text) => utf8Length(text) === Buffer.byteLength(text)))
})

test('WIRE-19 the last and the first character of each length are counted right', () => {
  for (const text of [
    '\u007f',
    '\u0080',
    '\u07ff',
    '\u0800',
    '\ud7ff',
    '\ue000',
    '\uffff',
    '\u{10000}',
    '\u{10ffff}',
    '\ud800',
    '\udc00',
  ]) {
    assert.equal(utf8Length(text), Buffer.byteLength(text), JSON.stringify(text))
  }
})

test('WIRE-20 an id has its prefix and 4 to 40 letters or digits', () => {
  for (const id of ['rm_abcd', `rm_${'Z9'.repeat(20)}`]) assert(isRoomId(id), id)
  for (const id of [
    '',
    'rm_',
    'rm_abc',
    `rm_${'a'.repeat(41)}`,
    'us_abcd',
    'rm_ab-cd',
    'rm_abcd\n',
    ' rm_abcd',
    'rm_äbcd',
  ])
    assert(!isRoomId(id), id)
  assert(isUserId('us_abcd'))
  assert(!isUserId('rm_abcd'))
})

test('WIRE-20 base 62 has as many characters as asked, or there is none', () => {
  assert.equal(base62(Uint8Array.of(0, 9, 10, 35, 36, 61, 62, 255), 8), '09AZaz07')
  assert.equal(base62(Uint8Array.of(1, 2, 3), 2), '12')
  assert.throws(() => base62(Uint8Array.of(1), 2), RangeError)
  fc.assert(fc.property(fc.uint8Array({ minLength: 22 }), (bytes) => /^[0-9A-Za-z]{22}$/.test(base62(bytes, 22))))
})
