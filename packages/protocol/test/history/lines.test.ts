import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseHistoryLine } from '@natter/protocol/schemas'
import { consequencesOf, historyLines } from '../../src/history/index.ts'
import { logOf, received, recordsOf, resumed, sent } from './small-history.ts'

const LOG = logOf([{ cid: 'one' }], { restores: [{ t: 3, seq: 2 }], stateHash: 's' })
const RECORDS = recordsOf([
  ...sent('one', 4, 1),
  ...resumed(null, { mode: 'reset', seq: 3 }),
  ...resumed(3, { mode: 'delta', seq: 4, rows: [4] }),
  received(5),
  { op: 'send', phase: 'info', cid: 'two' },
  { op: 'write', phase: 'fail', cid: 'three' },
  { op: 'resume', phase: 'fail', conn: 'k1', id: 'q' },
  { op: 'history', phase: 'invoke', id: 'h' },
  { op: 'history', phase: 'ok', id: 'h', seq: 0 },
  { op: 'mark', phase: 'ok', seq: 4, n: 1 },
  { op: 'force', phase: 'invoke' },
  { op: 'head', phase: 'ok', seq: 4 },
  { op: 'state', phase: 'ok', hash: 's', unread: 0, mark: 4 },
])

test('HIS-18 a history is written as lines, the logs first, and reads back as it was', () => {
  const lines = [...historyLines(RECORDS, [LOG])].map(parseHistoryLine)
  const { rows, room, ...about } = LOG
  assert.deepEqual(lines, [
    { log: { op: 'log', room, ...about } },
    ...rows.map((row) => ({ row: { op: 'row', room, ...row } })),
    ...RECORDS.map((record) => ({ record })),
  ])
})

test('HIS-18 lines of other kinds are passed over, broken ones say what is wrong with them', () => {
  const [send] = recordsOf(sent('one', 4, 1)).slice(2)
  const changed = (fields: object): unknown => parseHistoryLine(JSON.stringify({ ...send, ...fields }))
  for (const line of ['{}', '{"op":"note"}', '{"op":7}', '{"op":"constructor","phase":"ok"}', '{"op":"__proto__"}'])
    assert.equal(parseHistoryLine(line), 'passedOver', line)
  assert.deepEqual(changed({ later: 'fields' }), { record: send })
  assert.deepEqual(parseHistoryLine('{"op":"se'), { broken: 'this is not JSON' })
  assert.deepEqual(parseHistoryLine('[1]'), { broken: 'this is no object' })
  assert.deepEqual(changed({ phase: 'done' }), { broken: '"send" has no phase "done"' })
  assert.deepEqual(changed({ phase: undefined }), { broken: '"send" has no phase undefined' })
  for (const [field, fields] of Object.entries({
    room: { room: 'den' },
    user: { user: 7 },
    t: { t: null },
    cid: { cid: '' },
  }))
    assert.match((changed(fields) as { broken: string }).broken, new RegExp(`^"${field}": `))
  assert.match((changed({ phase: 'ok', seq: 1.5 }) as { broken: string }).broken, /^"seq": /)
})

test('HIS-19 violations are counted by what they mean to people', () => {
  assert.deepEqual(consequencesOf({}), { lost: 0, doubled: 0, reordered: 0, gaps: 0 })
  const counts = { H1: 1, H6: 2, H3: 3, H15: 4, H4: 5, H5: 6, H7: 7, H8: 8, H9: 9, H16: 10 }
  assert.deepEqual(consequencesOf(counts), { lost: 3, doubled: 7, reordered: 18, gaps: 8 })
})
