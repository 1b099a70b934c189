import assert from 'node:assert/strict'
import { test } from 'node:test'
import { broken, KIM, logOf, sent } from './small-history.ts'

const TWO = logOf([{ cid: 'one' }, { cid: 'two' }])
const BOTH = [...sent('one', 4, 1), ...sent('two', 5, 2)]

test('HIS-1 what was acknowledged is in the log, where it was said to be', () => {
  assert.deepEqual(broken(BOTH, TWO), [])
  assert.deepEqual(broken([...BOTH, ...sent('three', 6, 3)], TWO), ['H1'])
  assert.deepEqual(broken([...sent('one', 5, 1), ...sent('two', 5, 2)], TWO), ['H1'])
  assert.deepEqual(broken([...sent('one', 4, 9), ...sent('two', 5, 2)], TWO), ['H1'])
})

test('HIS-1 what a log lost when it went back is not held against it', () => {
  const restored = logOf([{ cid: 'one' }], { restores: [{ t: 100, seq: 4 }] })
  assert.deepEqual(broken(BOTH, restored), [])
  const later = BOTH.map((line) => ({ ...line, t: 200 }))
  assert.deepEqual(broken(later, restored), ['H1'])
})

test('HIS-2 nothing is in the log that nobody wrote, or that was refused', () => {
  assert.deepEqual(broken(sent('one', 4, 1), TWO), ['H2'])
  const refused = [
    ...sent('one', 4, 1),
    { op: 'send', phase: 'invoke', cid: 'two' },
    { op: 'send', phase: 'fail', cid: 'two' },
  ] as const
  assert.deepEqual(broken([...refused], TWO), ['H2'])
  assert.deepEqual(broken([...refused], logOf([{ cid: 'one' }])), [])
})

test('HIS-2 what was given up may be there or not', () => {
  const unknown = [
    ...sent('one', 4, 1),
    { op: 'send', phase: 'invoke', cid: 'two' },
    { op: 'send', phase: 'info', cid: 'two' },
  ] as const
  assert.deepEqual(broken([...unknown], TWO), [])
  assert.deepEqual(broken([...unknown], logOf([{ cid: 'one' }])), [])
})

test('HIS-3 no cid stands in the log twice', () => {
  assert.deepEqual(broken(sent('one', 4, 1), logOf([{ cid: 'one' }, { cid: 'one' }])), ['H3'])
  const kims = logOf([{ cid: 'one' }, { cid: 'one', by: KIM }])
  assert.deepEqual(broken([...sent('one', 4, 1), { user: KIM, op: 'send', phase: 'invoke', cid: 'one' }], kims), [])
})

test('HIS-4 the numbers of a log are gapless, and so are those of its messages', () => {
  assert.deepEqual(broken(BOTH, logOf([{ cid: 'one' }, { cid: 'two', seq: 6 }])), ['H4'])
  assert.deepEqual(broken(BOTH, logOf([{ cid: 'one' }, { cid: 'two', n: 3 }])), ['H1', 'H4'])
})

test('HIS-5 one client keeps its order in one room; another may come in between', () => {
  const invoked = (cid: string, proc: string) => ({ op: 'send', phase: 'invoke', cid, proc }) as const
  const turned = logOf([{ cid: 'two' }, { cid: 'one' }])
  assert.deepEqual(broken([invoked('one', 'phone'), invoked('two', 'phone')], turned), ['H5'])
  assert.deepEqual(broken([invoked('one', 'phone'), invoked('two', 'laptop')], turned), [])
})

test('HIS-10 nothing is said about a message before it is there', () => {
  const edited = { type: 'message.edited', cid: 'edit' } as const
  const lines = [...sent('one', 4, 1), { op: 'write', phase: 'invoke', cid: 'edit' } as const]
  assert.deepEqual(broken(lines, logOf([{ cid: 'one' }, { ...edited, subject: 4 }])), [])
  assert.deepEqual(broken(lines, logOf([{ cid: 'one' }, { ...edited, subject: 3 }])), ['H10'])
})

test('HIS-15 every try of one cid gets the first answer', () => {
  const again = { op: 'send', phase: 'ok', cid: 'one' } as const
  assert.deepEqual(broken([...BOTH, { ...again, seq: 4, n: 1 }], TWO), [])
  assert.deepEqual(broken([...BOTH, { ...again, seq: 5, n: 2 }], TWO), ['H1', 'H15'])
})
