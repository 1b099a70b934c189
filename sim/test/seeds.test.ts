import assert from 'node:assert/strict'
import { test } from 'node:test'
import { failureText } from '../report.ts'
import { runSeed } from '../run-seed.ts'
import regressions from '../regressions.json' with { type: 'json' }

const SEEDS = 200

test('SIM-1 SIM-2 two hundred seeds of trouble lose, double and reorder nothing, and everything heals by itself', async () => {
  let acked = 0
  for (let seed = 1; seed <= SEEDS; seed++) {
    const outcome = await runSeed(seed)
    acked += outcome.acked
    assert.equal(outcome.complaints.length, 0, failureText(outcome, {}))
  }
  assert(acked > SEEDS * 50, `so many messages must have been sent that it means something, not ${acked}`)
})

test('SIM-3 what has failed once does not fail again', async () => {
  for (const { seed, found } of regressions) {
    const outcome = await runSeed(seed)
    assert.equal(outcome.complaints.length, 0, `${found}\n${failureText(outcome, {})}`)
  }
})

test('SIM-4 a seed does the same every time', async () => {
  for (const seed of [3, 6]) {
    const [one, other] = [await runSeed(seed), await runSeed(seed)]
    assert(one.records.length > 100, 'something must have happened')
    assert.deepEqual(one.records, other.records)
    assert.deepEqual(one.trace, other.trace)
  }
})
