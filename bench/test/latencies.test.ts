import assert from 'node:assert/strict'
import { createHistogram } from 'node:perf_hooks'
import { test } from 'node:test'
import { createRandom } from '../../sim/world/random.ts'
import { Latencies } from '../method/latencies.ts'

const PARTS = [0.5, 0.9, 0.99, 0.999, 1]

function some(seed: number, count: number): { latencies: Latencies; micros: number[] } {
  const random = createRandom(seed, 'latencies')
  const latencies = new Latencies()
  const micros = Array.from({ length: count }, () => Math.ceil(Math.exp(random.next() * 16)))
  for (const each of micros) latencies.record(each / 1_000)
  return { latencies, micros }
}

test('every quantile agrees with the exact one, and with the HDR histogram of Node, to three digits', () => {
  const { latencies, micros } = some(1, 20_000)
  const sorted = micros.toSorted((one, other) => one - other)
  const hdr = createHistogram({ lowest: 1, highest: 60_000_000, figures: 3 })
  for (const each of micros) hdr.record(each)
  for (const part of PARTS) {
    const found = latencies.quantileMs(part) * 1_000
    const exact = sorted[Math.ceil(part * sorted.length) - 1] ?? Number.NaN
    assert.ok(Math.abs(found / exact - 1) < 0.001, `${part}: ${found} instead of ${exact}`)
    assert.ok(Math.abs(found / hdr.percentile(part * 100) - 1) < 0.002, `${part}: ${found} and HDR`)
  }
})

test('merging is recording everything in one, and so is reading the buckets of a file', () => {
  const [one, other] = [some(1, 500), some(2, 700)]
  const together = new Latencies()
  for (const micros of [...one.micros, ...other.micros]) together.record(micros / 1_000)
  one.latencies.merge(other.latencies)
  assert.deepEqual(one.latencies.buckets(), together.buckets())
  assert.equal(one.latencies.count, 1_200)
  assert.deepEqual(Latencies.from(together.buckets()).figures(), together.figures())
  assert.notDeepEqual(other.latencies.buckets(), together.buckets())
})

test('one in a thousand is said of ten thousand samples and not of fewer', () => {
  assert.ok(!('p99.9 ms' in some(1, 9_999).latencies.figures()))
  assert.ok('p99.9 ms' in some(1, 10_000).latencies.figures())
})

test('without a sample there is no quantile', () => {
  assert.ok(Number.isNaN(new Latencies().quantileMs(0.5)))
})

test('what takes longer than a minute counts as a minute, and nothing as less than a microsecond', () => {
  const latencies = new Latencies()
  latencies.record(100_000)
  latencies.record(0)
  assert.equal(latencies.quantileMs(0.5), 0.001)
  assert.ok(Math.abs(latencies.quantileMs(1) / 60_000 - 1) < 0.001)
})
