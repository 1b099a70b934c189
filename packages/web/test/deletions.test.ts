import assert from 'node:assert/strict'
import { test } from 'node:test'
import { NatterError } from '@natter/client'
import { createNotices } from '../src/app/notices.ts'
import { fakeNatter } from '../src/gallery/fake-natter.ts'
import { createDeletions } from '../src/timeline/deletions.ts'
import type { Deletions } from '../src/timeline/deletions.ts'
import { fakeClock } from './fake-clock.ts'
import { fakeStorage } from './fake-storage.ts'

const ROOM = 'rm_tea0'

function page(storage = fakeStorage(), clock = fakeClock()) {
  const asked: number[] = []
  const natter = fakeNatter({})
  const state = { isClosed: false }
  const room = {
    ...natter.room(ROOM),
    delete: async (seq: number) => {
      if (state.isClosed) throw new NatterError('stopped', 'This was closed.')
      asked.push(seq)
    },
  }
  const notices = createNotices(clock)
  const open = (): Deletions =>
    createDeletions({ natter: { room: () => room }, notices, clock, storage, user: 'us_ana0' })
  return { asked, clock, notices, open, state, storage, deletions: open() }
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

test('WEB-161 a message is gone from the screen at once and from the server when nobody took that back', async () => {
  const { asked, clock, deletions } = page()
  deletions.delete(ROOM, 7)
  assert.deepEqual([...deletions.hidden(ROOM)], [7])
  clock.pass(4_999)
  assert.deepEqual(asked, [])
  clock.pass(1)
  await settled()
  assert.deepEqual(asked, [7])
  assert.deepEqual([...deletions.hidden(ROOM)], [])
})

test('WEB-161 taken back it is there again, and never deleted, also after a reload', async () => {
  const { asked, clock, deletions, notices, open, storage } = page()
  deletions.delete(ROOM, 7)
  assert(storage.length > 0, 'the wish must have been kept for this to mean anything')
  notices.take(notices.shown.value[0]?.id ?? 0)
  assert.deepEqual([...deletions.hidden(ROOM)], [])
  assert.equal(storage.length, 0)
  open()
  clock.pass(60_000)
  await settled()
  assert.deepEqual(asked, [])
})

test('WEB-161 a reload in between hides it still and carries it out', async () => {
  const before = page()
  before.deletions.delete(ROOM, 7)
  const after = page(before.storage, fakeClock(1_000))
  assert.deepEqual([...after.deletions.hidden(ROOM)], [7])
  after.clock.pass(15_000)
  await settled()
  assert.deepEqual(after.asked, [7])
  assert.equal(before.storage.length, 0)
})

test('WEB-161 another tab leaves it to the one that asks, and shows it again when it was taken back', async () => {
  const first = page()
  first.deletions.delete(ROOM, 7)
  const second = page(first.storage, first.clock)
  first.notices.take(first.notices.shown.value[0]?.id ?? 0)
  first.clock.pass(20_000)
  await settled()
  assert.deepEqual([...first.asked, ...second.asked], [])
  assert.deepEqual([...second.deletions.hidden(ROOM)], [])
})

test('WEB-161 another tab leaves it to the one that asks for as long as that one asks', async () => {
  const first = page()
  first.deletions.delete(ROOM, 7)
  first.notices.hold(true)
  const second = page(first.storage, first.clock)
  first.clock.pass(60_000)
  await settled()
  assert.deepEqual([first.asked, second.asked, [...second.deletions.hidden(ROOM)]], [[], [], [7]])
  first.notices.hold(false)
  first.clock.pass(5_000)
  await settled()
  first.clock.pass(15_000)
  await settled()
  assert.deepEqual([first.asked, second.asked, [...second.deletions.hidden(ROOM)]], [[7], [], []])
})

test('WEB-161 a clock that was set back delays it no longer than any reload', async () => {
  const before = page(fakeStorage(), fakeClock(3_600_000))
  before.deletions.delete(ROOM, 7)
  const after = page(before.storage)
  after.clock.pass(15_000)
  await settled()
  assert.deepEqual([after.asked, [...after.deletions.hidden(ROOM)]], [[7], []])
})

test('WEB-161 signing out after a reload carries it out too, unless it was taken back elsewhere', async () => {
  const before = page()
  before.deletions.delete(ROOM, 7)
  const elsewhere = page(before.storage)
  elsewhere.deletions.delete(ROOM, 8)
  const after = page(before.storage)
  elsewhere.notices.take(elsewhere.notices.shown.value[0]?.id ?? 0)
  await after.deletions.carryOutNow()
  assert.deepEqual([after.asked, before.storage.length], [[7], 0])
  after.clock.pass(60_000)
  await settled()
  assert.deepEqual(after.asked, [7])
})

test('WEB-161 who signs out in between has it carried out before; once, whatever the notice does after that', async () => {
  const { asked, clock, deletions, notices } = page()
  deletions.delete(ROOM, 7)
  await deletions.carryOutNow()
  assert.deepEqual(asked, [7])
  notices.take(notices.shown.value[0]?.id ?? 0)
  clock.pass(60_000)
  await deletions.carryOutNow()
  assert.deepEqual(asked, [7])
})

test('WEB-161 what came too late for this connection is carried out by the next page', async () => {
  const before = page()
  before.deletions.delete(ROOM, 7)
  before.state.isClosed = true
  before.clock.pass(5_000)
  await settled()
  assert.deepEqual([before.asked, before.notices.shown.value.length], [[], 0])
  const after = page(before.storage, fakeClock(1_000))
  after.clock.pass(15_000)
  await settled()
  assert.deepEqual(after.asked, [7])
})
