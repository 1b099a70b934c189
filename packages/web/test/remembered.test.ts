import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Natter, OutboxEntry, RoomHandle, RoomSummary, Timeline } from '@natter/client'
import type { Message, RoomId, User } from '@natter/protocol'
import { DRAW_EVERY_MS } from '../src/app/paced-view.ts'
import { createCopyKeeper, WRITE_AFTER_MS } from '../src/offline/copy-keeper.ts'
import type { CopyKeeper } from '../src/offline/copy-keeper.ts'
import { ITEMS_MAX, rememberPeople, roomsToForget, TIMELINES_MAX } from '../src/offline/copy.ts'
import type { Copy, RememberedHead, RememberedTimeline } from '../src/offline/copy.ts'
import { rememberedNatter } from '../src/offline/remembered-natter.ts'
import { createSharedOutbox } from '../src/offline/shared-outbox.ts'
import { shownTimeline } from '../src/offline/shown-timeline.ts'
import { cell } from '../src/gallery/cell.ts'
import type { Cell } from '../src/gallery/cell.ts'
import { fakeNatter } from '../src/gallery/fake-natter.ts'
import { ana, ben } from '../src/gallery/fake-people.ts'
import { PUBLIC_ROOMS } from '../src/gallery/fake-rooms.ts'
import { fakeClock } from './fake-clock.ts'
import type { FakeClock } from './fake-clock.ts'
import { fakeRows } from './fake-rows.ts'
import { fakeTabs } from './fake-tabs.ts'
import type { FakeTabs } from './fake-tabs.ts'

const PLACE = { name: 'Den', signup: 'open', empty: false, version: '0.1.0' } as const
const [ROOM] = PUBLIC_ROOMS
assert(ROOM)
const { id } = ROOM

const SUMMARY: RoomSummary = {
  id,
  room: ROOM,
  unread: 0,
  mentions: 0,
  lastAt: undefined,
  readSeq: 0,
  opened: false,
  failedSends: 0,
}

function messageItem(seq: number): Timeline['items'][number] {
  const message: Message = { seq, n: seq, by: ben.id, at: seq, cid: `c${seq}`, text: `text ${seq}` }
  return { kind: 'message', key: `#${seq}`, message }
}

function timelineOf(change: Partial<Timeline>): Timeline {
  return {
    items: [],
    status: 'live',
    atStart: true,
    atEnd: true,
    newer: 0,
    loadingOlder: false,
    loadingNewer: false,
    readMark: { seq: 0, n: 0 },
    unread: 0,
    ...change,
  }
}

const REMEMBERED: RememberedTimeline = {
  room: id,
  info: ROOM,
  openedAt: 1,
  items: [messageItem(1), messageItem(2)],
  atStart: true,
  readMark: { seq: 2, n: 2 },
  unread: 0,
}
const COPY: Copy = {
  head: { account: ana.id, self: ana, place: PLACE, rooms: [SUMMARY], settings: { density: 'compact' }, people: [ben] },
  timelines: new Map([[id, REMEMBERED]]),
}
const WAITING: OutboxEntry = { cid: 'w', room: id, text: 'waits', at: 9, order: 9, by: ana.id }

interface World {
  natter: Natter
  self: Cell<User | undefined>
  rooms: Cell<readonly RoomSummary[]>
  timeline: Cell<Timeline>
  sent: string[]
  clock: FakeClock
}

/** The SDK before its first greeting, with a copy around it. */
function world(): World {
  const self = cell<User | undefined>(undefined)
  const rooms = cell<readonly RoomSummary[]>([])
  const timeline = cell(timelineOf({ status: 'loading', atStart: false }))
  const sent: string[] = []
  const bare = fakeNatter({})
  const handle: RoomHandle = {
    ...bare.room(id),
    info: cell(undefined),
    timeline,
    send: (text) => {
      sent.push(text)
      return { cid: 'sdk', sent: new Promise(() => {}) }
    },
  }
  const other: RoomHandle = { ...handle, id: 'rm_other' }
  const nobody = cell(undefined)
  const room = (of: RoomId): RoomHandle => (of === id ? handle : other)
  const natter: Natter = { ...bare, self, rooms, user: () => nobody, room }
  const clock = fakeClock()
  const outbox = createSharedOutbox({
    account: ana.id,
    tab: 'one',
    channel: fakeTabs().open(),
    rows: fakeRows(),
    clock,
  })
  const keeper = { opened: () => {}, closed: () => {}, flush: () => {}, end: () => {} }
  const options = { copy: COPY, keeper, outbox, clock, newId: () => 'early', onClose: () => {} }
  return { natter: rememberedNatter(natter, options), self, rooms, timeline, sent, clock }
}

test('WEB-141 until the server has greeted, the rooms, people and messages of the last visit are there', () => {
  const { natter } = world()
  assert.deepEqual(natter.rooms.value, [SUMMARY])
  assert.deepEqual(natter.self.value, ana)
  assert.deepEqual(natter.settings.value, COPY.head.settings)
  assert.deepEqual(natter.user(ben.id).value, ben)
  assert.deepEqual(natter.room(id).info.value, ROOM)
  const { items, status, readMark } = natter.room(id).timeline.value
  assert.deepEqual([items, status, readMark], [REMEMBERED.items, 'loading', REMEMBERED.readMark])
})

