import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TimelineItem } from '@natter/client'
import type { DurableEvent, Room, UserId } from '@natter/protocol'
import { timeFormat } from '../src/app/format-time.ts'
import { timelineRows } from '../src/timeline/timeline-rows.ts'
import type { Row, RowOptions } from '../src/timeline/timeline-rows.ts'

const ana: UserId = 'us_ana0'
const ben: UserId = 'us_ben0'
const NOON = Date.UTC(2026, 10, 20, 12)
const MINUTE = 60_000
const HOUR = 60 * MINUTE

const time = timeFormat({ language: 'en-GB', timeZone: 'UTC' })
const OPTIONS: RowOptions = { self: ana, divider: undefined, atStart: true, dayKey: time.dayKey, hasEvents: true }

function said(n: number, by: UserId, at: number, replyTo?: number): TimelineItem {
  const message = { seq: n + 1, n, by, at, cid: `c${n}`, text: `message ${n}` }
  return { kind: 'message', key: `c${n}`, message: replyTo === undefined ? message : { ...message, replyTo } }
}

function joined(seq: number, at: number): TimelineItem {
  const member = { user: ben, role: 'member' as const, joinedAt: at }
  const event: DurableEvent = { type: 'member.joined', room: 'rm_room', seq, ref: '', at, by: ben, member, members: 2 }
  return { kind: 'event', key: `#${seq}`, event }
}

function renamed(seq: number, at: number): TimelineItem {
  const details: Room = {
    id: 'rm_room',
    kind: 'public',
    createdAt: 0,
    createdBy: ana,
    head: [seq, ''],
    n: 0,
    members: 1,
    updatedSeq: seq,
    name: `room ${seq}`,
  }
  const event: DurableEvent = { type: 'room.updated', room: 'rm_room', seq, ref: '', at, by: ben, details }
  return { kind: 'event', key: `#${seq}`, event }
}

function unsent(cid: string, at: number): TimelineItem {
  return { kind: 'pending', key: cid, cid, text: 'on its way', at, state: 'pending' }
}

/** The rows in one line each: `c1*` is a message that shows its author. */
function sketch(items: TimelineItem[], options: Partial<RowOptions> = {}): string[] {
  return timelineRows(items, { ...OPTIONS, ...options }).map(sketchRow)
}

function sketchRow(row: Row): string {
  if (row.kind === 'day') return time.dayKey(row.at)
  if (row.kind === 'events') return `events ${row.events.length}`
  return row.kind === 'unread' ? 'unread' : `${row.key}${row.isFirstOfGroup ? '*' : ''}`
}

test('WEB-10 messages of one author within five minutes show their author once', () => {
  const items = [
    said(1, ana, NOON),
    said(2, ana, NOON + 5 * MINUTE - 1),
    said(3, ana, NOON + 10 * MINUTE),
    said(4, ben, NOON + 10 * MINUTE),
    said(5, ben, NOON + 11 * MINUTE, 1),
    said(6, ben, NOON + 11 * MINUTE),
  ]
  assert.deepEqual(sketch(items), ['2026-11-20', 'c1*', 'c2', 'c3*', 'c4*', 'c5*', 'c6'])
})

test('WEB-10 what is not sent yet belongs to the reader and joins their group', () => {
  const items = [said(1, ana, NOON), unsent('p1', NOON + MINUTE), unsent('p2', NOON + MINUTE)]
  assert.deepEqual(sketch(items), ['2026-11-20', 'c1*', 'p1', 'p2'])
})

test('WEB-11 a new day starts with its separator and a new group', () => {
  const items = [said(1, ana, NOON + 12 * HOUR - 1), said(2, ana, NOON + 12 * HOUR)]
  assert.deepEqual(sketch(items), ['2026-11-20', 'c1*', '2026-11-21', 'c2*'])
})

test('WEB-16 neighbouring events share a row, break groups, and stay out of direct conversations', () => {
  const items = [said(1, ben, NOON), joined(3, NOON), joined(4, NOON), said(4, ben, NOON + MINUTE)]
  assert.deepEqual(sketch(items), ['2026-11-20', 'c1*', 'events 2', 'c4*'])
  assert.deepEqual(sketch(items, { hasEvents: false }), ['2026-11-20', 'c1*', 'c4'])
})

test('WEB-16 events know what the room was like before them, also once that is loaded', () => {
  const items = [renamed(1, NOON), said(1, ana, NOON), renamed(3, NOON), renamed(4, NOON)]
  const namesIn = (rows: Row[]): unknown[] =>
    rows.flatMap((row) => (row.kind === 'events' ? [[row.before?.name, row.events.length]] : []))
  const late = timelineRows(items.slice(1), OPTIONS)
  assert.deepEqual(namesIn(late), [[undefined, 2]])
  assert.deepEqual(namesIn(timelineRows(items, OPTIONS, late)), [
    [undefined, 1],
    ['room 1', 2],
  ])
})

test('WEB-12 the divider stands before the first message of others after the mark', () => {
  const items = [said(1, ben, NOON), said(2, ana, NOON), said(3, ben, NOON), said(4, ben, NOON)]
  assert.deepEqual(sketch(items, { divider: { after: { seq: 2, n: 1 } } }), [
    '2026-11-20',
    'c1*',
    'c2*',
    'unread',
    'c3*',
    'c4',
  ])
  assert.deepEqual(sketch(items, { divider: { after: { seq: 5, n: 4 } } }), ['2026-11-20', 'c1*', 'c2*', 'c3*', 'c4'])
})

test('WEB-12 there is no divider where the first unread message is not loaded', () => {
  const items = [said(7, ben, NOON), said(8, ben, NOON)]
  const divider = { after: { seq: 3, n: 3 } }
  assert(!sketch(items, { divider, atStart: false }).includes('unread'))
  assert(sketch(items, { divider: { after: { seq: 7, n: 6 } }, atStart: false }).includes('unread'))
  assert(sketch(items, { divider, atStart: true }).includes('unread'))
})

test('WEB-11 every row has a key of its own, also when the clock went back', () => {
  const items = [said(1, ana, NOON), said(2, ana, NOON + 24 * HOUR), said(3, ana, NOON), joined(9, NOON)]
  const keys = timelineRows(items, OPTIONS).map(({ key }) => key)
  assert.equal(new Set(keys).size, keys.length)
})
