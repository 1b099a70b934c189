import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BOUNDS, handlesIn } from '@natter/protocol'

const MENTIONS: [text: string, handles: string[]][] = [
  ['', []],
  ['nobody', []],
  ['@ada', ['ada']],
  ['@Ada and @ADA and @ada', ['ada']],
  ['hi @ada, @ben! (@kim)', ['ada', 'ben', 'kim']],
  ['@ada.', ['ada']],
  ['@ada...', ['ada']],
  ['@a.d-a_1 yes', ['a.d-a_1']],
  ['ada@example.org', []],
  ['ada.lovelace@example.org', []],
  ['é@ada', []],
  ['@@ada', []],
  ['@a', []],
  ['@a.', []],
  ['@ab', ['ab']],
  ['@', []],
  ['@ ada', []],
  [`@${'a'.repeat(32)}`, ['a'.repeat(32)]],
  [`@${'a'.repeat(33)}`, []],
  [`@${'a'.repeat(32)}.`, ['a'.repeat(32)]],
  ['@ada\n@ben\t@kim', ['ada', 'ben', 'kim']],
  ['👍@ada', ['ada']],
  ['"@ada"', ['ada']],
  ['@ada@ben', ['ada']],
  ['@..', []],
  ['@__proto__', ['__proto']],
  ['@adaé', ['ada']],
]

for (const [text, handles] of MENTIONS) {
  test(`MS-8 ${JSON.stringify(text)} names ${handles.join(' and ') || 'nobody'}`, () => {
    assert.deepEqual(handlesIn(text), handles)
  })
}

test('MS-8 names are as long as handles', () => {
  const named = Array.from({ length: 50 }, (_, length) => handlesIn(`@${'a'.repeat(length)}`).length > 0)
  assert.deepEqual([named.indexOf(true), named.lastIndexOf(true)], [BOUNDS.handleMin, BOUNDS.handleMax])
})

test('MS-8 at most 50 names are read', () => {
  const text = Array.from({ length: 10_000 }, (_, index) => `@user${index}`).join(' ')
  assert.equal(handlesIn(text).length, 50)
})

const HOSTILE = {
  'at signs': '@'.repeat(51_200),
  'at signs and letters': '@a'.repeat(25_600),
  'one endless name': `@${'a'.repeat(51_200)}`,
  'one endless row of dots': `@a${'.'.repeat(51_200)}`,
  'endless names': `@${'.-_'.repeat(17_000)} @${'a.'.repeat(17_000)}`,
  'names that never begin': 'a@'.repeat(25_600),
  'the same name': '@ada '.repeat(10_240),
}

for (const [name, text] of Object.entries(HOSTILE)) {
  test(`MS-8 50 KB of ${name} are searched in linear time`, () => {
    const small = fastestMs(text)
    const large = fastestMs(text.repeat(8))
    assert(small < 50, `${small} ms`)
    // Quadratic work would be 64 times as much.
    assert(large < 32 * Math.max(small, 0.5), `${small} ms, then ${large} ms`)
  })
}

/** The least of some runs: what the work costs when nothing else wants the processor. */
function fastestMs(text: string): number {
  const runs = Array.from({ length: 5 }, () => {
    const startedAt = performance.now()
    handlesIn(text)
    return performance.now() - startedAt
  })
  return Math.min(...runs)
}
