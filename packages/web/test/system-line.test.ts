import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DurableEvent, Room, UserId } from '@natter/protocol'
import { systemLines } from '../src/timeline/system-line.ts'

const [ana, ben, cleo]: [UserId, UserId, UserId] = ['us_ana0', 'us_ben0', 'us_cleo']
const base = { room: 'rm_room', ref: '', at: 0 } as const

function joined(seq: number, user: UserId, by: UserId = user): DurableEvent {
  return { ...base, type: 'member.joined', seq, by, member: { user, role: 'member', joinedAt: 0 }, members: seq }
}

function left(seq: number, user: UserId, by: UserId = user): DurableEvent {
  return { ...base, type: 'member.left', seq, by, user, members: seq }
}

function updated(seq: number, change: Partial<Room>): DurableEvent {
  return { ...base, type: 'room.updated', seq, by: ana, details: room(seq, change) }
}

function room(seq: number, change: Partial<Room>): Room {
  return {
    id: 'rm_room',
    kind: 'public',
    createdAt: 0,
    createdBy: ana,
    head: [seq, ''],
    n: 0,
    members: 1,
    updatedSeq: seq,
    ...change,
  }
}

test('WEB-16 a run of arrivals is one line, and so is a run of people one person added', () => {
  assert.deepEqual(
    systemLines([joined(2, ana), joined(3, ben), joined(4, cleo, ana), joined(5, ben, ana), left(6, ben)]),
    [
      { kind: 'joined', who: [ana, ben] },
      { kind: 'added', who: [cleo, ben], by: ana },
      { kind: 'left', who: [ben] },
    ],
  )
  assert.deepEqual(systemLines([left(2, ben, ana), left(3, cleo)]), [
    { kind: 'removed', who: [ben], by: ana },
    { kind: 'left', who: [cleo] },
  ])
})

test('WEB-16 a change of the room says what changed, as far as that is known', () => {
  const before = updated(2, { name: 'den' })
  const lines = (event: DurableEvent): unknown => systemLines([before, event])[1]
  assert.deepEqual(lines(updated(3, { name: 'hall' })), { kind: 'renamed', by: ana, to: 'hall' })
  assert.deepEqual(lines(updated(3, { name: 'den', topic: 'tea' })), { kind: 'retitled', by: ana, to: 'tea' })
  assert.deepEqual(lines(updated(3, { name: 'den', archivedAt: 5 })), { kind: 'archived', by: ana })
  assert.deepEqual(systemLines([updated(3, { name: 'den' })], room(2, { archivedAt: 5 })), [
    { kind: 'revived', by: ana },
  ])
  assert.deepEqual(systemLines([updated(3, { name: 'hall' })], room(2, { name: 'den' })), [
    { kind: 'renamed', by: ana, to: 'hall' },
  ])
  assert.deepEqual(systemLines([updated(7, { archivedAt: 5 })]), [{ kind: 'archived', by: ana }])
  assert.deepEqual(systemLines([updated(1, {})]), [{ kind: 'created', by: ana }])
  assert.deepEqual(systemLines([updated(7, {})]), [{ kind: 'updated', by: ana }])
})
