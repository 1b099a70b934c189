import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accessRoom, decide, mayDiscover } from '@natter/core'
import type { RoomCommand, RoomFacts } from '@natter/core'
import { noSuchRoom } from '@natter/protocol'
import { ada, attic, ben, den, direct, eve, facts, gus, inside, kim, limits, outcome, outside, zoe } from './house.ts'

const room = den.id
const ASKING: RoomCommand[] = [
  { type: 'message.send', room, cid: 'c1', text: 'hi' },
  { type: 'message.sendMany', room, items: [{ cid: 'c1', text: 'hi' }] },
  { type: 'message.edit', room, seq: 7, cid: 'c1', text: 'hi' },
  { type: 'message.delete', room, seq: 7, cid: 'c1' },
  { type: 'reaction.add', room, seq: 7, cid: 'c1', emoji: '👍' },
  { type: 'reaction.remove', room, seq: 7, cid: 'c1', emoji: '👍' },
  { type: 'room.update', room, cid: 'c1', name: 'Mine' },
  { type: 'room.join', room, cid: 'c1' },
  { type: 'room.leave', room, cid: 'c1' },
  { type: 'room.invite', room, user: kim.id, cid: 'c1' },
  { type: 'room.remove', room, user: kim.id, cid: 'c1' },
]

for (const command of ASKING) {
  test(`RM-3 ${command.type} of a room one may not see is answered like one of a room that is not there`, () => {
    const missing: RoomFacts = { ...outside(ben), room: undefined }
    const unseen = [
      outside(ben, attic),
      outside(gus, attic),
      outside(gus, den),
      outside(ben, direct),
      outside(zoe, attic),
      outside(eve, direct),
    ]
    for (const hidden of unseen) {
      assert.deepEqual(decide(hidden, command, room, limits), noSuchRoom())
      assert.deepEqual(decide({ ...missing, actor: hidden.actor }, command, room, limits), noSuchRoom())
    }
  })
}

test('MS-1 those outside a room they could join are told so, whatever they ask of it but to enter', () => {
  for (const command of ASKING.filter(({ type }) => type !== 'room.join')) {
    assert.deepEqual(outcome(decide(outside(ben), command, room, limits)), { code: 'not_member' }, command.type)
  }
})

test('RM-2 guests discover nothing, others public rooms', () => {
  assert.equal(mayDiscover(ben, den), true)
  assert.equal(mayDiscover(gus, den), false)
  for (const where of [attic, direct, { ...den, kind: 'group' as const }]) assert.equal(mayDiscover(zoe, where), false)
})

test('MS-1 access holds the room, the user and their membership', () => {
  assert.deepEqual(accessRoom(facts()), { room: den, user: kim, membership: inside() })
  assert.deepEqual(accessRoom(facts({ actor: gus, room: attic })), { room: attic, user: gus, membership: inside() })
})

test('MS-4 whoever was removed from a private room hears what a stranger hears', () => {
  const send: RoomCommand = { type: 'message.send', room: attic.id, cid: 'c1', text: 'hi' }
  assert.equal(
    Array.isArray(decide(facts({ room: attic, actor: ada }), send, attic.id, limits)),
    true,
    'ada must have been inside',
  )
  assert.deepEqual(decide(outside(ada, attic), send, attic.id, limits), noSuchRoom())
})
