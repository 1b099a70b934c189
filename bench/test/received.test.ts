import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noFaults } from '../method/faults.ts'
import { Received } from '../method/received.ts'

function after(start: number, ...seqs: number[]): Received {
  const received = new Received(start)
  for (const seq of seqs) received.take(seq)
  return received
}

test('everything once and in order is no fault', () => {
  assert.deepEqual(after(5, 6, 7, 8).reconcile(8), noFaults())
  assert.deepEqual(after(5).reconcile(5), noFaults())
})

test('a hole, a missing end and nothing at all are lost', () => {
  assert.deepEqual(after(0, 1, 3).reconcile(3), { ...noFaults(), lost: 1 })
  assert.deepEqual(after(0, 1, 2).reconcile(4), { ...noFaults(), lost: 2 })
  assert.deepEqual(after(0).reconcile(3), { ...noFaults(), lost: 3 })
  assert.deepEqual(after(0, 200_001).reconcile(200_001), { ...noFaults(), lost: 200_000 })
})

test('what comes twice is doubled, also what was there before', () => {
  assert.deepEqual(after(0, 1, 2, 2, 3).reconcile(3), { ...noFaults(), doubled: 1 })
  assert.deepEqual(after(0, 1, 2, 3, 1).reconcile(3), { ...noFaults(), doubled: 1 })
  assert.deepEqual(after(5, 5, 6).reconcile(6), { ...noFaults(), doubled: 1 })
})

test('what comes behind a later one is reordered, and not lost', () => {
  assert.deepEqual(after(0, 1, 3, 2, 4).reconcile(4), { ...noFaults(), reordered: 1 })
  assert.deepEqual(after(0, 3, 2, 1).reconcile(3), { ...noFaults(), reordered: 2 })
})

test('what the log does not have was made up', () => {
  assert.deepEqual(after(0, 1, 2, 3).reconcile(2), { ...noFaults(), doubled: 1 })
})
