import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { createLogReader } from '../src/sync.ts'

interface Row {
  seq: number
  ref: string
}

const row = (seq: number): Row => ({ seq, ref: `r${seq}` })

function reading(): { reader: ReturnType<typeof createLogReader<Row>>; applied: number[]; misses: number } {
  const seen = { applied: [] as number[], misses: 0 }
  const reader = createLogReader<Row>({
    apply: ({ seq }) => seen.applied.push(seq),
    missing: () => seen.misses++,
  })
  return Object.assign(seen, { reader })
}

test('SDK-14 what is known is dropped, what is next is applied, what is early waits', () => {
  const log = reading()
  log.reader.take(row(1))
  assert.deepEqual(log.applied, [], 'without a place in the log nothing can be placed')
  log.reader.startAt([10, 'r10'])
  for (const seq of [10, 9, 11, 13, 14, 13]) log.reader.take(row(seq))
  assert.deepEqual([log.applied, log.misses, log.reader.hasGap], [[11], 3, true])
  log.reader.take(row(12))
  assert.deepEqual([log.applied, log.reader.hasGap, log.reader.cursor], [[11, 12, 13, 14], false, [14, 'r14']])
})

test('SDK-13 a delta may leave out rows, and what came meanwhile follows it', () => {
  const log = reading()
  log.reader.startAt([10, 'r10'])
  log.reader.take(row(21))
  log.reader.takeDelta([row(9), row(12), row(12), row(15), row(99)], [20, 'r20'])
  assert.deepEqual(
    [log.applied, log.reader.cursor],
    [
      [12, 15, 21],
      [21, 'r21'],
    ],
  )
})

test('SDK-14 what waits is bounded', () => {
  const log = reading()
  log.reader.startAt([1, 'r1'])
  for (let seq = 3; seq < 2_000; seq++) log.reader.take(row(seq))
  log.reader.take(row(2))
  assert.equal(log.applied.length, 513)
})

test('SDK-14 in whatever order a log comes, it is read in its own', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 200 }), (seqs) => {
      const log = reading()
      log.reader.startAt([0, ''])
      for (const seq of seqs) log.reader.take(row(seq))
      assert.deepEqual(
        log.applied,
        Array.from(log.applied, (_, index) => index + 1),
      )
      const present = new Set(seqs)
      let head = 0
      while (present.has(head + 1)) head++
      assert.equal(log.applied.length, head)
    }),
  )
})
