import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RoomSummary } from '@natter/client'
import type { Room, RoomId, User, UserId } from '@natter/protocol'
import { documentTitle } from '../src/app/document-title.ts'
import { createTabSign } from '../src/app/tab-sign.ts'
import { peopleBeyond } from '../src/dialogs/people-beyond.ts'
import { roomNameOf } from '../src/room/room-name-of.ts'
import { roomTitle } from '../src/room/room-title.ts'

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

function person(id: UserId): User {
  return { id, handle: id, name: id, kind: 'human', role: 'member' }
}

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

test('WEB-9 the badge of an installed page tells the exact number, also where the sign in the tab has no room for it', () => {
  const told: string[] = []
  const document = { querySelector: () => null } as unknown as Document
  const navigator = {
    setAppBadge: async (count?: number) => void told.push(`${count}`),
    clearAppBadge: async () => void told.push('none'),
  } as unknown as Navigator
  const sign = createTabSign(document, navigator)
  for (const count of [0, 9, 10, 10, 11, 0]) sign.show({ count, isAny: count > 0 })
  assert.deepEqual(told, ['9', '10', '11', 'none'])
})

test('WEB-380 a room that is named with a `#` in front is called by what follows', () => {
  assert.deepEqual(['#secret plans', ' ## tea ', 'C# club', '#'].map(roomNameOf), [
    'secret plans',
    'tea',
    'C# club',
    '',
  ])
})

test('WEB-163 who has a conversation among the rooms is not offered as a person too, those of a group are', () => {
  const [room] = [summary('rm_dmben0', { kind: 'direct', people: [ana, ben] }).room]
  const [group] = [summary('rm_group0', { kind: 'group', people: [ana, ben, 'us_cem0'] }).room]
  assert(room && group)
  const people = [person(ben), person('us_cem0')]
  assert.deepEqual(peopleBeyond(people, [room], ana), [person('us_cem0')])
  assert.deepEqual(peopleBeyond(people, [group], ana), people)
})
