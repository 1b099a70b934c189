import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DurableEvent } from '@natter/protocol'
import { fits } from '../src/shapes.ts'
import type { FakeRoom } from './world/fake-room.ts'
import { texts, World } from './world/world.ts'
import type { Person } from './world/world.ts'

/** Kim with the den on screen, and Ada who posts there. */
async function den(): Promise<{
  world: World
  kim: Person
  ada: Person['user']
  den: FakeRoom
  post: (text: string) => DurableEvent
}> {
  const world = new World()
  const kim = await world.live('kim')
  const ada = world.server.addUser('ada')
  const room = world.server.addRoom('den', [kim.user, ada])
  const opened = kim.natter.room(room.id).open()
  await world.time.advance(100)
  await opened
  return { world, kim, ada, den: room, post: (text) => world.server.post(room, ada, text) }
}

test('SDK-13 what was missed while away comes once and in order', async () => {
  const { world, kim, den: room, post } = await den()
  post('one')
  await world.time.advance(100)
  world.isUnreachable = true
  world.server.cut()
  await world.time.advance(100)
  post('two')
  post('three')
  await world.time.advance(20_000)
  assert.deepEqual(texts(kim.natter, room.id), ['one'])
  world.isUnreachable = false
  await world.time.advance(31_000)
  assert.deepEqual(texts(kim.natter, room.id), ['one', 'two', 'three'])
  const { rooms } = world.server.ofType('hello').at(-1) ?? {}
  assert.deepEqual(rooms, { [room.id]: [4, 'r4'] })
  post('four')
  await world.time.advance(100)
  assert.deepEqual(texts(kim.natter, room.id), ['one', 'two', 'three', 'four'])
})

test('SDK-13 of many open rooms the greeting carries twenty, and the others are opened after it', async () => {
  const world = new World()
  const kim = await world.live('kim')
  const rooms = Array.from({ length: 25 }, (_, index) => world.server.addRoom(`r${index}x`, [kim.user]))
  for (const { id } of rooms) void kim.natter.room(id).open()
  await world.time.advance(100)
  world.server.commands.length = 0
  world.server.cut()
  await world.time.advance(2_000)
  assert.equal(Object.keys(world.server.ofType('hello')[0]?.rooms ?? {}).length, 20)
  assert.equal(world.server.ofType('room.open').length, 5)
  assert(rooms.every(({ id }) => kim.natter.room(id).timeline.value.status === 'live'))
})

test('SDK-14 a lost event is asked for after 300 ms, and only then', async () => {
  const { world, kim, den: room, post } = await den()
  world.server.delivers = (event) => !('message' in event && event.message.text === 'lost')
  post('lost')
  post('seen')
  await world.time.advance(290)
  assert.deepEqual([texts(kim.natter, room.id), world.server.ofType('sync').length], [[], 0])
  await world.time.advance(100)
  assert.deepEqual(texts(kim.natter, room.id), ['lost', 'seen'])
  assert.deepEqual(
    world.server.ofType('sync').map(({ rooms }) => rooms),
    [{ [room.id]: [3, 'r3'] }],
  )
})

test('SDK-52 holes that were filled by asking are counted, with the time of the last', async () => {
  const { world, kim, post } = await den()
  const { counters } = kim.natter
  assert.deepEqual([counters.gapsHealed, counters.gapHealedAt], [0, undefined])
  const lost = new Set([post('seen').seq + 1, post('seen').seq + 3])
  world.server.delivers = ({ seq }) => !lost.has(seq)
  for (const text of ['lost', 'early', 'lost too', 'early']) post(text)
  await world.time.advance(1_000)
  const healed = counters.gapsHealed
  assert(healed > 0 && world.time.now - (counters.gapHealedAt ?? 0) < 1_000)
  await world.time.advance(10_000)
  post('nothing is wrong')
  await world.time.advance(1_000)
  assert.equal(counters.gapsHealed, healed)
})

