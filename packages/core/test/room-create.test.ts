import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decide, directPeople } from '@natter/core'
import type { RoomCommandOf, RoomFacts } from '@natter/core'
import { ada, ben, den, direct, facts, gus, kim, limits, moe, outcome, people } from './house.ts'

const nowhere = (change: Partial<RoomFacts> = {}) => facts({ room: undefined, membership: undefined, ...change })

test('RM-1 the maker of a room is its owner', () => {
  const decided = decide(nowhere(), create({ name: 'The den', topic: 'Tea', slug: 'den' }), den.id, limits)
  assert.deepEqual(decided, [
    { type: 'room.created', room: { id: den.id, kind: 'private', name: 'The den', topic: 'Tea', slug: 'den' } },
    { type: 'member.joined', user: kim.id, role: 'owner' },
  ])
})

test('RM-1 what was not said, or is empty, stays away', () => {
  const decided = decide(nowhere(), create({ name: 'The den', topic: '' }), den.id, limits)
  assert(Array.isArray(decided))
  assert.deepEqual(decided[0], { type: 'room.created', room: { id: den.id, kind: 'private', name: 'The den' } })
})

test('RM-1 guests make no rooms', () => {
  assert.deepEqual(outcome(decide(nowhere({ actor: gus }), create({ name: 'Mine' }), den.id, limits)), {
    code: 'forbidden',
  })
})

test('RM-1 a room that is there is not made again', () => {
  assert.deepEqual(outcome(decide(facts(), create({ name: 'The den' }), den.id, limits)), { code: 'conflict' })
})

test('DM-1 the people of a conversation are each there once, whoever asks in whatever order', () => {
  assert.deepEqual(directPeople(kim.id, [ada.id]), directPeople(ada.id, [kim.id]))
  assert.deepEqual(directPeople(kim.id, [moe.id, ada.id, moe.id, kim.id]), [ada.id, kim.id, moe.id])
})

test('DM-1 opening it makes it with everybody inside', () => {
  const told = nowhere({ people: people([ada]) })
  assert.deepEqual(decide(told, open(ada.id), direct.id, limits), [
    { type: 'room.created', room: { id: direct.id, kind: 'direct', people: [ada.id, kim.id] } },
    { type: 'member.joined', user: ada.id, role: 'member' },
    { type: 'member.joined', user: kim.id, role: 'member' },
  ])
})

test('DM-1 opening it again finds it', () => {
  assert.deepEqual(
    decide(facts({ room: direct, people: people([ada, 'member']) }), open(ada.id), direct.id, limits),
    [],
  )
})

test('DM-2 two or one are direct, more are a group', () => {
  assert.deepEqual(kindOf(), ['direct', 1])
  assert.deepEqual(kindOf(kim.id), ['direct', 1])
  assert.deepEqual(kindOf(ada.id), ['direct', 2])
  assert.deepEqual(kindOf(ada.id, kim.id, ada.id), ['direct', 2])
  assert.deepEqual(kindOf(ada.id, moe.id), ['group', 3])
})

test('DM-3 guests start nothing, but may be written to', () => {
  assert.deepEqual(outcome(decide(nowhere({ actor: gus, people: people([ada]) }), open(ada.id), direct.id, limits)), {
    code: 'forbidden',
  })
  assert.equal(Array.isArray(decide(nowhere({ people: people([gus]) }), open(gus.id), direct.id, limits)), true)
})

test('DM-3 people who do not exist are not found', () => {
  const told = nowhere({ people: people([ada]) })
  assert.deepEqual(outcome(decide(told, open(ada.id, ben.id), direct.id, limits)), {
    code: 'not_found',
    field: 'users',
  })
})

function create(more: Partial<RoomCommandOf<'room.create'>>): RoomCommandOf<'room.create'> {
  return { type: 'room.create', cid: 'c1', kind: 'private', name: 'A room', ...more }
}

function open(...users: RoomCommandOf<'dm.open'>['users']): RoomCommandOf<'dm.open'> {
  return { type: 'dm.open', users, cid: 'c1' }
}

function kindOf(...users: RoomCommandOf<'dm.open'>['users']): unknown {
  const decided = decide(nowhere({ people: people([ada], [kim], [moe]) }), open(...users), direct.id, limits)
  assert(Array.isArray(decided))
  const [made, ...joined] = decided
  return made?.type === 'room.created' ? [made.room.kind, joined.length] : undefined
}
