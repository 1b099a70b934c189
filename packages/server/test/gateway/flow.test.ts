import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import { OUTBOX_BYTES_MAX } from '../../src/gateway/outbox-bounds.ts'
import { house } from './house.ts'

test('GW-37 an event is one frame for everybody, and sixteen are one write a socket', async () => {
  const { ada, kim, den, settle } = await house()
  const clients = await Promise.all(Array.from({ length: 100 }, () => ada.connect({ rooms: { [den]: null } })))
  for (const client of clients) client.forget()
  const stringify = mock.method(JSON, 'stringify')
  await kim.write({ type: 'message.send', room: den, cid: 'one', text: 'hi' }, den)
  await settle()
  const calls = stringify.mock.callCount()
  stringify.mock.restore()
  assert.ok(calls < 10, `${calls} encodings for one event`)
  const [first] = clients.map(({ transport }) => transport.frames[0])
  assert.ok(first !== undefined)
  assert.ok(clients.every(({ transport }) => transport.frames.length === 1 && transport.frames[0] === first))

  for (const client of clients) client.forget()
  const items = Array.from({ length: 16 }, (_, index) => ({ cid: `many${index}`, text: `message ${index}` }))
  await kim.write({ type: 'message.sendMany', room: den, items }, den)
  await settle()
  assert.deepEqual(new Set(clients.map(({ transport }) => transport.writes.length)), new Set([1]))
  assert.deepEqual(new Set(clients.map(({ transport }) => transport.frames.length)), new Set([16]))
})

test('GW-37 a digest that mentions everybody is one frame for all whom it mentions as often', async () => {
  const { ada, kim, bob, den, clock } = await house()
  await ada.write({ type: 'room.invite', room: den, user: bob.id, cid: 'x' }, den)
  const [adas, bobs, kims] = [await ada.connect(), await bob.connect(), await kim.connect()]
  await clock.advance(1_000)
  for (const client of [adas, bobs, kims]) client.forget()
  await kim.say(den, 'tea for @all')
  await kim.say(den, 'and cake for @ada')
  await kim.say(den, 'and for @bob')
  await clock.advance(1_000)
  const [toAda] = adas.transport.frames
  assert.match(toAda?.json ?? '', /"mentions":2/)
  assert.deepEqual([bobs.transport.frames[0] === toAda, kims.transport.frames[0] === toAda], [true, false])
})

test('GW-37 a WebSocket frame is built once and shared', async () => {
  const { ada, kim, den, settle } = await house()
  const clients = [await ada.connect({ rooms: { [den]: null } }), await ada.connect({ rooms: { [den]: null } })]
  for (const client of clients) client.forget()
  for (const text of ['a', 'ü'.repeat(100), 'x'.repeat(8_000)]) await kim.say(den, text)
  await settle()
  const [one, other] = clients.map(({ transport }) => transport.frames)
  assert.equal(one?.length, 3)
  for (const [index, frame] of (one ?? []).entries()) {
    const bytes = Buffer.byteLength(frame.json)
    const header = bytes < 126 ? 2 : 4
    assert.equal(frame.websocket, other?.[index]?.websocket)
    assert.deepEqual([frame.bytes, frame.websocket.length, frame.websocket[0]], [bytes, bytes + header, 0x81])
    assert.equal(header === 2 ? frame.websocket[1] : frame.websocket.readUInt16BE(2), bytes)
    assert.equal(frame.websocket.toString('utf8', header), frame.json)
  }
})

test('GW-37 the answer and the echo of a message go out in one write', async () => {
  const { ada, den, settle } = await house()
  const client = await ada.connect({ rooms: { [den]: null } })
  client.forget()
  client.send('message.send', { room: den, cid: 'c', text: 'hi' })
  await settle()
  assert.deepEqual([client.transport.writes.length, client.said.length], [1, 2])
})

