import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decide } from '@natter/core'
import type { RoomFacts } from '@natter/core'
import type { Room, User } from '@natter/protocol'
import {
  ada,
  archived,
  attic,
  ben,
  den,
  direct,
  eve,
  facts,
  gus,
  inside,
  kim,
  limits,
  moe,
  outcome,
  outside,
  people,
  zoe,
} from './house.ts'

test('RM-2 those outside enter public rooms', () => {
  assert.deepEqual(join(outside(ben)), [{ type: 'member.joined', user: ben.id, role: 'member' }])
})

test('RM-2 entering twice changes nothing, in any room', () => {
  for (const room of [den, attic, direct, archived(den)]) assert.deepEqual(join(facts({ room })), [])
})

test('RM-4 an archived room takes no new members, but lets its members go', () => {
  assert.deepEqual(outcome(join(outside(ben, archived(den)))), { code: 'archived' })
  assert.deepEqual(outcome(invite(facts({ room: archived(den), people: people([ben]) }), ben)), { code: 'archived' })
  assert.deepEqual(leave(facts({ room: archived(den) })), [{ type: 'member.left', user: kim.id }])
  assert.deepEqual(
    remove(
      facts({ room: archived(den), actor: moe, membership: inside('moderator'), people: people([kim, 'member']) }),
      kim,
    ),
    [left(kim)],
  )
})

test('RM-5 members leave, the owner too', () => {
  for (const room of [den, attic]) assert.deepEqual(leave(facts({ room })), [left(kim)])
  assert.deepEqual(leave(facts({ actor: ada, membership: inside('owner') })), [left(ada)])
})

test('RM-6 members bring people in', () => {
  for (const room of [den, attic]) {
    assert.deepEqual(invite(facts({ room, people: people([ben]) }), ben), [
      { type: 'member.joined', user: ben.id, role: 'member' },
    ])
  }
})

test('RM-6 guests may be brought in, but bring in nobody', () => {
  assert.deepEqual(invite(facts({ people: people([gus]) }), gus), [
    { type: 'member.joined', user: gus.id, role: 'member' },
  ])
  assert.deepEqual(outcome(invite(facts({ actor: gus, people: people([ben]) }), ben)), { code: 'forbidden' })
})

test('RM-6 whoever is inside stays as they are', () => {
  assert.deepEqual(invite(facts({ people: people([moe, 'moderator']) }), moe), [])
})

test('RM-11 a person who does not exist is not found', () => {
  assert.deepEqual(outcome(invite(facts(), ben)), { code: 'not_found', field: 'user' })
  assert.deepEqual(outcome(remove(facts({ actor: ada, membership: inside('owner') }), ben)), {
    code: 'not_found',
    field: 'user',
  })
})

test('RM-11 one who is not inside is answered like one who does not exist', () => {
  const owner = { actor: ada, membership: inside('owner') }
  assert.deepEqual(remove(facts({ ...owner, people: people([ben]) }), ben), remove(facts(owner), ben))
})

test('RM-7 those who moderate put people out', () => {
  for (const [actor, role] of [
    [ada, 'owner'],
    [moe, 'moderator'],
    [eve, 'member'],
    [zoe, 'member'],
  ] as const) {
    const told = facts({ actor, membership: inside(role), people: people([kim, 'member']) })
    assert.deepEqual(remove(told, kim), [left(kim)], actor.handle)
  }
})

test('RM-7 members put out nobody but themselves', () => {
  assert.deepEqual(outcome(remove(facts({ people: people([ben, 'member']) }), ben)), { code: 'forbidden' })
  assert.deepEqual(remove(facts({ people: people([kim, 'member']) }), kim), [left(kim)])
  assert.deepEqual(remove(facts({ actor: gus, people: people([gus, 'member']) }), gus), [left(gus)])
})

test('RM-8 the owner of a room is put out by those who run the place alone', () => {
  const byWhom = (actor: User, role: 'moderator' | 'member') =>
    remove(facts({ actor, membership: inside(role), people: people([ada, 'owner']) }), ada)
  assert.deepEqual(outcome(byWhom(moe, 'moderator')), { code: 'forbidden' })
  for (const actor of [eve, zoe]) assert.deepEqual(byWhom(actor, 'member'), [left(ada)])
})

test('DM-4 the people of a direct conversation do not change', () => {
  const told = facts({ room: direct, people: people([ben], [ada, 'member'], [kim, 'member']) })
  assert.deepEqual(outcome(leave(told)), { code: 'forbidden' })
  assert.deepEqual(outcome(invite(told, ben)), { code: 'forbidden' })
  assert.deepEqual(outcome(remove(told, ada)), { code: 'forbidden' })
  assert.deepEqual(outcome(remove(told, kim)), { code: 'forbidden' }, 'not even oneself')
})

type Decided = ReturnType<typeof decide>

function join(told: RoomFacts): Decided {
  return decide(told, { type: 'room.join', room: idOf(told.room), cid: 'c1' }, idOf(told.room), limits)
}

function leave(told: RoomFacts): Decided {
  return decide(told, { type: 'room.leave', room: idOf(told.room), cid: 'c1' }, idOf(told.room), limits)
}

function invite(told: RoomFacts, whom: User): Decided {
  return decide(told, { type: 'room.invite', room: idOf(told.room), user: whom.id, cid: 'c1' }, idOf(told.room), limits)
}

function remove(told: RoomFacts, whom: User): Decided {
  return decide(told, { type: 'room.remove', room: idOf(told.room), user: whom.id, cid: 'c1' }, idOf(told.room), limits)
}

function left(user: User): object {
  return { type: 'member.left', user: user.id }
}

function idOf(room: Room | undefined): Room['id'] {
  return room?.id ?? den.id
}
