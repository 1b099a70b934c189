import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faultsOfRows } from '../load/shown-rows.ts'
import { noFaults } from '../method/faults.ts'

test('rows that follow each other are without fault, wherever they begin', () => {
  assert.deepEqual(faultsOfRows([]), noFaults())
  assert.deepEqual(faultsOfRows([7, 8, 9]), noFaults())
})

test('what is missing, shown twice or out of its place is counted', () => {
  assert.deepEqual(faultsOfRows([1, 2, 5, 6]), { ...noFaults(), lost: 2 })
  assert.deepEqual(faultsOfRows([1, 2, 2, 3]), { ...noFaults(), doubled: 1 })
  assert.deepEqual(faultsOfRows([1, 3, 2, 4]), { ...noFaults(), lost: 2, reordered: 1 })
})
