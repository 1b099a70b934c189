import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cidConflict, writtenBodies, writtenCids } from '@natter/core'
import type { RoomCommand, RoomCommandOf } from '@natter/core'
import { attic, ben, den, kim, outcome } from './house.ts'

const send: RoomCommandOf<'message.send'> = { type: 'message.send', room: den.id, cid: 'c1', text: 'tea?', replyTo: 7 }

test('MS-14 the order of fields, the cid, the room and what is undefined are no part of a body', () => {
  const same: RoomCommand = { replyTo: 7, text: 'tea?', cid: 'c2', room: attic.id, type: 'message.send' }
  assert.deepEqual(writtenBodies(same), writtenBodies(send))
  const { replyTo: _, ...plain } = send
  assert.deepEqual(writtenBodies({ ...plain, replyTo: undefined }), writtenBodies(plain))
})

test('MS-14 a retry in a frame with another id is the same write', () => {
  const frame = (id: number): RoomCommand => ({ ...send, id }) as RoomCommand
  assert.deepEqual(writtenBodies(frame(1)), writtenBodies(frame(2)))
  assert.deepEqual(writtenBodies(frame(1)), writtenBodies(send))
})

test('MS-14 the id that pairs a try with its reply is no part of a body', () => {
  const withId = (id: number): RoomCommand => Object.assign({ id }, send)
  assert.deepEqual(writtenBodies(withId(1)), writtenBodies(withId(2)))
  assert.deepEqual(writtenBodies(withId(1)), writtenBodies(send))
})

test('MS-14 every other difference makes another body', () => {
  const all: RoomCommand[] = [
    send,
    { ...send, text: 'tea!' },
    { ...send, replyTo: 8 },
    { type: 'message.send', room: den.id, cid: 'c1', text: 'tea?' },
    { type: 'message.edit', room: den.id, cid: 'c1', seq: 7, text: 'tea?' },
    { type: 'message.delete', room: den.id, cid: 'c1', seq: 7 },
    { type: 'reaction.add', room: den.id, cid: 'c1', seq: 7, emoji: '👍' },
    { type: 'reaction.remove', room: den.id, cid: 'c1', seq: 7, emoji: '👍' },
    { type: 'room.join', room: den.id, cid: 'c1' },
    { type: 'room.leave', room: den.id, cid: 'c1' },
    { type: 'room.invite', room: den.id, cid: 'c1', user: kim.id },
    { type: 'room.invite', room: den.id, cid: 'c1', user: ben.id },
    { type: 'dm.open', cid: 'c1', users: [kim.id, ben.id] },
    { type: 'dm.open', cid: 'c1', users: [kim.id] },
    { type: 'room.create', cid: 'c1', kind: 'public', name: 'topic', topic: 'name' },
    { type: 'room.create', cid: 'c1', kind: 'public', name: 'name', topic: 'topic' },
  ]
  const bodies = all.flatMap(writtenBodies)
  assert.equal(new Set(bodies).size, all.length)
})

test('MS-14 an item of a batch is what it would be alone', () => {
  const many: RoomCommand = {
    type: 'message.sendMany',
    room: den.id,
    items: [
      { cid: 'c1', text: 'tea?', replyTo: 7 },
      { cid: 'c2', text: 'yes' },
    ],
  }
  assert.deepEqual(writtenCids(many), ['c1', 'c2'])
  assert.deepEqual(writtenBodies(many), [
    ...writtenBodies(send),
    ...writtenBodies({ type: 'message.send', room: den.id, cid: 'c2', text: 'yes' }),
  ])
  assert.deepEqual(writtenCids(send), ['c1'])
})

test('MS-14 a cid with another body is a conflict about the cid', () => {
  assert.deepEqual(outcome(cidConflict()), { code: 'cid_conflict', field: 'cid' })
})
