import assert from 'node:assert/strict'
import { test } from 'node:test'
import { durableEvent, ephemeralEvent } from '@natter/protocol/schemas'
import { BEHIND_BYTES } from '../../src/gateway/outbox-bounds.ts'
import { deferredStore } from './deferred-store.ts'
import { house } from './house.ts'

test('GW-22 a room that moved is told once a second, with its head', async () => {
  const { ada, kim, den, clock } = await house()
  const client = await ada.connect()
  client.forget()
  for (let index = 0; index < 5; index++) await kim.say(den, `message ${index}`)
  await clock.advance(900)
  assert.deepEqual(client.said, [])
  await clock.advance(100)
  assert.deepEqual(client.said, [{ type: 'room.moved', room: den, seq: 8, n: 5, at: clock.now() - 1_000 }])
  await clock.advance(10_000)
  assert.equal(client.said.length, 1)
})

test('GW-22 mentions are told to whom they are about alone', async () => {
  const { ada, kim, bob, den, clock } = await house()
  await ada.write({ type: 'room.invite', room: den, user: bob.id, cid: 'x' }, den)
  const [adas, bobs] = [await ada.connect(), await bob.connect()]
  await kim.say(den, 'look, @ada')
  await kim.say(den, 'look again, @ada and @ada')
  await clock.advance(1_000)
  const [told] = adas.all('room.moved')
  assert.equal(told?.mentions, 2)
  assert.deepEqual(
    bobs.all('room.moved').map((event) => 'mentions' in event),
    [false],
  )
})

test('GW-22 a mention of everybody is told to everybody but its author, also in a greeting', async () => {
  const { ada, kim, bob, den, clock, stranger } = await house()
  await ada.write({ type: 'room.invite', room: den, user: bob.id, cid: 'x' }, den)
  const [adas, bobs, kims] = [await ada.connect(), await bob.connect(), await kim.connect()]
  await kim.say(den, 'look, @all, and you, @ada')
  await kim.say(den, 'anybody @here?')
  await clock.advance(1_000)
  const told = (client: typeof adas): (number | undefined)[] => client.all('room.moved').map((event) => event.mentions)
  assert.deepEqual([told(adas), told(bobs), told(kims)], [[2], [2], [undefined]])
  const { digest } = await stranger().hello(bob.token)
  assert.equal(digest[0]?.[4], 2)
})

test('GW-22 a renamed room is told with itself', async () => {
  const { ada, kim, den, clock } = await house()
  const client = await kim.connect()
  await ada.write({ type: 'room.update', room: den, name: 'The den', cid: 'x' }, den)
  await ada.write({ type: 'room.update', room: den, topic: 'Badgers', cid: 'y' }, den)
  await ada.say(den, 'hi')
  await clock.advance(1_000)
  const [told, ...more] = client.all('room.moved')
  ephemeralEvent.parse(told)
  assert.deepEqual(
    [told?.details?.name, told?.details?.topic, told?.details?.head[0], told?.seq, more.length],
    ['The den', 'Badgers', 6, 6, 0],
  )
})

test('GW-22 rooms beyond those that hello tells are followed as well', async () => {
  const { ada, kim, room, stranger, clock } = await house()
  const rooms = await Promise.all(Array.from({ length: 250 }, () => room(kim, [ada], 'private')))
  const client = stranger()
  const { digest } = await client.hello(ada.token)
  const told = new Set(digest.map(([id]) => id))
  const untold = rooms.filter((id) => !told.has(id))
  assert.equal(digest.length, 200)
  assert.equal(client.connection.rooms.size, 251)
  for (const id of untold) await kim.say(id, 'look, @ada')
  await clock.advance(1_000)
  const moved = client.all('room.moved')
  assert.deepEqual(new Set(moved.map(({ room }) => room)), new Set(untold))
  assert.ok(moved.every(({ mentions }) => mentions === 1))
})

test('GW-22 receipts and typing alone do not move a room', async () => {
  const { ada, kim, den, clock } = await house()
  const open = await ada.connect({ rooms: { [den]: null } })
  const client = await ada.connect()
  const kims = await kim.connect()
  await ada.say(den, 'hi')
  await clock.advance(1_000)
  assert.equal(client.all('room.moved').length, 1)
  await kims.must('delivered', { marks: { [den]: 4 } })
  await kims.must('read', { room: den, seq: 4 })
  await kims.must('typing', { room: den, on: true })
  await clock.advance(1_000)
  assert.equal(open.all('receipts.moved').length, 1)
  assert.equal(client.all('room.moved').length, 1)
})

