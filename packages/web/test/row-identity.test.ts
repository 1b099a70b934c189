import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TimelineItem } from '@natter/client'
import { rememberedDays } from '../src/timeline/day-keys.ts'
import { movedRows } from '../src/timeline/moved-rows.ts'
import { createRowExtents } from '../src/timeline/row-extents.ts'
import { timelineRows } from '../src/timeline/timeline-rows.ts'
import type { Row } from '../src/timeline/timeline-rows.ts'
import { conversation, joined, message, pending } from '../src/gallery/fake-conversation.ts'
import { ana, ben } from '../src/gallery/fake-people.ts'

const DAY_MS = 86_400_000
const OPTIONS = {
  self: ana.id,
  divider: undefined,
  atStart: true,
  dayKey: (at: number) => String(Math.floor(at / DAY_MS)),
  hasEvents: true,
}

const rowsOf = (items: TimelineItem[], before?: Row[]): Row[] => timelineRows(items, OPTIONS, before)

test('WEB-158 rows that did not change are the same objects, whatever comes before and behind them', () => {
  const items = conversation()
  const before = rowsOf(items)
  const earlier = joined(1, 'rm_concert', ben)
  const later = message(99, { minutesAgo: 0, by: ben, text: 'new' })
  const after = rowsOf([earlier, ...items, later], before)
  const same = after.filter((row) => before.includes(row))
  assert.equal(same.length, before.length)
  assert.equal(after.length, before.length + 3)
  assert.deepEqual(rowsOf([earlier, ...items, later]), after)
})

test('WEB-158 a changed message, a new head of a group and a longer run of events are new rows', () => {
  const items = conversation()
  const before = rowsOf(items)
  const changed = items.map((item, index) => (index === 1 ? { ...item } : item))
  assert.equal(rowsOf(changed, before).filter((row) => !before.includes(row)).length, 1)
  // Without the message above it the next one of the same author shows who that is.
  const headless = rowsOf(items.slice(1), before)
  assert(
    headless.some((row) => row.key === 'c2' && row.kind === 'message' && row.isFirstOfGroup && !before.includes(row)),
  )
  const events = [joined(2, 'rm_concert', ben)]
  const one = rowsOf(events)
  const two = rowsOf([...events, joined(3, 'rm_concert', ana)], one)
  assert.deepEqual(
    two.map((row) => one.includes(row)),
    [true, false],
  )
})

test('WEB-158 a thousand rows are put together in a few milliseconds', () => {
  const items = Array.from({ length: 1_000 }, (_, seq) => message(seq + 1, { minutesAgo: 0, by: ben, text: 'x' }))
  let rows = rowsOf(items)
  const startedAt = performance.now()
  for (let round = 0; round < 20; round++) rows = rowsOf(items, rows)
  const eachMs = (performance.now() - startedAt) / 20
  assert(eachMs < 10, `took ${eachMs} ms`)
})

test('WEB-11 days are looked up once a quarter of an hour', () => {
  let asked = 0
  const dayKey = rememberedDays((at) => `${++asked} ${Math.floor(at / DAY_MS)}`)
  const keys = [0, 1, 899_999, 900_000, DAY_MS - 1, DAY_MS].map(dayKey)
  assert.deepEqual(keys, ['1 0', '1 0', '1 0', '2 0', '3 0', '4 1'])
})

test('WEB-159 one’s own message that the server put above others has moved; one that others joined above has not', () => {
  const said = (seq: number, cid = `c${seq}`): TimelineItem => ({
    ...message(seq, { minutesAgo: 0, by: ana, text: 'x' }),
    key: cid,
  })
  const before = rowsOf([said(1), said(5), pending('mine', 'x')])
  assert.deepEqual(movedRows(before, rowsOf([said(1), said(4, 'mine'), said(5)])), ['mine'])
  assert.deepEqual(movedRows(before, rowsOf([said(1), said(5), said(6), said(7, 'mine')])), [])
  assert.deepEqual(movedRows(rowsOf([said(1), said(5)]), rowsOf([said(5), said(1)])), [])
})

test('WEB-156 a row that was never drawn is as high as others of its kind', () => {
  const extents = createRowExtents()
  const [day, first, second, third] = rowsOf(conversation())
  assert(day && first && second && third)
  extents.measured(first, 100)
  extents.measured(second, 30)
  assert.deepEqual([first, second].map(extents.of), [100, 30])
  const other = rowsOf([message(50, { minutesAgo: 0, by: ben, text: 'y' })]).at(-1)
  assert(other)
  assert.equal(extents.of(other), 100)
})
