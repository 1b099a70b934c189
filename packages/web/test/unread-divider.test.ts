import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dividerOnBlur, dividerOnOpen } from '../src/timeline/unread-divider.ts'

test('WEB-12 the divider is set at the mark on opening, and only when something is unread', () => {
  assert.deepEqual(dividerOnOpen({ seq: 4, n: 3 }, 2), { after: { seq: 4, n: 3 } })
  assert.equal(dividerOnOpen({ seq: 4, n: 3 }, 0), undefined)
})

test('WEB-12 a window that loses focus marks where its reader was, and keeps an older divider while that is unread', () => {
  const before = { after: { seq: 4, n: 3 } }
  assert.deepEqual(dividerOnBlur(before, { seq: 9, n: 8 }, 0), { after: { seq: 9, n: 8 } })
  assert.equal(dividerOnBlur(before, { seq: 5, n: 4 }, 4), before)
  assert.deepEqual(dividerOnBlur(undefined, { seq: 5, n: 4 }, 4), { after: { seq: 5, n: 4 } })
})