test('GW-23 a mention that hello has counted is not told again', async () => {
  const { ada, kim, den, clock } = await house()
  const first = await ada.connect()
  await kim.say(den, 'look, @ada')
  const second = await ada.connect()
  await clock.advance(1_000)
  assert.deepEqual(
    first.all('room.moved').map(({ mentions }) => mentions),
    [1],
  )
  assert.deepEqual(second.all('room.moved'), [])
})

for (const method of ['greet', 'heads'] as const) {
  test(`GW-23 a mention that comes while hello waits for ${method} is told at the next tick`, async () => {
    const slow = deferredStore()
    const { ada, kim, den, clock, stranger, settle } = await house({ store: slow.wrap })
    slow.hold(method)
    const client = stranger()
    client.send('hello', { version: 1, token: ada.token })
    await settle()
    assert.ok(slow.waiting(method) > 0)
    await kim.say(den, 'look, @ada')
    await ada.write({ type: 'room.update', room: den, name: 'The den', cid: 'y' }, den)
    slow.release()
    await clock.advance(1_000)
    const told = client.all('room.moved').map(({ seq, mentions, details }) => ({ seq, mentions, name: details?.name }))
    const { digest } = client.answerTo<{ digest: [string, number][] }>(1).ok ?? { digest: [] }
    assert.equal(digest[0]?.[1], 3, 'the greeting must have been read before for this to mean anything')
    assert.deepEqual(told, [{ seq: 5, mentions: 1, name: 'The den' }])
  })
}

test('GW-23 a mention that was read on screen is not told when the room is closed', async () => {
  const { ada, kim, den, clock, settle } = await house()
  await ada.connect()
  const client = await ada.connect({ rooms: { [den]: null } })
  await kim.say(den, 'look, @ada')
  await settle()
  assert.equal(client.all('message.posted').length, 1)
  await client.must('room.close', { room: den })
  await clock.advance(1_000)
  assert.deepEqual(client.all('room.moved'), [])
  await kim.say(den, 'look, @ada')
  await clock.advance(1_000)
  assert.deepEqual(
    client.all('room.moved').map(({ seq, mentions }) => [seq, mentions]),
    [[5, 1]],
  )
})

test('GW-23 a room that is opened again is told by its events alone', async () => {
  const { ada, kim, den, clock } = await house()
  const client = await ada.connect()
  await client.must('activity', { state: 'idle' })
  await kim.say(den, 'look, @ada')
  await clock.advance(1_000)
  await client.open(den)
  await client.must('activity', { state: 'active' })
  await clock.advance(2_000)
  assert.deepEqual(client.all('room.moved'), [])
})

test('GW-24 typing reaches those who have the room open and are there', async () => {
  const { ada, kim, den, settle } = await house()
  const [open, closed] = [await ada.connect({ rooms: { [den]: null } }), await ada.connect()]
  const idle = await ada.connect({ rooms: { [den]: null } })
  await idle.must('activity', { state: 'idle' })
  const kims = await kim.connect()
  await kims.must('typing', { room: den, on: true })
  await kims.must('typing', { room: den, on: false })
  await settle()
  const base = { type: 'typing', room: den, by: kim.id }
  assert.deepEqual(open.all('typing'), [
    { ...base, expiresInMs: 6_000 },
    { ...base, expiresInMs: 0 },
  ])
  assert.deepEqual([...closed.all('typing'), ...idle.all('typing')], [])
})

test('GW-24 typing in a room one is not in is refused', async () => {
  const { bob, den } = await house()
  const client = await bob.connect()
  assert.equal((await client.ask('typing', { room: den, on: true })).error?.code, 'not_member')
})

