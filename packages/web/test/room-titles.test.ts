import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RoomSummary } from '@natter/client'
import type { Room, RoomId, UserId } from '@natter/protocol'
import { documentTitle } from '../src/app/document-title.ts'
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
