import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { RoomId } from '@natter/protocol'
import { ask, newRoom, okOf, openPlace, outcomeOf } from './place.ts'

const place = await openPlace()
after(() => place.close())
const ada = await place.enter(place.ada)
const kim = await place.enter(place.kim)
const { store } = place.server.ports
let lastId = 0

/** Every durable command, as ada may run it, and the same with another body. */
const WRITES: Record<string, [body: object, other: object]> = {
  'message.send': [{ text: 'tea?' }, { text: 'coffee?' }],
  'message.edit': [
    { seq: 4, text: 'tea!' },
    { seq: 4, text: 'coffee!' },
  ],
  'reaction.add': [
    { seq: 4, emoji: '👍' },
    { seq: 4, emoji: '👎' },
  ],
  'reaction.remove': [
    { seq: 4, emoji: '👍' },
    { seq: 4, emoji: '👎' },
  ],
  'message.delete': [{ seq: 4 }, { seq: 5 }],
  'room.update': [{ name: 'The lair' }, { name: 'The attic' }],
  'room.remove': [{ user: place.kim.user.id }, { user: place.ben.user.id }],
  'room.invite': [{ user: place.kim.user.id }, { user: place.ben.user.id }],
}

test('BAD-11 a command repeated with its cid gets its first answer, with another body cid_conflict, and nothing is stored', async () => {
  const { room } = await newRoom(ada, 'private', [place.kim])
  assert.equal(await headOf(room), 4, 'the room, ada, kim and the first message')
  for (const [type, [body, other]] of Object.entries(WRITES)) {
    const write = (fields: object) =>
      ada.ask(JSON.stringify({ id: nextId(), type, room, cid: `cid-${type}`, ...fields }))
    const first = okOf(await write(body))
    const head = await headOf(room)
    assert.equal(first['duplicate'], false, type)
    assert.deepEqual(okOf(await write(body)), { ...first, duplicate: true }, type)
    assert.equal(outcomeOf(await write(other)), 'cid_conflict cid', type)
    assert.equal(
      outcomeOf(
        await ada.ask(
          JSON.stringify({ id: 1, type: 'message.send', room, cid: `cid-${type}`, text: 'another command' }),
        ),
      ),
      'cid_conflict cid',
      type,
    )
    assert.deepEqual(okOf(await write(body)), { ...first, duplicate: true }, `${type} after the conflict`)
    assert.equal(await headOf(room), head, type)
  }
})

test('BAD-11 a batch is repeated as a whole, and one item that differs refuses all of it', async () => {
  const { room } = await newRoom(ada, 'private')
  const items = ['one', 'two', 'three'].map((text) => ({ cid: `cid-${text}`, text }))
  const send = (batch: object[]) =>
    ada.ask(JSON.stringify({ id: nextId(), type: 'message.sendMany', room, items: batch }))
  const first = okOf(await send(items))['items'] as object[]
  const head = await headOf(room)
  assert.deepEqual(
    okOf(await send(items))['items'],
    first.map((place_) => ({ ...place_, duplicate: true })),
  )
  assert.equal(outcomeOf(await send([...items.slice(0, 2), { cid: 'cid-three', text: 'four' }])), 'cid_conflict cid')
  assert.equal(
    outcomeOf(
      await send([
        { cid: 'cid-new', text: 'new' },
        { cid: 'cid-one', text: 'other' },
      ]),
    ),
    'cid_conflict cid',
  )
  assert.equal(await headOf(room), head)
})

test('BAD-11 rooms and conversations that are opened twice are there once', async () => {
  const create = { cid: 'cid-room', kind: 'private', name: 'Once' } as const
  const first = await ask(kim, 'room.create', create)
  assert.deepEqual((await ask(kim, 'room.create', create)).room.id, first.room.id)
  assert.equal(
    outcomeOf(await kim.ask(JSON.stringify({ id: 1, type: 'room.create', ...create, name: 'Twice' }))),
    'cid_conflict cid',
  )
  const theirs = await ask(ada, 'room.create', create)
  assert.notEqual(theirs.room.id, first.room.id, 'a cid is one person’s own')
  const direct = await ask(kim, 'dm.open', { users: [place.ben.user.id], cid: 'cid-dm' })
  assert.equal(
    (await ask(await place.enter(place.ben), 'dm.open', { users: [place.kim.user.id], cid: 'cid-dm' })).room.id,
    direct.room.id,
  )
})

test('BAD-11 many who repeat at once are given one place', async () => {
  const { room } = await newRoom(ada, 'private')
  const before = (await headOf(room)) ?? 0
  for (let i = 0; i < 50; i++)
    ada.send(JSON.stringify({ id: i, type: 'message.send', room, cid: 'cid-rush', text: 'now!' }))
  const places = []
  for (let i = 0; i < 50; i++) places.push(okOf(await ada.answer()))
  assert.deepEqual(new Set(places.map((each) => each['seq'])), new Set([before + 1]))
  assert.equal(places.filter((each) => each['duplicate'] === false).length, 1)
  assert.equal(await headOf(room), before + 1)
})

const OWN_CHOICE = {
  by: place.kim.user.id,
  user: place.kim.user.id,
  at: 0,
  seq: 99,
  n: 99,
  ref: 'abcd',
  role: 'owner',
  mentions: [],
  editedAt: 1,
  message: {},
  duplicate: true,
  epoch: 'x',
}

test('BAD-13 who wrote something, when, and under which number is the server’s to say', async () => {
  const { room } = await newRoom(ada, 'private', [place.kim])
  const head = await headOf(room)
  for (const [field, value] of Object.entries(OWN_CHOICE)) {
    const sent = { id: 1, type: 'message.send', room, cid: `cid-${field}`, text: 'not me', [field]: value }
    assert.equal(outcomeOf(await ada.ask(JSON.stringify(sent))), `bad_request ${field}`)
    const batch = {
      id: 1,
      type: 'message.sendMany',
      room,
      items: [{ cid: `cid-${field}`, text: 'not me', [field]: value }],
    }
    assert.equal(outcomeOf(await ada.ask(JSON.stringify(batch))), `bad_request items.0.${field}`)
  }
  for (const fields of [
    { type: 'room.join', role: 'owner' },
    { type: 'room.leave', user: place.kim.user.id },
    { type: 'typing', on: true, by: place.kim.user.id },
  ]) {
    assert.match(
      String(
        outcomeOf(
          await ada.ask(JSON.stringify({ id: 1, room, ...(fields.type === 'typing' ? {} : { cid: 'c1' }), ...fields })),
        ),
      ),
      /^bad_request (role|user|by)$/,
    )
  }
  assert.equal(await headOf(room), head)
  const beforeAt = Date.now()
  await ask(ada, 'message.send', { room, cid: 'cid-mine', text: 'me' })
  const [mine] = (await ask(ada, 'history', { room, limit: 1 })).messages
  assert(mine !== undefined && mine.at >= beforeAt && mine.at <= Date.now())
  assert.deepEqual([mine.by, mine.seq], [place.ada.user.id, (head ?? 0) + 1])
})

test('BAD-1 none of this was a fault of the server', () => {
  assert.deepEqual(place.faults(), [])
})

/** A retry pairs with its own reply: another id is no other body. */
function nextId(): number {
  return ++lastId
}

async function headOf(room: RoomId): Promise<number | undefined> {
  return (await store.heads([room])).get(room)?.seq
}
