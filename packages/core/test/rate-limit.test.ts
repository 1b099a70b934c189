import assert from 'node:assert/strict'
import { test } from 'node:test'
import { takeFromRate } from '@natter/core'
import type { Rate } from '@natter/core'
import * as fc from 'fast-check'

const SENDS: Rate = { count: 5, periodMs: 1_000, burst: 20 }
const ODD_RATES: Rate[] = [
  SENDS,
  { count: 3, periodMs: 1_000, burst: 7 },
  { count: 10, periodMs: 60_000, burst: 10 },
  { count: 7, periodMs: 999, burst: 1 },
  { count: 150, periodMs: 1_000, burst: 300 },
]

for (const rate of ODD_RATES) {
  test(`RL-1 ${rate.count} in ${rate.periodMs} ms lets ${rate.burst} through at once, and then no more`, () => {
    for (const startAt of [0, 12_345.678, 1e12 + 1 / 3]) {
      const { allowed } = offer(
        rate,
        Array.from({ length: rate.burst + 50 }, () => startAt),
      )
      assert.equal(allowed, rate.burst, `at ${startAt}`)
    }
  })

  test(`RL-1 ${rate.count} in ${rate.periodMs} ms holds over a long time, within 1 %`, () => {
    const periods = 300
    // Asking ten times as often as is allowed.
    const stepMs = rate.periodMs / rate.count / 10
    const times = Array.from({ length: Math.floor((periods * rate.periodMs) / stepMs) }, (_, index) => index * stepMs)
    const expected = rate.burst + periods * rate.count
    const { allowed } = offer(rate, times)
    assert(Math.abs(allowed - expected) <= expected / 100, `${allowed}, expected ${expected}`)
  })
}

test('RL-1 whoever keeps to the rate is never refused', () => {
  const times = Array.from({ length: 1_000 }, (_, index) => index * 200)
  assert.equal(offer({ ...SENDS, burst: 1 }, times).allowed, 1_000)
})

test('RL-1 an idle time fills the burst again, not more', () => {
  const spent = offer(
    SENDS,
    Array.from({ length: 20 }, () => 0),
  ).dueAt
  assert.equal(
    offer(
      SENDS,
      Array.from({ length: 99 }, () => 4_000),
      spent,
    ).allowed,
    20,
  )
  assert.equal(
    offer(
      SENDS,
      Array.from({ length: 99 }, () => 1_000_000),
      spent,
    ).allowed,
    20,
  )
  assert.equal(
    offer(
      SENDS,
      Array.from({ length: 99 }, () => 1_000),
      spent,
    ).allowed,
    5,
  )
})

test('RL-2 after retryAfterMs the step is allowed, a millisecond earlier it is not', () => {
  const rates = fc.record({
    count: fc.integer({ min: 1, max: 200 }),
    periodMs: fc.constantFrom(1_000, 3_000, 60_000),
    burst: fc.integer({ min: 1, max: 50 }),
  })
  fc.assert(
    fc.property(rates, fc.nat(1_000_000), fc.integer({ min: 1, max: 80 }), (rate, now, cost) => {
      const { dueAt } = offer(
        rate,
        Array.from({ length: rate.burst }, () => now),
      )
      const refused = takeFromRate(dueAt, now, rate, cost)
      assert('retryAfterMs' in refused)
      assert(refused.retryAfterMs >= 1 && Number.isInteger(refused.retryAfterMs))
      assert('dueAt' in takeFromRate(dueAt, now + refused.retryAfterMs, rate, cost))
      assert('retryAfterMs' in takeFromRate(dueAt, now + refused.retryAfterMs - 1.01, rate, cost))
    }),
  )
})

test('RL-3 what was refused costs nothing', () => {
  const { dueAt } = offer(
    SENDS,
    Array.from({ length: 20 }, () => 0),
  )
  const patient = takeFromRate(dueAt, 200, SENDS)
  for (let i = 0; i < 1_000; i++) assert('retryAfterMs' in takeFromRate(dueAt, 100, SENDS))
  assert.deepEqual(takeFromRate(dueAt, 200, SENDS), patient)
  assert('dueAt' in patient)
})

test('RL-4 a step that costs more than the burst is taken once, and waited for', () => {
  const taken = takeFromRate(0, 10_000, SENDS, 32)
  assert.deepEqual(taken, { dueAt: 16_400 })
  assert.deepEqual(takeFromRate(16_400, 10_000, SENDS, 32), { retryAfterMs: 6_400 })
  assert.deepEqual(takeFromRate(16_400, 10_000, SENDS, 1), { retryAfterMs: 2_600 })
  assert.deepEqual(takeFromRate(16_400, 16_400, SENDS, 32), { dueAt: 22_800 })
})

test('RL-5 a clock that goes back makes nobody wait longer than it went back', () => {
  const { dueAt } = offer(
    SENDS,
    Array.from({ length: 20 }, () => 100_000),
  )
  const before = takeFromRate(dueAt, 100_000, SENDS)
  assert.deepEqual(before, { retryAfterMs: 200 })
  assert.deepEqual(takeFromRate(dueAt, 40_000, SENDS), { retryAfterMs: 60_200 })
})

/** How many steps at these times are allowed, and the state after them. */
function offer(rate: Rate, times: number[], dueAtFirst = 0): { allowed: number; dueAt: number } {
  let dueAt = dueAtFirst
  let allowed = 0
  for (const now of times) {
    const taken = takeFromRate(dueAt, now, rate)
    if ('retryAfterMs' in taken) continue
    allowed++
    dueAt = taken.dueAt
  }
  return { allowed, dueAt }
}
