import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ADA, broken, KIM, logOf, received, resumed, sent } from './small-history.ts'
import type { Line } from './small-history.ts'

const LOG = logOf([{ cid: 'm4' }, { cid: 'm5' }, { cid: 'm6' }])
const WRITTEN: Line[] = ['m4', 'm5', 'm6'].map((cid) => ({ op: 'send', phase: 'invoke', cid }))
const FRESH = resumed(null, { mode: 'reset', seq: 4 })

test('HIS-8 what a connection receives is contiguous from its catch-up on', () => {
  assert.deepEqual(broken([...WRITTEN, ...FRESH, received(5), received(6)], LOG), [])
  assert.deepEqual(broken([...WRITTEN, ...FRESH, received(6)], LOG), ['H8'])
  assert.deepEqual(broken([...WRITTEN, received(5)], LOG), ['H8'])
})

test('HIS-8 where the server has said that it left something out, what comes next may leave one hole', () => {
  const lagged = { user: KIM, op: 'lag', phase: 'ok', conn: 'k1' } as const
  const caughtUp = resumed(4, { mode: 'delta', seq: 6, rows: [5, 6] })
  assert.deepEqual(broken([...WRITTEN, ...FRESH, lagged, received(6), ...caughtUp], LOG), [])
  assert.deepEqual(broken([...WRITTEN, ...FRESH, received(6), lagged, ...caughtUp], LOG), ['H8'])
  assert.deepEqual(broken([...WRITTEN, ...FRESH, { ...lagged, conn: 'k2' }, received(6)], LOG), ['H8'])
})

test('HIS-8 a fresh start may pass over anything, a part of the log nothing', () => {
  assert.deepEqual(broken([...WRITTEN, ...FRESH, ...resumed(4, { mode: 'reset', seq: 6 })], LOG), [])
  assert.deepEqual(broken([...WRITTEN, ...FRESH, ...resumed(4, { mode: 'delta', seq: 6, rows: [5, 6] })], LOG), [])
  assert.deepEqual(broken([...WRITTEN, ...FRESH, ...resumed(4, { mode: 'delta', seq: 6, rows: [6] })], LOG), ['H8'])
  assert.deepEqual(broken([...WRITTEN, ...FRESH, ...resumed(4, { mode: 'delta', seq: 6, rows: [6, 5] })], LOG), ['H8'])
  assert.deepEqual(broken([...WRITTEN, ...resumed(null, { mode: 'delta', seq: 4, rows: [4] })], LOG), ['H8'])
})

test('HIS-8 a part of the log may leave out what a later row of it says again', () => {
  const edits = logOf([{ cid: 'm4' }, { type: 'message.edited', subject: 4 }, { type: 'message.edited', subject: 4 }])
  assert.deepEqual(broken([...WRITTEN, ...resumed(4, { mode: 'delta', seq: 6, rows: [6] })], edits), [])
  assert.deepEqual(broken([...WRITTEN, ...resumed(4, { mode: 'delta', seq: 6, rows: [5] })], edits), ['H8'])
})

test('HIS-3 no row comes to a connection twice by itself', () => {
  assert.deepEqual(broken([...WRITTEN, ...FRESH, received(5), received(5)], LOG), ['H3'])
  const repaired = resumed(4, { mode: 'delta', seq: 5, rows: [5] })
  assert.deepEqual(broken([...WRITTEN, ...FRESH, ...repaired, received(5), received(6)], LOG), [])
  const [asked, answered] = FRESH
  assert(asked !== undefined && answered !== undefined)
  const anew: Line[] = [asked, received(5), answered]
  assert.deepEqual(broken([...WRITTEN, ...FRESH, ...anew, received(5), received(6)], LOG), [], 'not again, but anew')
  assert.deepEqual(broken([...WRITTEN, ...FRESH, ...anew, received(6)], LOG), [], 'what it has is not told once more')
  assert.deepEqual(broken([...WRITTEN, ...FRESH, asked, answered, received(6)], LOG), ['H8'])
  assert.deepEqual(broken([...WRITTEN, ...FRESH, received(5), ...repaired, received(5)], LOG), ['H3'])
})

