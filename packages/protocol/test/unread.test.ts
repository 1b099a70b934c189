import assert from 'node:assert/strict'
import { test } from 'node:test'
import { markAfterPost, unreadCount } from '@natter/protocol'
import * as fc from 'fast-check'

test('WIRE-18 unread is the head less the mark, never below zero', () => {
  assert.equal(unreadCount(998, { seq: 1040, n: 990 }), 8)
  assert.equal(unreadCount(0, { seq: 0, n: 0 }), 0)
  assert.equal(unreadCount(5, { seq: 9, n: 7 }), 0, 'a mark that overtook a stale head')
})

test('WIRE-18 who had read everything has read their own message', () => {
  assert.deepEqual(markAfterPost({ seq: 8, n: 2 }, 'us_ada1', { seq: 11, n: 3, by: 'us_ada1' }), { seq: 11, n: 3 })
})

test('WIRE-18 who had not read everything keeps the mark, and so does everybody else', () => {
  const mark = { seq: 8, n: 2 }
  assert.deepEqual(markAfterPost(mark, 'us_ada1', { seq: 12, n: 4, by: 'us_ada1' }), mark)
  assert.deepEqual(markAfterPost(mark, 'us_kim1', { seq: 11, n: 3, by: 'us_ada1' }), mark)
})

test('WIRE-18 nobody ever reads what somebody else wrote by writing', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean()), (mine) => {
      let mark = { seq: 0, n: 0 }
      for (const [index, own] of mine.entries()) {
        mark = markAfterPost(mark, 'us_ada1', { seq: index + 1, n: index + 1, by: own ? 'us_ada1' : 'us_kim1' })
      }
      const before = mine.includes(false) ? mine.indexOf(false) : mine.length
      assert.equal(unreadCount(mine.length, mark), mine.length - before)
    }),
  )
})