test('GW-38 a reader that takes nothing is closed, and what waited for it is freed', async () => {
  const { ada, kim, den, settle, gateway, clock } = await house()
  const stuck = await ada.connect({ rooms: { [den]: null } })
  const quick = await ada.connect({ rooms: { [den]: null } })
  stuck.transport.buffered = 20_000
  await kim.say(den, 'this is taken, but not read')
  await settle()
  const writes = stuck.transport.writes.length
  await kim.say(den, 'hi')
  await settle()
  assert.equal(stuck.transport.writes.length, writes, 'nothing is added to what it does not read')
  stuck.transport.buffered = OUTBOX_BYTES_MAX + 100_000
  await clock.advance(500)
  assert.equal(stuck.closed?.code, 'slowReader')
  stuck.transport.buffered = 0
  assert.equal(stuck.connection.queuedBytes, 0)
  await clock.advance(1_000)
  assert.equal(gateway.list().length, 1)
  assert.equal(gateway.budget.bytes, 0)
  assert.equal(quick.all('message.posted').length, 2)
})

test('GW-38 a reader is closed for what is kept for it; bytes count, not characters', async () => {
  const { ada, kim, ports, settle } = await house()
  const client = await ada.connect()
  client.transport.buffered = 1
  // Rows of the user's own log have to be kept: only how many there are is made up here.
  const name = 'ü'.repeat(50)
  const characters = JSON.stringify({ name }).length
  let count = 0
  while (!client.connection.isClosed && count < 20_000) {
    const announcement = { id: `an_${++count}`, text: name.repeat(10), at: 0, by: kim.id }
    ports.bus.publish('all', { kind: 'announcement', announcement: announcement as never })
    await settle()
  }
  assert.equal(client.closed?.code, 'slowReader')
  assert.ok(count * characters * 10 < OUTBOX_BYTES_MAX, `${count}`)
})

test('GW-70 a reader that takes what it is given is told everything, however much comes between two ticks', async () => {
  const { ada, kim, den, settle, clock } = await house()
  const client = await ada.connect({ rooms: { [den]: null } })
  for (const name of ['a', 'b', 'c', 'd']) {
    const items = Array.from({ length: 32 }, (_, index) => ({ cid: `${name}${index}`, text: 'ü'.repeat(8_000) }))
    await kim.write({ type: 'message.sendMany', room: den, items }, den)
  }
  await settle()
  await clock.advance(1_000)
  const posted = client.all('message.posted')
  assert.equal(posted.length, 128)
  assert.ok(posted.length * 16_000 > OUTBOX_BYTES_MAX)
  assert.equal(client.connection.isClosed, false)
  assert.deepEqual(
    client.said.filter((each) => 'control' in each && each.control === 'lag'),
    [],
  )
})

test('GW-38 a socket that fills with what it did not ask for is seen by the look at all connections', async () => {
  const { ada, clock } = await house()
  const client = await ada.connect()
  client.transport.buffered = OUTBOX_BYTES_MAX * 2
  await clock.advance(500)
  assert.equal(client.closed?.code, 'slowReader')
})

test('GW-40 a road that breaks in the writing ends alone', async () => {
  const { ada, kim, den, settle, logged, gateway, clock } = await house()
  const clients = [1, 2, 3].map(() => ada.connect({ rooms: { [den]: null } }))
  const [first, broken, last] = await Promise.all(clients)
  assert.ok(first !== undefined && broken !== undefined && last !== undefined)
  broken.transport.breaks = new Error('no road')
  await kim.say(den, 'hi')
  await settle()
  await kim.say(den, 'again')
  await clock.advance(1_000)
  assert.deepEqual(
    [first, last].map((client) => client.all('message.posted').length),
    [2, 2],
  )
  assert.equal(broken.transport.isTerminated, true)
  assert.equal(gateway.list().length, 2)
  assert.ok(logged.some(({ message }) => message === 'A connection could not be written to.'))
})
