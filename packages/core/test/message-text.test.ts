import assert from 'node:assert/strict'
import { Buffer } from 'node:buffer'
import { test } from 'node:test'
import { decide } from '@natter/core'
import { den, facts, limits, outcome } from './house.ts'

const NOTHING_TO_SEE = {
  nothing: '',
  'white space': ' \t\r\n\u00a0\u1680\u2003\u2028\u3000\ufeff',
  'zero width': '\u200b\u200c\u200d\u2060\u00ad\u180e',
  'direction marks': '\u200e\u200f\u202a\u202e\u2066\u2069',
  controls: '\u0001\u0007\u001b\u007f\u0085',
  'combining marks alone': '\u0301\u0302\u034f\ufe0f',
  'blank letters': '\u115f\u1160\u2800\u3164\uffa0',
  tags: '\u{e0001}\u{e0041}\u{e007f}',
}

const SOMETHING_TO_SEE = {
  'one letter': 'a',
  'one digit': '0',
  'one sign': '.',
  'a letter among nothing': '\u200b \u0301 x \u3164',
  'an emoji': '👍',
  'a family joined by zero width': '👨‍👩‍👧',
  'a letter under 1,000 combining marks': `a${'\u0301'.repeat(1_000)}`,
  'Arabic letters': 'مرحبا',
  'an escape sequence': '\u001b[31mred',
  'a word that objects know': '__proto__',
  markup: '<script>alert(1)</script>',
  'something after a lot of nothing': `${' '.repeat(7_000)}x`,
}

for (const [name, text] of Object.entries(NOTHING_TO_SEE)) {
  test(`MS-3 a text of ${name} is refused`, () => {
    assert.deepEqual(answerTo(text), { code: 'bad_request', field: 'text' })
  })
}

for (const [name, text] of Object.entries(SOMETHING_TO_SEE)) {
  test(`MS-5 a text of ${name} is kept as it was sent`, () => {
    assert.equal(answerTo(text), text)
  })
}

test('MS-5 at the limit of code points a text is kept, above it is too large', () => {
  for (const letter of ['a', 'é', '漢', '😀']) {
    for (const length of [7_999, 8_000]) assert.equal(answerTo(letter.repeat(length)), letter.repeat(length))
    assert.deepEqual(answerTo(letter.repeat(8_001)), { code: 'too_large', field: 'text' })
  }
})

test('MS-5 at the limit of bytes a text is kept, above it is too large', () => {
  const most = '😀'.repeat(8_000)
  assert.equal(Buffer.byteLength(most), 32_000)
  const tight = { ...limits, textBytes: 32_000 }
  assert.equal(answerTo(most, tight), most)
  assert.deepEqual(answerTo(most, { ...limits, textBytes: 31_999 }), { code: 'too_large', field: 'text' })
  assert.equal(answerTo('漢'.repeat(100), { ...limits, textBytes: 300 }), '漢'.repeat(100))
  assert.deepEqual(answerTo('漢'.repeat(101), { ...limits, textBytes: 300 }), { code: 'too_large', field: 'text' })
})

test('MS-5 what is too large is told with its size and the limit', () => {
  const refusal = decide(
    facts(),
    { type: 'message.send', room: den.id, cid: 'c1', text: 'x'.repeat(8_001) },
    den.id,
    limits,
  )
  assert('refused' in refusal)
  assert.equal(refusal.refused.message, 'The text has 8001 characters; at most 8000 are allowed.')
})

function answerTo(text: string, within = limits): unknown {
  const decided = decide(facts(), { type: 'message.send', room: den.id, cid: 'c1', text }, den.id, within)
  return Array.isArray(decided) && decided[0]?.type === 'message.posted' ? decided[0].text : outcome(decided)
}
