import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isSendKey } from '../src/composer/send-key.ts'
import { whoTypes } from '../src/composer/who-types.ts'

const ENTER = { key: 'Enter', shiftKey: false, isComposing: false, keyCode: 13 }

test('WEB-17 Enter sends, but not with Shift, not by touch, and not in the middle of a word of an IME', () => {
  assert(isSendKey(ENTER, false))
  assert(!isSendKey({ ...ENTER, shiftKey: true }, false))
  assert(!isSendKey(ENTER, true))
  assert(!isSendKey({ ...ENTER, isComposing: true }, false))
  assert(!isSendKey({ ...ENTER, keyCode: 229 }, false))
  assert(!isSendKey({ ...ENTER, key: 'a' }, false))
})

test('WEB-21 the typing line names two and no more', () => {
  assert.equal(whoTypes([]), '')
  assert.equal(whoTypes(['Ana']), 'Ana is typing')
  assert.equal(whoTypes(['Ana', 'Ben']), 'Ana and Ben are typing')
  assert.equal(whoTypes(['Ana', 'Ben', 'Cleo']), 'Several people are typing')
})
