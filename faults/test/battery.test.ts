import assert from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { test } from 'node:test'
import { BATTERY } from '../battery/list.ts'
import { runBattery } from '../run-battery.ts'

const SEED = Number(process.env['NATTER_TEST_SEED'] ?? randomInt(2 ** 31))

for (const fault of BATTERY.filter(({ isShort }) => isShort === true)) {
  test(`PR-4 ${fault.id} ${fault.title}: nothing is lost, doubled, reordered or left out unsaid`, async (t) => {
    const [outcome] = await runBattery([fault], { seed: SEED, isShort: true, print: (line) => console.log(line) })
    if (outcome !== undefined && 'skipped' in outcome) return t.skip(outcome.skipped)
    assert(outcome !== undefined && 'counts' in outcome)
    const { violations, runs } = outcome.counts
    assert.deepEqual(violations, [], `again: npm run faults -- ${fault.id} --short --seed ${SEED}`)
    assert(runs > 0, 'the fault must have been inflicted')
  })
}
