import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decideMarkRead } from '@natter/core'

const before = { seq: 8, n: 5 }
const here = { seq: 10, n: 6 }
const after = { seq: 12, n: 8 }

test('MK-1 a read mark moves forward, forced or not', () => {
  for (const force of [true, false]) assert.deepEqual(decideMarkRead(here, after, force), after)
})

test('MK-1 only force moves it back', () => {
  assert.equal(decideMarkRead(here, before, false), undefined)
  assert.deepEqual(decideMarkRead(here, before, true), before)
})

test('MK-1 where it stands already nothing moves', () => {
  for (const force of [true, false]) assert.equal(decideMarkRead(here, here, force), undefined)
})
