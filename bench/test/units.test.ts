import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BENCH_UNITS } from '../../packages/cli/src/bench-units.ts'
import type { BenchUnitName } from '../../packages/cli/src/bench-units.ts'
import type { Scale } from '../bench.ts'
import { noFaults } from '../method/faults.ts'
import { UNITS } from '../units/list.ts'

/** A few sockets, a moment each: whether they measure anything, not what. */
const TINY: Scale = {
  isFull: false,
  rounds: 1,
  seconds: 0.2,
  warmUpSeconds: 0.1,
  sizes: undefined,
  isPinned: false,
  seed: 1,
}
const SIZES: Record<BenchUnitName, number[]> = {
  'fan-out': [3],
  'busy-room': [4],
  chatty: [2],
  'connect-ramp': [20],
  idle: [10],
  sends: [4],
  'resume-storm': [10],
  'history-page': [200, 400],
  'cost-growth': [200, 400],
  'slow-consumers': [10],
  'login-burst': [2],
  'web-client': [120],
}

for (const { id, name } of BENCH_UNITS) {
  test(`${id} ${name} runs, fills its tables and loses nothing`, async () => {
    const { signal } = new AbortController()
    const steps: string[] = []
    const progress = (text: string): void => void steps.push(text)
    const found = await UNITS[name]({ scale: { ...TINY, sizes: SIZES[name] }, stop: signal, progress })
    assert.deepEqual(found.faults, noFaults())
    assert.ok(found.tables.length > 0)
    for (const { rows } of found.tables) assert.ok(rows.length > 0)
    for (const buckets of Object.values(found.histograms))
      assert.ok(buckets.every(([micros, count]) => micros * count > 0))
    assert.ok(steps.length > 0, 'it says how far it has come')
  })
}
