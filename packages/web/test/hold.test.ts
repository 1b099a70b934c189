import assert from 'node:assert/strict'
import { test } from 'node:test'
import { handMovedPx, isNearEnd, movedBy, NEAR_END_PX } from '../src/timeline/hold.ts'
import type { Stand } from '../src/timeline/hold.ts'

const stand = (topPx: number, endPx: number): Stand => ({ topPx, endPx, viewPx: 800 })

test('WEB-15 who was at the end leaves it by moving, not by what grows', () => {
  const before = stand(5_000, 5_000)
  const isEndAt = (topPx: number, endPx: number, { isEnd = true, isHand = true } = {}): boolean =>
    isNearEnd({ isEnd }, { before, now: stand(topPx, endPx), isHand })
  assert.equal(isEndAt(5_000, 9_000), true)
  assert.equal(isEndAt(5_000 - NEAR_END_PX, 9_000), true)
  assert.equal(isEndAt(5_000 - NEAR_END_PX - 1, 9_000), false)
  assert.equal(isEndAt(4_000, 9_000, { isHand: false }), true, 'cut off and grown again')
  assert.equal(isEndAt(4_000, 5_000, { isHand: false }), false, 'nothing has grown, so somebody has moved it')
  assert.equal(isEndAt(5_000, 9_000, { isEnd: false }), false, 'further up nothing is sticky')
  assert.equal(isEndAt(8_950, 9_000, { isEnd: false }), true, 'whoever comes to the end is there')
})

test('WEB-15 what the browser cuts off at the end is no movement of a hand', () => {
  assert.equal(handMovedPx(stand(5_000, 5_000), stand(4_700, 4_700)), 0)
  assert.equal(handMovedPx(stand(5_000, 5_000), stand(4_600, 4_700)), -100)
  assert.equal(handMovedPx(stand(3_000, 5_000), stand(3_200, 4_700)), 200)
  assert.equal(handMovedPx(stand(4_999.6, 4_999), stand(4_999.6, 4_999)), 0, 'ends are rounded, positions are not')
})

test('WEB-14 rows are kept where a hand has moved them', () => {
  const hold = { isEnd: false, spots: [{ key: 'a', topPx: 10 }] }
  assert.deepEqual(movedBy(hold, 30), { isEnd: false, spots: [{ key: 'a', topPx: -20 }] })
})
