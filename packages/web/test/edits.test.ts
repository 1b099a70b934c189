import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createEdits } from '../src/room/edits.ts'

test('WEB-293 each room keeps the one edit that is not saved, with its message', () => {
  const edits = createEdits()
  edits.keep('rm_tea0', { seq: 4, text: 'better' })
  edits.keep('rm_den0', { seq: 9, text: 'best' })
  edits.keep('rm_tea0', { seq: 5, text: 'another' })
  assert.deepEqual(
    [edits.of('rm_tea0'), edits.of('rm_den0')],
    [
      { seq: 5, text: 'another' },
      { seq: 9, text: 'best' },
    ],
  )
  edits.drop('rm_tea0')
  assert.deepEqual([edits.of('rm_tea0'), edits.isAny.value], [undefined, true])
  edits.drop('rm_den0')
  assert.equal(edits.isAny.value, false)
})
