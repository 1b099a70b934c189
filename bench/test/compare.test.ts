import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noFaults } from '../method/faults.ts'
import { benchResult } from '../result/bench-result.ts'
import type { BenchResult } from '../result/bench-result.ts'
import { compareResults, difference } from '../result/compare.ts'
import type { Figure } from '../result/findings.ts'

const MACHINE = { cpu: 'Some', cores: 2, memoryGib: 8, kernel: '6.1', node: 'v26', git: 'abc' }
const FLAGS = { isFull: false, rounds: 5, seconds: 3, warmUpSeconds: 1, sizes: undefined, isPinned: true, seed: 1 }

function result(figures: Record<string, Figure>, rest: Partial<BenchResult> = {}): BenchResult {
  const unit = {
    id: 'B01',
    name: 'fan-out',
    seconds: 1,
    headlines: [],
    histograms: {},
    warnings: [],
    faults: noFaults(),
  }
  const tables = [{ caption: 'a room: cost', rows: [{ name: 'natter', figures }] }]
  return { ...benchResult({ at: 0, machine: MACHINE, flags: FLAGS, units: [{ ...unit, tables }] }), ...rest }
}

test('less than five percent is not claimed, in either direction', () => {
  assert.equal(difference(100, 104.9), 'none claimed')
  assert.equal(difference(100, 95.1), 'none claimed')
  assert.equal(difference(100, 106), 'more')
  assert.equal(difference(100, 94), 'less')
})

test('rounds whose ranges overlap say nothing, those that lie apart do', () => {
  const before = { median: 10, min: 9, max: 12 }
  assert.equal(difference(before, { median: 12, min: 11, max: 13 }), 'within the ranges')
  assert.equal(difference(before, { median: 14, min: 12.1, max: 15 }), 'more')
})

test('each figure that both results have is a line with its ratio', () => {
  const { tables, warnings } = compareResults(
    result({ 'CPU-µs': 10, 'p99 ms': 5, samples: 100, note: 'x' }),
    result({ 'CPU-µs': 12, 'p99 ms': 5.1, samples: 300, new: 1, note: 'x' }),
  )
  assert.deepEqual(warnings, [])
  assert.deepEqual(
    tables.map(({ rows }) => rows),
    [
      [
        {
          name: 'a room, natter, CPU-µs',
          figures: { before: 10, now: 12, ratio: 1.2, difference: 'more' },
        },
        {
          name: 'a room, natter, p99 ms',
          figures: { before: 5, now: 5.1, ratio: 5.1 / 5, difference: 'none claimed' },
        },
      ],
    ],
  )
})

test('another machine and other flags are said; another commit is what one compares for', () => {
  const now = result({ x: 1 })
  assert.deepEqual(compareResults(result({ x: 1 }, { machine: { ...MACHINE, git: 'def' } }), now).warnings, [])
  assert.equal(compareResults(result({ x: 1 }, { machine: { ...MACHINE, cores: 64 } }), now).warnings.length, 1)
  assert.equal(compareResults(result({ x: 1 }, { flags: { ...FLAGS, seconds: 30 } }), now).warnings.length, 1)
})
