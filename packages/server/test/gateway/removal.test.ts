import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deferredBus } from './deferred-bus.ts'
import { deferredStore } from './deferred-store.ts'
import { house } from './house.ts'

test('GW-20 somebody who was removed hears the removal, and nothing after it', async () => {
  const { ada, kim, den, settle, clock } = await house()
  const [open, closed] = [await kim.connect({ rooms: { [den]: null } }), await kim.connect()]
  const adas = await ada.connect({ rooms: { [den]: null } })
  await ada.say(den, 'hello @kim')
  await settle()
  assert.equal(open.all('message.posted').length, 1, 'kim must have heard something for this to mean anything')
  await clock.advance(1_000)
  for (const client of [open, closed, adas]) client.forget()
  await ada.write({ type: 'room.remove', room: den, user: kim.id, cid: 'x' }, den)
  await ada.say(den, 'about @kim')
  await ada.write({ type: 'room.update', room: den, name: 'Secret', cid: 'y' }, den)
  await clock.advance(30_000)
  assert.deepEqual(
    open.said.flatMap((each) => ('type' in each ? [each.type] : [])),
    ['member.left', 'inbox.roomRemoved'],
  )
  assert.deepEqual(
    closed.said.flatMap((each) => ('type' in each ? [each.type] : [])),
    ['inbox.roomRemoved'],
  )
  assert.equal(adas.all('message.posted').length, 1)
  assert.deepEqual([open.connection.rooms.size, closed.connection.rooms.size], [0, 0])
})

test('GW-20 somebody who was removed can read nothing more', async () => {
  const { ada, kim, room, settle } = await house()
  const attic = await room(ada, [kim], 'private')
  const client = await kim.connect()
  const { upTo } = await client.open(attic)
  await ada.write({ type: 'room.remove', room: attic, user: kim.id, cid: 'x' }, attic)
  await settle()
  const asked = [
    await client.ask('room.open', { room: attic, cursor: upTo }),
    await client.ask('history', { room: attic }),
    await client.ask('members', { room: attic }),
    await client.ask('receipts', { room: attic, seq: 1 }),
    await client.ask('typing', { room: attic, on: true }),
    await client.ask('read', { room: attic, seq: 1 }),
    await client.ask('message.send', { room: attic, cid: 'z', text: 'hi' }),
  ]
  assert.deepEqual(new Set(asked.map(({ error }) => error?.code)), new Set(['not_found']))
  const synced = await client.must('sync', { rooms: { [attic]: upTo } })
  assert.deepEqual(
    Object.values(synced.rooms).map((part) => 'error' in part && part.error.code),
    ['not_found'],
  )
  assert.deepEqual((await client.must('rooms', { rooms: [attic] })).rooms, [])
})

for (const method of ['greet', 'heads', 'catchUp'] as const) {
  test(`GW-20 a removal while hello waits for ${method} is minded`, async () => {
    const slow = deferredStore()
    const { ada, kim, den, settle, stranger, clock } = await house({ store: slow.wrap })
    slow.hold(method)
    const client = stranger()
    client.send('hello', { version: 1, token: kim.token, rooms: { [den]: null } })
    await settle()
    assert.ok(slow.waiting(method) > 0)
    await ada.write({ type: 'room.remove', room: den, user: kim.id, cid: 'x' }, den)
    const after = await ada.say(den, 'about @kim')
    await settle()
    slow.release()
    await clock.advance(5_000)
    await ada.say(den, 'more about @kim')
    await clock.advance(30_000)
    assert.ok('ok' in (client.said[0] ?? {}), 'kim comes in')
    assert.equal(client.connection.rooms.size, 0)
    const text = JSON.stringify(client.said)
    assert.ok(!text.includes('about @kim') && !text.includes('room.moved'), text)
    assert.ok(
      !client.said.some((each) => 'seq' in each && 'room' in each && each.type === 'message.posted'),
      `${after.seq}`,
    )
  })
}

test('GW-20 a removal during the reading of a room is minded', async () => {
  const slow = deferredStore()
  const { ada, kim, room, settle } = await house({ store: slow.wrap })
  const attic = await room(ada, [kim], 'private')
  const client = await kim.connect()
  slow.hold('catchUp')
  const id = client.send('room.open', { room: attic })
  await settle()
  await ada.write({ type: 'room.remove', room: attic, user: kim.id, cid: 'x' }, attic)
  await ada.say(attic, 'now without kim')
  await settle()
  slow.release()
  await settle()
  assert.equal(client.answerTo(id).error?.code, 'not_found')
  await ada.say(attic, 'still without kim')
  await settle()
  assert.deepEqual(client.all('message.posted'), [])
  assert.equal(client.connection.rooms.has(attic), false)
})

test('GW-21 a return during the reading of a room is minded as well', async () => {
  const slow = deferredStore()
  const { ada, kim, den, settle } = await house({ store: slow.wrap })
  const client = await kim.connect()
  slow.hold('catchUp')
  const id = client.send('room.open', { room: den })
  await settle()
  await ada.write({ type: 'room.remove', room: den, user: kim.id, cid: 'x' }, den)
  await ada.write({ type: 'room.invite', room: den, user: kim.id, cid: 'y' }, den)
  slow.release()
  await settle()
  assert.equal(client.answerTo<{ upTo: [number, string] }>(id).ok?.upTo[0], 5)
  await ada.say(den, 'welcome back')
  await settle()
  assert.deepEqual(
    client.all('message.posted').map(({ seq }) => seq),
    [6],
  )
})

test('GW-21 whoever comes back is followed again', async () => {
  const { ada, kim, den, settle, clock } = await house()
  const client = await kim.connect()
  await ada.write({ type: 'room.remove', room: den, user: kim.id, cid: 'x' }, den)
  await settle()
  await ada.write({ type: 'room.invite', room: den, user: kim.id, cid: 'y' }, den)
  await settle()
  client.forget()
  await ada.say(den, 'welcome back @kim')
  await clock.advance(1_000)
  const [moved] = client.all('room.moved')
  assert.deepEqual([moved?.room, moved?.seq, moved?.mentions], [den, 6, 1])
})

test('GW-21 a removal that is heard after the return does not undo it', async () => {
  const slow = deferredBus()
  const { ada, kim, den, settle, clock } = await house({ bus: slow.wrap })
  await ada.connect({ rooms: { [den]: null } })
  const client = await kim.connect()
  slow.hold(den)
  await ada.write({ type: 'room.remove', room: den, user: kim.id, cid: 'x' }, den)
  await ada.write({ type: 'room.invite', room: den, user: kim.id, cid: 'y' }, den)
  const { upTo } = await client.open(den)
  assert.equal(upTo[0], 5)
  await slow.release()
  await settle()
  await ada.say(den, 'welcome back')
  await clock.advance(1_000)
  assert.deepEqual(
    client.all('message.posted').map(({ seq }) => seq),
    [6],
  )
})

test('GW-20 a removal whose every word is lost on the bus is found by the sweep', async () => {
  const slow = deferredBus()
  const { ada, kim, den, clock } = await house({ bus: slow.wrap })
  const client = await kim.connect({ rooms: { [den]: null } })
  slow.lose(den)
  slow.lose(kim.id)
  await ada.write({ type: 'room.remove', room: den, user: kim.id, cid: 'x' }, den)
  await clock.advance(20_000)
  assert.equal(client.connection.rooms.size, 0)
  assert.equal(client.all('inbox.roomRemoved').length, 1)
})