test('GW-25 marks are told once a second, the latest of each', async () => {
  const { ada, kim, den, clock } = await house()
  const client = await ada.connect({ rooms: { [den]: null } })
  const kims = await kim.connect()
  for (let index = 0; index < 4; index++) await ada.say(den, `message ${index}`)
  await clock.advance(1_000)
  await kims.must('delivered', { marks: { [den]: 7 } })
  await kims.must('read', { room: den, seq: 4 })
  await kims.must('read', { room: den, seq: 5 })
  await clock.advance(1_000)
  assert.deepEqual(client.all('receipts.moved'), [{ type: 'receipts.moved', room: den, marks: [[kim.id, 5, 7]] }])
  await clock.advance(5_000)
  assert.equal(client.all('receipts.moved').length, 1)
})

test('GW-25 in a room that many have open marks are not told', async () => {
  const { ada, kim, den, clock } = await house()
  const clients = await Promise.all(Array.from({ length: 65 }, () => ada.connect({ rooms: { [den]: null } })))
  const kims = await kim.connect()
  const { seq } = await ada.say(den, 'hi')
  await kims.must('read', { room: den, seq })
  await clock.advance(1_000)
  assert.equal(clients.filter((client) => client.all('receipts.moved').length > 0).length, 0)
  clients[0]?.vanish()
  await kims.must('delivered', { marks: { [den]: seq } })
  await ada.say(den, 'hi')
  await kims.must('read', { room: den, seq: seq + 1 })
  await clock.advance(1_000)
  assert.equal(clients.filter((client) => client.all('receipts.moved').length > 0).length, 64)
})

test('GW-26 an idle client hears of rooms every ten seconds, and of everything when it is back', async () => {
  const { ada, kim, den, clock } = await house()
  const client = await ada.connect()
  await client.must('activity', { state: 'idle' })
  for (let second = 0; second < 10; second++) {
    await kim.say(den, 'look, @ada')
    await clock.advance(1_000)
  }
  const told = client.all('room.moved')
  assert.equal(told.length, 1)
  const before = told.reduce((sum, { mentions = 0 }) => sum + mentions, 0)
  for (let second = 0; second < 3; second++) {
    await kim.say(den, 'look, @ada')
    await ada.write({ type: 'room.update', room: den, name: `Den ${second}`, cid: `x${second}` }, den)
    await clock.advance(1_000)
  }
  await client.must('activity', { state: 'active' })
  await clock.advance(1_000)
  const all = client.all('room.moved')
  assert.equal(all.length, 2)
  assert.equal(
    all.reduce((sum, { mentions = 0 }) => sum + mentions, 0),
    13,
    `${before}`,
  )
  assert.deepEqual([all[1]?.seq, all[1]?.details?.name], [19, 'Den 2'])
})

test('GW-39 a reader that is behind is told less, and of moved rooms once it has caught up', async () => {
  const { ada, kim, den, room, clock } = await house()
  const attic = await room(ada, [kim])
  const client = await ada.connect({ rooms: { [den]: null } })
  const kims = await kim.connect({ rooms: { [den]: null } })
  client.transport.buffered = BEHIND_BYTES + 1
  await kims.must('typing', { room: den, on: true })
  await kims.must('delivered', { marks: { [den]: 3 } })
  await kim.say(attic, 'look, @ada')
  await clock.advance(1_000)
  await kim.say(attic, 'look, @ada')
  await kim.say(den, 'hi')
  await clock.advance(1_000)
  const types = client.said.flatMap((each) => ('type' in each ? [each.type] : []))
  assert.deepEqual(types, ['message.posted'])
  client.transport.buffered = 0
  await clock.advance(1_000)
  assert.deepEqual(
    client.all('room.moved').map(({ seq, mentions }) => [seq, mentions]),
    [[5, 2]],
  )
  for (const event of client.all('message.posted')) durableEvent.parse(event)
})

test('GW-39 a reader that has left something in its socket for two seconds is behind', async () => {
  const { ada, kim, den, clock, settle } = await house()
  const client = await ada.connect({ rooms: { [den]: null } })
  const kims = await kim.connect()
  client.transport.buffered = 1
  await clock.advance(1_000)
  await kims.must('typing', { room: den, on: true })
  assert.equal(client.all('typing').length, 1)
  await clock.advance(2_000)
  await kims.must('typing', { room: den, on: true })
  assert.equal(client.all('typing').length, 1)
  client.transport.buffered = 0
  await kims.must('typing', { room: den, on: true })
  await settle()
  assert.equal(client.all('typing').length, 2)
})
