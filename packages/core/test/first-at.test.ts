import assert from 'node:assert/strict'
import { test } from 'node:test'
import { firstSeqAt } from '@natter/core'

test('LOG-68 the first row that is as late as a time is found by halving', () => {
  const times = [10, 10, 20, 30, 30, 30, 50]
  const asked: number[] = []
  const find = (at: number): number =>
    firstSeqAt(times.length, (seq) => asked.push(seq) && (times[seq - 1] ?? Number.NaN), at)
  assert.deepEqual([0, 10, 11, 30, 31, 50, 51].map(find), [1, 1, 3, 4, 7, 7, 8])
  assert(asked.length <= 7 * 3)
  assert.equal(
    firstSeqAt(0, () => assert.fail('there is none'), 5),
    1,
  )
})

test('LOG-68 where the clock went back, a row is found before which it was earlier', () => {
  const times = [10, 60, 20, 70, 30]
  for (const at of [15, 25, 40, 65]) {
    const seq = firstSeqAt(times.length, (each) => times[each - 1] ?? 0, at)
    assert((times[seq - 1] ?? Infinity) >= at && (times[seq - 2] ?? 0) < at, `${at}: ${seq}`)
  }
})
