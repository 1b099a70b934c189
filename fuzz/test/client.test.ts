import assert from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { test } from 'node:test'
import { runClientFuzz } from '../client/run-client-fuzz.ts'

const SEED = Number(process.env['NATTER_TEST_SEED'] ?? randomInt(2 ** 31))
const CASES = 100

test(`BAD-24 BAD-25 ${CASES} clients before servers that say anything come to themselves`, async () => {
  const { cases, troubles, suspect } = await runClientFuzz({ seed: SEED, cases: CASES })
  assert.deepEqual(troubles, [], `again: npm run fuzz -- --client --seed ${SEED} --from ${suspect} --cases 1`)
  assert.equal(cases, CASES)
})
