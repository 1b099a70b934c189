import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findMutant } from '../mutants/find-mutant.ts'
import { GATEWAY_MUTANTS } from '../mutants/gateway-mutants.ts'
import { failureText } from '../report.ts'
import { runSeed } from '../run-seed.ts'
import { shrink } from '../shrink.ts'

const LAST_SEED = 50

test('SIM-6 a failure is made smaller, and told with the command that does it again', async () => {
  const twice = GATEWAY_MUTANTS.find(({ name }) => name === 'an event is handed out twice')
  assert(twice !== undefined)
  const failed = await findMutant(twice, LAST_SEED)
  assert(failed !== undefined)
  const { outcome, narrowing } = await shrink(failed, twice.plant)
  assert(outcome.complaints.length > 0, 'what is left must still fail')
  assert(outcome.plan.faults.size < failed.plan.faults.size)
  const again = await runSeed(failed.seed, narrowing, twice.plant)
  assert.deepEqual(again.complaints, outcome.complaints)
  assert.match(failureText(outcome, narrowing), /^Again: npm run sim -- --seed \d+ --without [a-zA-Z,]+/m)
})
