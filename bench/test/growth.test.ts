import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fitExponent } from '../method/fit-exponent.ts'
import { isNoisy, spread } from '../method/spread.ts'

const points = (cost: (size: number) => number) => [10, 100, 1_000, 10_000].map((size) => ({ size, cost: cost(size) }))

test('the exponent of a power is found', () => {
  for (const exponent of [0, 0.1, 1, 1.05, 2]) {
    const found = fitExponent(points((size) => 3 * size ** exponent))
    assert.ok(Math.abs(found - exponent) < 1e-9, `${found} instead of ${exponent}`)
  }
})

test('what grows faster than it may shows', () => {
  assert.ok(fitExponent(points((size) => 5 + size * 0.01)) > 0.1)
  assert.ok(fitExponent(points((size) => size * Math.log2(size))) > 1.05)
})

test('one size, or a cost of nothing, has no exponent', () => {
  assert.throws(() => fitExponent([{ size: 10, cost: 1 }]), /at least two sizes/)
  assert.throws(
    () =>
      fitExponent([
        { size: 10, cost: 1 },
        { size: 10, cost: 2 },
      ]),
    /at least two sizes/,
  )
  assert.throws(
    () =>
      fitExponent([
        { size: 10, cost: 0 },
        { size: 20, cost: 2 },
      ]),
    /above zero/,
  )
})

test('several rounds are their median and range', () => {
  assert.deepEqual(spread([3, 1, 2]), { median: 2, min: 1, max: 3 })
  assert.deepEqual(spread([4, 1, 2, 3]), { median: 2.5, min: 1, max: 4 })
  assert.deepEqual(spread([7]), { median: 7, min: 7, max: 7 })
})

test('rounds that differ by more than a tenth are noisy', () => {
  assert.ok(!isNoisy(spread([10, 10.5, 11])))
  assert.ok(isNoisy(spread([10, 10.5, 11.1])))
})
