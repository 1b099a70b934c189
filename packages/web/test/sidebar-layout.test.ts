import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RoomSummary } from '@natter/client'
import type { Room, RoomId, UserId } from '@natter/protocol'
import type { Settings } from '../src/settings/own-settings.ts'
import { preferenceChange, roomPreference, toggled } from '../src/settings/room-preferences.ts'
import { isOrdered, mayHold, moveBy, moveInto } from '../src/sidebar/move-room.ts'
import { addSection, moveSection, removeSection, renameSection } from '../src/sidebar/own-sections.ts'
import { badgeCount, neighbour, sidebarLayout } from '../src/sidebar/sidebar-layout.ts'
import type { SidebarSection } from '../src/sidebar/sidebar-layout.ts'
import { foldChange, sidebarWishes, wishChange } from '../src/sidebar/sidebar-wishes.ts'

const ana: UserId = 'us_ana0'
const ben: UserId = 'us_ben0'

function summary(id: RoomId, room: Partial<Room>, more: Partial<RoomSummary> = {}): RoomSummary {
  const base = { kind: 'public' as const, createdAt: 0, createdBy: ana, head: [0, ''] as [number, string] }
  const whole: Room = { id, ...base, n: 0, members: 1, updatedSeq: 0, ...room }
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

const NOWHERE = { open: undefined, isHeld: false }

function shown(
  settings: Settings = {},
  sight: Parameters<typeof sidebarLayout>[2] = NOWHERE,
): Record<string, string[]> {
  const sections = sidebarLayout(ROOMS, settings, sight)
  return Object.fromEntries(sections.map(({ id, rows }) => [id, rows.map((row) => row.summary.id)]))
}

function section(id: string, settings: Settings = {}): SidebarSection {
  const found = sidebarLayout(ROOMS, settings, NOWHERE).find((each) => each.id === id)
  assert(found)
  return found
}

test('WEB-7 rooms stand by name, archived ones last, conversations by recency', () => {
  assert.deepEqual(shown(), {
    favourites: [],
    rooms: ['rm_all2', 'rm_all10', 'rm_tea0', 'rm_old0'],
    people: ['rm_dmben', 'rm_group'],
  })
})

test('WEB-8 the badge counts mentions in rooms and every message in conversations', () => {
  assert.deepEqual(
    ROOMS.map((each) => badgeCount(each)),
    [0, 2, 0, 1, 0, 0],
  )
})

test('WEB-215 favourites and own sections take rooms and conversations out of the usual places', () => {
  const settings = {
    'room.rm_tea0': { favourite: true, section: 's1' },
    'room.rm_dmben': { section: 's1' },
    'room.rm_all10': { section: 'gone' },
    'sidebar.sections': [{ id: 's1', name: 'Work' }, { id: 's2', name: 'Play' }, 'rubbish', { id: 's3', name: ' ' }],
  }
  assert.deepEqual(shown(settings), {
    favourites: ['rm_tea0'],
    s1: ['rm_dmben'],
    s2: [],
    rooms: ['rm_all2', 'rm_all10', 'rm_old0'],
    people: ['rm_group'],
  })
})

test('WEB-215 an order given by hand goes before names, and new rooms come after it', () => {
  const settings = { 'sidebar.order.rooms': ['rm_tea0', 'rm_gone', 'rm_all10', 7] }
  assert.deepEqual(shown(settings)['rooms'], ['rm_tea0', 'rm_all10', 'rm_all2', 'rm_old0'])
})

test('WEB-216 a muted room is new only when it mentions the reader', () => {
  const settings = { 'room.rm_tea0': { muted: true }, 'room.rm_all2': { muted: true }, 'sidebar.unreadOnly': true }
  assert.deepEqual(shown(settings), { favourites: [], rooms: ['rm_all2'], people: ['rm_dmben'] })
  const [, direct] = ROOMS
  assert(direct)
  assert.deepEqual([badgeCount(direct), badgeCount(direct, true)], [2, 0])
})

test('WEB-217 the filter leaves what is unread and what is open; so does a folded section', () => {
  assert.deepEqual(shown({ 'sidebar.unreadOnly': true }, { open: 'rm_old0', isHeld: false }), {
    favourites: [],
    rooms: ['rm_all2', 'rm_tea0', 'rm_old0'],
    people: ['rm_dmben'],
  })
  assert.deepEqual(shown({ 'sidebar.collapsed': ['people'] })['people'], ['rm_dmben'])
})

test('WEB-217 unread rooms can stand first, and one that is being read stays there until one leaves', () => {
  const settings = { 'sidebar.unreadFirst': true }
  assert.deepEqual(shown(settings)['unread'], ['rm_all2', 'rm_tea0', 'rm_dmben'])
  assert.deepEqual(shown(settings, { open: 'rm_all10', isHeld: true })['unread'], [
    'rm_all2',
    'rm_all10',
    'rm_tea0',
    'rm_dmben',
  ])
  assert.deepEqual(shown(settings, { open: 'rm_all10', isHeld: false })['rooms'], ['rm_all10', 'rm_old0'])
})

test('WEB-7 stepping goes around, and on wish only to what is unread or mentions the reader', () => {
  const sections = sidebarLayout(ROOMS, {}, NOWHERE)
  const from = (current: RoomId | undefined, step: 1 | -1, only?: 'unread' | 'mention'): RoomId | undefined =>
    neighbour(sections, current, { step, ...(only && { only }) })?.id
  assert.equal(from('rm_group', 1), 'rm_all2')
  assert.equal(from('rm_all2', -1), 'rm_group')
  assert.equal(from('rm_all2', 1, 'unread'), 'rm_tea0')
  assert.equal(from(undefined, -1, 'unread'), 'rm_dmben')
  assert.equal(from('rm_all2', 1, 'mention'), 'rm_dmben')
  assert.equal(neighbour([], undefined, { step: 1 }), undefined)
})

test('WEB-215 moving a room tells the settings all that is to change', () => {
  const settings = {
    'room.rm_tea0': { muted: true, section: 's1' },
    'sidebar.sections': [{ id: 's1', name: 'Work' }],
  }
  assert.deepEqual(moveInto(settings, { room: 'rm_tea0', section: section('favourites', settings) }), {
    'room.rm_tea0': { muted: true, favourite: true },
    'sidebar.order.favourites': ['rm_tea0'],
  })
  assert.deepEqual(moveInto({}, { room: 'rm_tea0', section: section('rooms'), before: 'rm_all10' }), {
    'room.rm_tea0': null,
    'sidebar.order.rooms': ['rm_all2', 'rm_tea0', 'rm_all10', 'rm_old0'],
  })
  assert.deepEqual(
    moveInto({ 'room.rm_dmben': { favourite: true } }, { room: 'rm_dmben', section: section('people') }),
    {
      'room.rm_dmben': null,
    },
  )
  assert.deepEqual(moveBy(section('rooms'), 'rm_all2', 1), {
    'sidebar.order.rooms': ['rm_all10', 'rm_all2', 'rm_tea0', 'rm_old0'],
  })
  assert.equal(moveBy(section('rooms'), 'rm_all2', -1), undefined)
  assert.equal(moveBy(section('people'), 'rm_dmben', 1), undefined)
  const may = sidebarLayout(ROOMS, settings, NOWHERE).map((each) => [each.id, mayHold(each, true), isOrdered(each)])
  assert.deepEqual(may, [
    ['favourites', true, true],
    ['s1', true, true],
    ['rooms', false, true],
    ['people', true, false],
  ])
})

test('WEB-313 moving a room keeps the places of those that stand in the unread section', () => {
  const settings = {
    'sidebar.unreadFirst': true,
    'sidebar.order.rooms': ['rm_tea0', 'rm_all10', 'rm_all2', 'rm_old0'],
  }
  const rooms = section('rooms', settings)
  assert.deepEqual(rooms.all, ['rm_all10', 'rm_old0'])
  const moves = [
    moveBy(rooms, 'rm_all10', 1),
    moveBy(rooms, 'rm_old0', -1),
    moveInto(settings, { room: 'rm_old0', section: rooms, before: 'rm_all10' }),
  ]
  assert.deepEqual(
    moves.map((change) => change?.['sidebar.order.rooms']),
    [
      ['rm_tea0', 'rm_all2', 'rm_old0', 'rm_all10'],
      ['rm_tea0', 'rm_old0', 'rm_all10', 'rm_all2'],
      ['rm_tea0', 'rm_old0', 'rm_all10', 'rm_all2'],
    ],
  )
  assert.equal(moveBy(rooms, 'rm_all10', -1), undefined)
})

test('WEB-215 own sections are made, renamed, moved and taken away', () => {
  const first = addSection([], '  Work ', 36)
  const second = addSection(first.sections, 'Play', 37)
  assert.deepEqual(second, {
    id: 's11',
    sections: [
      { id: 's10', name: 'Work' },
      { id: 's11', name: 'Play' },
    ],
  })
  assert.deepEqual(
    moveSection(second.sections, 's11', -1).map(({ id }) => id),
    ['s11', 's10'],
  )
  assert.deepEqual(
    moveSection(second.sections, 's11', 1).map(({ id }) => id),
    ['s10', 's11'],
  )
  assert.deepEqual(renameSection(first.sections, 's10', 'Job'), [{ id: 's10', name: 'Job' }])
  assert.deepEqual(removeSection(second.sections, 's10'), [{ id: 's11', name: 'Play' }])
})

test('WEB-311 a new section has nothing of one that is gone', () => {
  const gone = addSection([], 'Work', 36)
  const added = addSection(removeSection(gone.sections, gone.id), 'Play', 37)
  const settings = {
    'room.rm_tea0': { section: gone.id },
    'sidebar.collapsed': [gone.id],
    'sidebar.sections': added.sections,
  }
  const { all, isCollapsed } = section(added.id, settings)
  assert.deepEqual({ all, isCollapsed }, { all: [], isCollapsed: false })
})

test('WEB-216 a preference that says nothing more is taken out of the settings', () => {
  const muted = toggled({}, 'muted')
  assert.deepEqual([muted, toggled(muted, 'muted')], [{ muted: true }, {}])
  assert.deepEqual(preferenceChange('rm_tea0', {}), { 'room.rm_tea0': null })
  const kept = { 'room.rm_tea0': { favourite: 'yes', muted: true, section: 3, more: 1 }, 'room.rm_old0': 'x' }
  assert.deepEqual([roomPreference(kept, 'rm_tea0'), roomPreference(kept, 'rm_old0')], [{ muted: true }, {}])
})

test('WEB-215 what is folded stays folded', () => {
  const wishes = sidebarWishes({ 'sidebar.collapsed': ['rooms', 4] })
  assert.deepEqual(foldChange(wishes, 'people', true), { 'sidebar.collapsed': ['rooms', 'people'] })
  assert.deepEqual(foldChange(wishes, 'rooms', false), { 'sidebar.collapsed': null })
  assert.deepEqual(wishChange('unreadOnly', false), { 'sidebar.unreadOnly': null })
})
