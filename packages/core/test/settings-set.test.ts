import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decideSettingsSet, settingsAmong } from '@natter/core'
import { BOUNDS, isRefusal } from '@natter/protocol'

const present = new Map([
  ['theme', '"dark"'],
  ['room.rm_den1', '{"muted":true}'],
])

test('SET-1 only what is not as it was is a change', () => {
  const change = { theme: 'dark', density: 'cosy', gone: null, 'room.rm_den1': null, toString: [1] }
  assert.deepEqual(decideSettingsSet(present, change), {
    changed: new Map([
      ['density', '"cosy"'],
      ['room.rm_den1', null],
      ['toString', '[1]'],
    ]),
    after: new Map([
      ['theme', '"dark"'],
      ['density', '"cosy"'],
      ['toString', '[1]'],
    ]),
  })
  assert.deepEqual(decideSettingsSet(present, {}), { changed: new Map(), after: present })
  assert.deepEqual(settingsAmong(present, ['theme', 'gone']), { theme: 'dark', gone: null })
})

test('SET-2 so many settings are kept, and so many bytes', () => {
  const many = (count: number): Record<string, number> =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`key${index}`, index]))
  const code = (change: Record<string, unknown>, of = new Map<string, string>()): string | undefined => {
    const decided = decideSettingsSet(of, change)
    return isRefusal(decided) ? decided.refused.code : undefined
  }
  assert.equal(code(many(BOUNDS.settingsKeys)), undefined)
  assert.equal(code(many(BOUNDS.settingsKeys + 1)), 'quota')
  assert.equal(code(many(BOUNDS.settingsKeys - 1), present), 'quota', 'with those that are there')
  assert.equal(code({ ...many(BOUNDS.settingsKeys - 1), theme: null }, present), undefined, 'less one that goes')
  const longest = BOUNDS.settingsBytes - 'k""'.length
  assert.equal(code({ k: 'x'.repeat(longest) }), undefined)
  assert.equal(code({ k: 'x'.repeat(longest + 1) }), 'quota')
  assert.equal(code({ k: '\u00e4'.repeat(longest >> 1) }), undefined)
  assert.equal(code({ k: '\u00e4'.repeat((longest >> 1) + 1) }), 'quota', 'bytes of UTF-8')
})