test('WEB-141 what the SDK has counts, and listeners hear of the change', () => {
  const { natter, self, rooms, timeline, clock } = world()
  const heard: unknown[] = []
  const counts: number[] = []
  natter.rooms.subscribe((value) => heard.push(value))
  natter.room(id).timeline.subscribe((value) => counts.push(value.items.length))
  rooms.set([{ ...SUMMARY, unread: 3 }])
  self.set(ana)
  timeline.set(timelineOf({ items: [messageItem(1), messageItem(2), messageItem(3)] }))
  clock.pass(DRAW_EVERY_MS)
  assert.deepEqual([heard, counts.at(-1)], [[[{ ...SUMMARY, unread: 3 }]], 3])
})

test('WEB-290 the list of rooms is told ten times a second at most, of a new room at once', () => {
  const { natter, self, rooms, clock } = world()
  self.set(ana)
  const heard: number[][] = []
  natter.rooms.subscribe((all) => heard.push(all.map(({ unread }) => unread)))
  clock.pass(DRAW_EVERY_MS)
  for (let unread = 1; unread <= 5; unread++) {
    rooms.set([{ ...SUMMARY, unread }])
    clock.pass(DRAW_EVERY_MS / 10)
  }
  assert.deepEqual([heard, natter.rooms.value[0]?.unread], [[[1]], 5])
  clock.pass(DRAW_EVERY_MS)
  assert.deepEqual(heard, [[1], [5]])
  rooms.set([
    { ...SUMMARY, unread: 5 },
    { ...SUMMARY, id: 'rm_other' },
  ])
  assert.deepEqual(heard, [[1], [5], [5, 0]])
})

test('WEB-141 a room one was removed from is gone with the greeting', () => {
  const { natter, self } = world()
  assert.equal(natter.room(id).timeline.value.items.length, 2)
  self.set(ana)
  assert.deepEqual([natter.rooms.value, natter.room(id).timeline.value.items], [[], []])
})

test('WEB-139 before the greeting a message goes through the shared outbox, after it through the SDK', () => {
  const { natter, self, sent } = world()
  assert.equal(natter.room(id).send('early').cid, 'early')
  assert.deepEqual(sent, [])
  self.set(ana)
  assert.equal(natter.room(id).send('late').cid, 'sdk')
  assert.deepEqual(sent, ['late'])
})

test('WEB-138 what waits in another tab stands below, once, and not in the middle of the history', () => {
  const own = timelineOf({ items: [messageItem(1)] })
  const shown = shownTimeline(own, undefined, [WAITING])
  assert.deepEqual(
    shown.items.map(({ kind, key }) => [kind, key]),
    [
      ['message', '#1'],
      ['pending', 'w'],
    ],
  )
  assert.equal(shown.items[1], shownTimeline(own, undefined, [WAITING]).items[1])
  const echoed = timelineOf({ items: [{ ...messageItem(2), key: 'w' }] })
  assert.equal(shownTimeline(echoed, undefined, [WAITING]), echoed)
  const further = timelineOf({ items: [messageItem(1)], atEnd: false })
  assert.equal(shownTimeline(further, undefined, [WAITING]), further)
})

interface Keeping {
  keeper: CopyKeeper
  natter: Natter
  clock: FakeClock
  tabs: FakeTabs
  saved: { head: RememberedHead; timelines: readonly RememberedTimeline[] }[]
}

/** A tab that keeps the copy of `items`, in a room that is open. */
function keeping(items: Timeline['items']): Keeping {
  const clock = fakeClock(1_000)
  const tabs = fakeTabs()
  const saved: Keeping['saved'] = []
  const store = {
    load: async () => undefined,
    save: async (head: RememberedHead, timelines: readonly RememberedTimeline[]) =>
      void saved.push({ head, timelines }),
    clear: async () => {},
  }
  const natter = fakeNatter({ rooms: [SUMMARY], timeline: { items } })
  const stay = { natter, account: ana.id, place: PLACE, store, channel: tabs.open(), clock, known: undefined }
  const keeper = createCopyKeeper(stay)
  keeper.opened(natter.room(id))
  return { keeper, natter, clock, tabs, saved }
}

test('WEB-141 the copy holds the last messages of the rooms last open, within its bounds', () => {
  const items = Array.from({ length: ITEMS_MAX + 5 }, (_, index) => messageItem(index + 1))
  const { keeper, natter, clock, saved } = keeping(items)
  clock.pass(WRITE_AFTER_MS)
  const [{ head, timelines } = assert.fail('nothing was written')] = saved
  assert.deepEqual(head, {
    account: ana.id,
    self: ana,
    place: PLACE,
    rooms: [SUMMARY],
    settings: natter.settings.value,
    people: [ben],
  })
  assert.deepEqual(
    timelines.map((each) => [each.room, each.items.length, each.items[0]?.key, each.atStart]),
    [[id, ITEMS_MAX, '#6', false]],
  )
  keeper.end()
  keeper.flush()
  assert.equal(saved.length, 1)
})

test('WEB-143 a tab without a connection writes the copy no more once another has signed out', () => {
  const { keeper, tabs, saved } = keeping([messageItem(1)])
  keeper.flush()
  assert.equal(saved.length, 1, 'it must have written for this to mean anything')
  tabs.open().post({ kind: 'forget' })
  tabs.deliver()
  keeper.flush()
  assert.equal(saved.length, 1)
})

test('WEB-141 the longest closed rooms are forgotten first, and all one is not in', () => {
  const rooms = Array.from({ length: TIMELINES_MAX + 2 }, (_, index) => ({
    room: `rm_room${index}` as RoomId,
    openedAt: index,
  }))
  assert.deepEqual(
    roomsToForget(rooms, (room) => room !== 'rm_room9'),
    ['rm_room0', 'rm_room9'],
  )
  assert.deepEqual(
    rememberPeople([ana, ben], [{ ...ana, name: 'Ana R.' }]).map(({ name }) => name),
    [ben.name, 'Ana R.'],
  )
})