test('HIS-4 a row has one content for everybody, that of the log', () => {
  assert.deepEqual(broken([...WRITTEN, ...FRESH, received(5, { hash: 'other' })], LOG), ['H4'])
  assert.deepEqual(broken([...WRITTEN, ...FRESH, received(5, { ref: 'other' })], LOG), ['H4'])
  assert.deepEqual(broken([...WRITTEN, ...FRESH, received(5), received(6), received(7)], LOG), ['H2'])
})

test('HIS-4 what was deleted later may have been seen before', () => {
  const deleted = logOf([{ cid: 'm4' }, { cid: 'm5' }, { type: 'message.deleted', subject: 5 }])
  assert.deepEqual(broken([...WRITTEN, ...FRESH, received(5, { hash: 'before' })], deleted), [])
})

test('HIS-6 whoever has written something finds it afterwards', () => {
  const ada = (lines: Line[]): Line[] => lines.map((line) => ({ ...line, user: ADA }))
  const others = WRITTEN.slice(0, 2)
  const late = ada(resumed(4, { mode: 'delta', seq: 5, rows: [5] }))
  assert.deepEqual(broken([...others, ...sent('m6', 6, 3), ...late], LOG), ['H6'])
  assert.deepEqual(broken([...others, ...late, ...sent('m6', 6, 3)], LOG), [])
})

test('HIS-7 whoever has seen something is not led back behind it', () => {
  const back = resumed(4, { mode: 'delta', seq: 5, rows: [5] }, { conn: 'k2' })
  assert.deepEqual(broken([...WRITTEN, ...FRESH, received(5), received(6), ...back], LOG), ['H7'])
})

test('HIS-16 a log that was rolled back is noticed before it goes on', () => {
  const restored = logOf([{ cid: 'm4' }, { cid: 'm5', ref: 'new5' }, { cid: 'm6', ref: 'a6' }], {
    restores: [{ t: 50, seq: 4 }],
  })
  const before = [...WRITTEN, ...FRESH, received(5)]
  const after = (lines: Line[]): Line[] => lines.map((line) => ({ ...line, t: 60 }))
  const blind = after(resumed(5, { mode: 'delta', seq: 6, rows: [6] }, { conn: 'k2' }))
  assert.deepEqual(broken([...before, ...blind], restored), ['H16'])
  assert.deepEqual(broken([...before, ...after(resumed(5, { mode: 'reset', seq: 6 }, { conn: 'k2' }))], restored), [])
})

test('HIS-9 nothing numbered after a removal reaches the one who was removed', () => {
  const out = logOf([{ cid: 'm4' }, { type: 'member.left', member: KIM }, { cid: 'm6' }])
  assert.deepEqual(broken([...WRITTEN, ...FRESH, received(5)], out), [])
  assert.deepEqual(broken([...WRITTEN, ...FRESH, received(5), received(6)], out), ['H9'])
  assert.deepEqual(broken([...WRITTEN, { user: KIM, op: 'head', phase: 'ok', seq: 6 }], out), ['H9'])
  assert.deepEqual(broken([...WRITTEN, ...resumed(4, { mode: 'reset', seq: 6 })], out), ['H9'])
  const page: Line = { user: KIM, op: 'history', phase: 'ok', id: 'p', seq: 6 }
  assert.deepEqual(broken([...WRITTEN, page], out), ['H9'])
})

test('HIS-9 whoever came back may read what was written meanwhile', () => {
  const back = logOf([{ type: 'member.left', member: KIM }, { cid: 'm5' }, { type: 'member.joined', member: KIM }])
  assert.deepEqual(broken([...WRITTEN, ...resumed(4, { mode: 'delta', seq: 6, rows: [5, 6] })], back), [])
  assert.deepEqual(broken([...WRITTEN, ...resumed(null, { mode: 'reset', seq: 4 }), received(5)], back), ['H9'])
  const gone = logOf([
    { type: 'member.left', member: KIM },
    { cid: 'm4' },
    { type: 'member.joined', member: KIM },
    { type: 'member.left', member: KIM },
    { cid: 'm5' },
  ])
  const page = (seq: number): Line => ({ user: KIM, op: 'history', phase: 'ok', id: 'p', seq })
  assert.deepEqual(broken([...WRITTEN, page(5)], gone), [], 'read while back')
  assert.deepEqual(broken([...WRITTEN, page(8)], gone), ['H9'])
})
