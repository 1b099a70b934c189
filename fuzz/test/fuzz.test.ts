import assert from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { test } from 'node:test'
import { againCommand, reportLines } from '../report.ts'
import { runFuzz } from '../run-fuzz.ts'

const SEED = Number(process.env['NATTER_TEST_SEED'] ?? randomInt(2 ** 31))

for (const [limits, cases] of [
  ['off', 1_000],
  ['on', 250],
] as const) {
  test(`BAD-22 ${cases} conversations, frames, bytes and handshakes with a mistake in them, limits ${limits}: the server lives and serves`, async () => {
    const report = await runFuzz({ seed: SEED, cases, limits })
    const again = againCommand(SEED, report.suspects, limits)
    assert.deepEqual(report.troubles, [], `again: ${again}\n${reportLines(report).join('\n')}`)
    assert.equal(report.cases, cases)
    assert.equal(Object.keys(report.kinds).length, 5, 'of every kind some')
    assert(report.answered > cases / 20, `only ${report.answered} conversations came to their end`)
    assert(report.acked > (limits === 'off' ? 50 : 0), `only ${report.acked} messages were acknowledged`)
  })
}