test('SDK-14 a late event closes the gap without a question', async () => {
  const { world, kim, den: room, post } = await den()
  world.server.delivers = () => false
  const late = post('late')
  world.server.delivers = () => true
  post('early')
  await world.time.advance(200)
  kim.link().send(late)
  await world.time.advance(1_000)
  assert.deepEqual(texts(kim.natter, room.id), ['late', 'early'])
  assert.equal(world.server.ofType('sync').length, 0)
})

test('SDK-14 a gap that nothing can fill is given up', async () => {
  const { world, kim, den: room, post } = await den()
  kim.link().send({ type: 'message.posted', room: room.id, seq: 1_000_000, ref: 'x', at: 1, by: 'us_ada0000' })
  await world.time.advance(600_000)
  assert.equal(world.server.ofType('sync').length, 5)
  post('after')
  await world.time.advance(100)
  assert.deepEqual(texts(kim.natter, room.id), ['after'])
})

test('SDK-14 a question that is refused is asked again', async () => {
  const { world, kim, den: room, post } = await den()
  let refusals = 2
  world.server.script = ({ type }) =>
    type === 'sync' && refusals-- > 0
      ? { error: { code: 'unavailable', message: 'No.', retryAfterMs: 2_000 } }
      : undefined
  world.server.delivers = (event) => !('message' in event && event.message.text === 'lost')
  post('lost')
  post('seen')
  await world.time.advance(5_000)
  assert.deepEqual(texts(kim.natter, room.id), ['lost', 'seen'])
})

test('SDK-15 an event of an unknown type takes its place', async () => {
  const { world, kim, den: room, post } = await den()
  const unknown = room.append({ type: 'message.unpinned', by: 'us_ada0000', subject: 1 }, 1)
  kim.link().send({ ...unknown, type: 'poll.closed', subject: 'nonsense' })
  post('after')
  await world.time.advance(100)
  assert.deepEqual(texts(kim.natter, room.id), ['after'])
  assert.equal(world.server.ofType('sync').length, 0)
})

test('SDK-15 an event without what belongs to it takes its place', async () => {
  const { world, kim, den: room, post } = await den()
  for (const broken of [{ message: null }, { message: { seq: 'x' } }, {}]) {
    const { seq, ref } = room.append({ type: 'message.unpinned', by: 'us_ada0000', subject: 1 }, 1)
    kim.link().send({ type: 'message.posted', room: room.id, seq, ref, at: 1, by: 'us_ada0000', ...broken })
  }
  post('after')
  await world.time.advance(100)
  assert.deepEqual(texts(kim.natter, room.id), ['after'])
  assert.equal(world.server.ofType('sync').length, 0)
})

test('SDK-16 after too much was missed the room starts anew, with the rest to be loaded', async () => {
  const { world, kim, den: room, post } = await den()
  post('old')
  await world.time.advance(100)
  world.isUnreachable = true
  world.server.cut()
  room.deltaEventsMax = 100
  for (let index = 0; index < 120; index++) post(`m${index}`)
  world.isUnreachable = false
  await world.time.advance(2_000)
  const { items, atStart, atEnd } = kim.natter.room(room.id).timeline.value
  assert.deepEqual([items.length, atStart, atEnd], [50, false, true])
  assert.equal(texts(kim.natter, room.id).at(-1), 'm119')
  for (let page = 0; page < 2; page++) {
    void kim.natter.room(room.id).loadOlder()
    await world.time.advance(100)
  }
  const all = ['old', ...Array.from({ length: 120 }, (_, index) => `m${index}`)]
  assert.deepEqual(texts(kim.natter, room.id), all)
  assert.equal(kim.natter.room(room.id).timeline.value.atStart, true)
})

