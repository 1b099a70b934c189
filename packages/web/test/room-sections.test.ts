import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RoomSummary } from '@natter/client'
import type { Room, RoomId, UserId } from '@natter/protocol'
import { documentTitle } from '../src/app/document-title.ts'
import { roomStep } from '../src/app/room-step.ts'
import { roomTitle } from '../src/room/room-title.ts'
import { badgeCount, neighbour, roomSections } from '../src/sidebar/room-sections.ts'

const ana: UserId = 'us_ana0'
const ben: UserId = 'us_ben0'

function summary(id: RoomId, room: Partial<Room>, more: Partial<RoomSummary> = {}): RoomSummary {
  const whole: Room = {
    id,
    kind: 'public',
    createdAt: 0,
    createdBy: ana,
    head: [0, ''],
    n: 0,
    members: 1,
    updatedSeq: 0,
    ...room,
  }
  return { id, room: whole, unread: 0, mentions: 0, lastAt: 0, readSeq: 0, opened: false, failedSends: 0, ...more }
}

const ROOMS = [
  summary('rm_tea0', { name: 'Tea' }, { unread: 3 }),
  summary('rm_dmben', { kind: 'direct', people: [ana, ben] }, { unread: 2 }),
  summary('rm_old0', { name: 'archive', archivedAt: 1 }),
  summary('rm_all2', { name: 'all 2', kind: 'private' }, { unread: 5, mentions: 1 }),
  summary('rm_all10', { name: 'all 10' }),
  summary('rm_group', { kind: 'group', people: [ana, ben, 'us_cleo'] }),
]
const ids = (summaries: RoomSummary[]): string[] => summaries.map(({ id }) => id)

test('WEB-7 rooms stand by name, archived ones last, conversations by recency', () => {
  const { rooms, people } = roomSections(ROOMS)
  assert.deepEqual(ids(rooms), ['rm_all2', 'rm_all10', 'rm_tea0', 'rm_old0'])
  assert.deepEqual(ids(people), ['rm_dmben', 'rm_group'])
})

test('WEB-8 the badge counts mentions in rooms and every message in conversations', () => {
  assert.deepEqual(ROOMS.map(badgeCount), [0, 2, 0, 1, 0, 0])
})

test('WEB-7 stepping goes around, and with Shift only to what is unread', () => {
  const sections = roomSections(ROOMS)
  assert.equal(neighbour(sections, 'rm_group', { step: 1, onlyUnread: false })?.id, 'rm_all2')
  assert.equal(neighbour(sections, 'rm_all2', { step: -1, onlyUnread: false })?.id, 'rm_group')
  assert.equal(neighbour(sections, 'rm_all2', { step: 1, onlyUnread: true })?.id, 'rm_tea0')
  assert.equal(neighbour(sections, undefined, { step: -1, onlyUnread: true })?.id, 'rm_dmben')
  assert.equal(neighbour({ rooms: [], people: [] }, undefined, { step: 1, onlyUnread: false }), undefined)
})

test('WEB-7 only Alt with an arrow steps', () => {
  const key = { key: 'ArrowUp', altKey: true, shiftKey: false, ctrlKey: false, metaKey: false }
  assert.deepEqual(roomStep(key), { step: -1, onlyUnread: false })
  assert.deepEqual(roomStep({ ...key, key: 'ArrowDown', shiftKey: true }), { step: 1, onlyUnread: true })
  for (const change of [{ altKey: false }, { ctrlKey: true }, { metaKey: true }, { key: 'a' }]) {
    assert.equal(roomStep({ ...key, ...change }), undefined)
  }
})

test('WEB-7 a conversation is called by the others in it', () => {
  const names = new Map([
    [ana, 'Ana'],
    [ben, 'Ben'],
  ])
  const title = (people: UserId[]): string | undefined =>
    roomTitle(summary('rm_dm00', { kind: 'direct', people }).room, ana, (user) => names.get(user))
  assert.equal(title([ana, ben]), 'Ben')
  assert.equal(title([ana]), 'Ana (you)')
  assert.equal(title([ana, ben, 'us_cleo']), undefined)
})

test('WEB-9 the tab says what waits, where one is, and whose place it is', () => {
  assert.equal(documentTitle({ waiting: 0, room: undefined, place: 'Den' }), 'Den')
  assert.equal(documentTitle({ waiting: 3, room: 'tea', place: 'Den' }), '(3) tea · Den')
  assert.equal(documentTitle({ waiting: 120, room: 'tea', place: 'Den' }), '(99+) tea · Den')
})
