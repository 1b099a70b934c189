import assert from 'node:assert/strict'
import { test } from 'node:test'
import { headline, headlineTable, verdictOf } from '../result/headline.ts'

test('what must be small meets its aim, what it must, or nothing', () => {
  const target = { must: 20, aim: 12, sense: 'at most' } as const
  assert.equal(verdictOf(12, target), 'aim met')
  assert.equal(verdictOf({ median: 13, min: 1, max: 99 }, target), 'must met')
  assert.equal(verdictOf(20.1, target), 'missed')
})

test('what must be large does so the other way round', () => {
  const target = { must: 2_000, aim: 5_000, sense: 'at least' } as const
  assert.equal(verdictOf(5_000, target), 'aim met')
  assert.equal(verdictOf(4_999, target), 'must met')
  assert.equal(verdictOf(1_999, target), 'missed')
})

test('what could not be measured is not met', () => {
  assert.equal(verdictOf('–', { must: 1, aim: 1, sense: 'at most' }), 'not measured')
  assert.equal(verdictOf(Number.NaN, { must: 1, aim: 1, sense: 'at least' }), 'not measured')
})

test('the table says target, figure and verdict', () => {
  const { rows } = headlineTable([headline('sends/s', 7_000, { must: 5_000, aim: 20_000, sense: 'at least' })])
  assert.deepEqual(rows, [
    { name: 'sends/s', figures: { must: '≥ 5,000', aim: '≥ 20,000', measured: 7_000, verdict: 'must met' } },
  ])
})