test('SDK-17 the log of the user has its own place, its own gaps and its own repair', async () => {
  const world = new World()
  const kim = await world.live('kim')
  world.server.delivers = (event) => event.seq !== 1
  world.server.addRoom('one', [kim.user])
  world.server.addRoom('two', [kim.user])
  await world.time.advance(200)
  const names = (): (string | undefined)[] => kim.natter.rooms.value.map(({ room }) => room.name)
  assert.deepEqual(names(), [])
  await world.time.advance(200)
  assert.deepEqual(names(), ['two', 'one'])
  assert.deepEqual(world.server.ofType('sync').at(-1)?.user, [0, ''])
  world.server.cut()
  await world.time.advance(2_000)
  assert.deepEqual(world.server.ofType('hello').at(-1)?.user, [2, 'u2'])
})

test('SDK-18 rooms that lag are asked for at once, with the log of the user', async () => {
  const { world, kim, den: room, post } = await den()
  world.server.delivers = () => false
  post('unheard')
  world.server.addRoom('new', [kim.user])
  kim.link().send({ control: 'lag', rooms: [room.id, 'rm_notopen'] })
  await world.time.advance(100)
  assert.deepEqual(texts(kim.natter, room.id), ['unheard'])
  assert.equal(kim.natter.rooms.value.length, 2)
  const [sync] = world.server.ofType('sync')
  assert.deepEqual([sync?.rooms, sync?.user], [{ [room.id]: [3, 'r3'] }, [1, 'u1']])
})

test('SDK-18 a room that lags and is put off by the server is asked for again until it is answered', async () => {
  const { world, kim, den: room, post } = await den()
  world.server.delivers = () => false
  post('unheard')
  let putOff = 8
  world.server.script = ({ type }) => {
    if (type !== 'sync' || putOff-- <= 0) return undefined
    const error = { code: 'overloaded', message: 'Too much at once.', retryAfterMs: 500 }
    return { ok: { rooms: { [room.id]: { error } } } }
  }
  kim.link().send({ control: 'lag', rooms: [room.id] })
  await world.time.advance(60_000)
  assert.deepEqual([texts(kim.natter, room.id), world.server.ofType('sync').length], [['unheard'], 9])
})

test('SDK-19 another epoch makes everything start anew', async () => {
  const { world, kim, ada, den: room, post } = await den()
  const gone = world.server.addRoom('gone', [kim.user])
  post('lost to the restore')
  await world.time.advance(100)
  world.isUnreachable = true
  world.server.cut()
  await world.time.advance(100)
  // The restored store has rows of the same places and refs that hold something else.
  world.server.epoch = 'epoch-2'
  world.server.rooms.delete(gone.id)
  const inbox = [...(world.server.inboxes.get(kim.user.id) ?? [])]
  const other = world.server.addRoom('den', [kim.user, ada])
  world.server.inboxes.set(kim.user.id, inbox)
  world.server.post(other, ada, 'another history')
  assert.deepEqual([other.head, other.log.at(-1)?.ref], [room.head, room.log.at(-1)?.ref])
  world.isUnreachable = false
  await world.time.advance(10_000)
  assert.deepEqual(texts(kim.natter, room.id), ['another history'])
  assert.equal(kim.natter.room(room.id).timeline.value.status, 'live')
  assert.deepEqual(
    kim.natter.rooms.value.map(({ id, unread }) => [id, unread]),
    [[room.id, 1]],
  )
})

test('SDK-19 another user starts anew', async () => {
  const world = new World()
  const [kim, ada] = [world.server.addUser('kim'), world.server.addUser('ada')]
  world.server.addRoom('hers', [ada])
  world.server.addRoom('his', [kim])
  let who = kim.id
  const person = await world.live(kim, { token: async () => `token:${who}` })
  assert.deepEqual(
    person.natter.rooms.value.map(({ room }) => room.name),
    ['his'],
  )
  who = ada.id
  world.server.cut(4402)
  await world.time.advance(2_000)
  assert.equal(person.natter.self.value?.handle, 'ada')
  assert.deepEqual(
    person.natter.rooms.value.map(({ room }) => room.name),
    ['hers'],
  )
})

test('SDK-15 the events of the contract fit the shapes of the SDK', async () => {
  const { den: room, post } = await den()
  post('hello')
  assert(room.log.length > 3)
  for (const event of room.log) assert(fits(event.type, event), event.type)
})
