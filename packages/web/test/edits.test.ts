import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createEdits } from '../src/room/edits.ts'

test('WEB-293 each message keeps the edit that is not saved; the room’s is the one typed last', () => {
  const edits = createEdits()
  edits.keep('rm_tea0', { seq: 4, text: 'better' })
  edits.keep('rm_den0', { seq: 9, text: 'best' })
  edits.keep('rm_tea0', { seq: 5, text: 'another' })
  const textOf = (seq?: number): string | undefined => edits.of('rm_tea0', seq)?.text
  assert.deepEqual([textOf(), textOf(4), textOf(5), textOf(9)], ['another', 'better', 'another', undefined])
  edits.keep('rm_tea0', { seq: 4, text: 'better still' })
  assert.deepEqual([textOf(), edits.in('rm_tea0').length], ['better still', 2])
  edits.drop('rm_tea0', 4)
  assert.deepEqual([textOf(), textOf(4)], ['another', undefined])
})

test('WEB-293 loading anew would lose an edit until the last one is dropped', () => {
  const edits = createEdits()
  edits.keep('rm_tea0', { seq: 4, text: 'better' })
  edits.keep('rm_den0', { seq: 4, text: 'best' })
  edits.drop('rm_tea0', 4)
  assert.equal(edits.isAny.value, true)
  edits.drop('rm_den0', 4)
  assert.equal(edits.isAny.value, false)
})
