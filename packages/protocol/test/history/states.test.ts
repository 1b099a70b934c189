import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkHistory, VIOLATIONS_KEPT_MAX } from '../../src/history/index.ts'
import { ADA, broken, DEN, logOf } from './small-history.ts'
import type { Line } from './small-history.ts'

const LOG = logOf([{ cid: 'm4' }, { cid: 'm5' }], { stateHash: 'same' })
const WRITTEN: Line[] = ['m4', 'm5'].map((cid) => ({ op: 'send', phase: 'invoke', cid }))
const mark = (seq: number, n: number): Line => ({ op: 'mark', phase: 'ok', seq, n })

test('HIS-14 a mark goes back only where that was asked for', () => {
  assert.deepEqual(broken([...WRITTEN, mark(4, 1), mark(5, 2)], LOG), [])
  assert.deepEqual(broken([...WRITTEN, mark(5, 2), mark(4, 1)], LOG), ['H14'])
  assert.deepEqual(broken([...WRITTEN, mark(5, 2), { op: 'force', phase: 'invoke' }, mark(4, 1)], LOG), [])
  assert.deepEqual(broken([...WRITTEN, mark(5, 2), mark(4, 1)], { ...LOG, restores: [{ t: 4.5, seq: 5 }] }), [])
})

test('HIS-14 a mark counts the messages up to it, and what follows it is unread', () => {
  assert.deepEqual(broken([...WRITTEN, mark(5, 1)], LOG), ['H14'])
  assert.deepEqual(broken([...WRITTEN, { op: 'state', phase: 'ok', mark: 4, unread: 1 }], LOG), [])
  assert.deepEqual(broken([...WRITTEN, { op: 'state', phase: 'ok', mark: 4, unread: 2 }], LOG), ['H14'])
})

test('HIS-10 once all is quiet everybody sees the same state', () => {
  assert.deepEqual(broken([...WRITTEN, { op: 'state', phase: 'ok', hash: 'same' }], LOG), [])
  assert.deepEqual(broken([...WRITTEN, { op: 'state', phase: 'ok', hash: 'other' }], LOG), ['H10'])
})

test('HIS-17 of many violations the first are kept and all are counted', () => {
  const lines = Array.from({ length: 2 * VIOLATIONS_KEPT_MAX }, (_, index) => {
    const line = { t: index, proc: 'p', user: ADA, room: DEN, op: 'send', cid: `lost${index}`, n: 1 } as const
    return { ...line, phase: 'ok', seq: 1_000 } as const
  })
  const { violations, counts, acked } = checkHistory(lines, [{ room: DEN, rows: [] }])
  assert.equal(violations.length, VIOLATIONS_KEPT_MAX)
  assert.deepEqual(counts, { H1: lines.length })
  assert.equal(acked, lines.length)
})
