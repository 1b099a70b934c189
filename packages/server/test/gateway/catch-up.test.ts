import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CatchUp, Cursor } from '@natter/protocol'
import { ANSWER_BYTES_MAX } from '../../src/commands/answer.ts'
import { ANSWERS_BYTES_MAX, OUTBOX_BYTES_MAX } from '../../src/gateway/outbox-bounds.ts'
import { HOT_TAIL_EVENTS_MAX } from '../../src/gateway/hot-tail.ts'
import { deferredBus } from './deferred-bus.ts'
import { deferredStore } from './deferred-store.ts'
import { house } from './house.ts'

test('GW-12 a delta from memory is the delta of the store', async () => {
  const slow = deferredStore()
  const { ada, kim, den, ports, settle } = await house({ store: slow.wrap })
  const client = await ada.connect()
  const fresh = await client.open(den)
  const first = await kim.say(den, 'Grüße 👋')
  await kim.write({ type: 'reaction.add', room: den, seq: first.seq, emoji: '👍', cid: 'r1' }, den)
  await kim.say(den, 'more')
  await settle()
  for (const cursor of [fresh.upTo, [first.seq, first.ref] as Cursor]) {
    const stored = await ports.store.catchUp(ada.id, den, cursor)
    assert.ok('json' in stored)
    slow.fail('catchUp', new Error('nobody should ask'))
    const served = await client.open(den, cursor)
    slow.fail('catchUp', undefined)
    assert.deepEqual(served, JSON.parse(stored.json))
    assert.equal(served.mode === 'delta' && served.events.length > 0, true)
  }
})

test('GW-13 a cursor that is null, unknown, of another log or too old begins anew', async () => {
  const { ada, kim, den, settle } = await house()
  const client = await ada.connect()
  const { upTo } = await client.open(den)
  for (let index = 0; index < 60; index++) await kim.say(den, `message ${index}`)
  await settle()
  for (const cursor of [null, [upTo[0], 'xxxx'], [99_999, upTo[1]]] as (Cursor | null)[]) {
    const reset = await client.open(den, cursor)
    assert.ok(reset.mode === 'reset')
    assert.deepEqual([reset.messages.length, reset.hole, reset.upTo[0]], [50, [1, 13], 63])
  }
  for (let index = 0; index < 600; index++) await kim.say(den, `more ${index}`)
  await settle()
  assert.equal((await client.open(den, upTo)).mode, 'reset')
})

test('GW-12 a reader from before the tail is served by the store', async () => {
  const { ada, kim, den, settle } = await house()
  const client = await ada.connect()
  const { upTo } = await client.open(den)
  const count = HOT_TAIL_EVENTS_MAX + 100
  for (let index = 0; index < count; index++) await kim.say(den, `message ${index}`)
  await settle()
  const delta = await client.open(den, upTo)
  assert.ok(delta.mode === 'delta')
  assert.deepEqual([delta.events.length, delta.events[0]?.seq], [count, upTo[0] + 1])
})

test('GW-14 events during the reading follow the reply, once', async () => {
  const slow = deferredStore()
  const { ada, kim, den, settle } = await house({ store: slow.wrap })
  const client = await ada.connect()
  slow.hold('catchUp')
  const id = client.send('room.open', { room: den })
  await settle()
  for (let index = 0; index < 3; index++) await kim.say(den, `message ${index}`)
  await settle()
  slow.release()
  await settle()
  await kim.say(den, 'live')
  await settle()
  assert.equal(client.answerTo<CatchUp>(id).ok?.upTo[0], 3)
  assert.deepEqual(
    client.all('message.posted').map(({ seq }) => seq),
    [4, 5, 6, 7],
  )
})

test('GW-14 a room that moves beyond its tail during the reading is read again', async () => {
  const slow = deferredStore()
  const { ada, kim, den, settle } = await house({ store: slow.wrap })
  const client = await ada.connect()
  slow.hold('catchUp')
  const id = client.send('room.open', { room: den })
  await settle()
  for (let index = 0; index < HOT_TAIL_EVENTS_MAX + 80; index++) await kim.say(den, `message ${index}`)
  await settle()
  await slow.next()
  slow.release()
  await settle()
  assert.equal(client.answerTo<CatchUp>(id).ok?.upTo[0], HOT_TAIL_EVENTS_MAX + 83)
  assert.deepEqual(client.all('message.posted'), [])
})

test('GW-14 the second of two openings of a room begins where it says', async () => {
  const slow = deferredStore()
  const { ada, kim, den, settle } = await house({ store: slow.wrap })
  const client = await ada.connect()
  slow.hold('catchUp')
  const ids = [client.send('room.open', { room: den }), client.send('room.open', { room: den })]
  await settle()
  await slow.next()
  await kim.say(den, 'hi')
  await settle()
  slow.release()
  await settle()
  const order = client.said.map((each) => ('re' in each ? `re ${each.re}` : 'seq' in each ? `seq ${each.seq}` : '?'))
  assert.deepEqual(order, ['re 1', `re ${ids[0]}`, 'seq 4', `re ${ids[1]}`, 'seq 4'])
})

test('GW-15 a room that is closed before it is open stays closed', async () => {
  const slow = deferredStore()
  const { ada, kim, den, settle } = await house({ store: slow.wrap })
  const client = await ada.connect()
  slow.hold('catchUp')
  const opened = client.send('room.open', { room: den })
  await settle()
  const closed = client.send('room.close', { room: den })
  await kim.say(den, 'hi')
  slow.release()
  await settle()
  assert.deepEqual([client.isAnswered(opened), client.isAnswered(closed)], [true, true])
  assert.equal(client.connection.rooms.get(den)?.level, 'digest')
  await kim.say(den, 'again')
  await settle()
  assert.deepEqual(client.all('message.posted'), [])
})

test('GW-16 rooms that are open or about to be are counted together', async () => {
  const slow = deferredStore()
  const { ada, room, settle } = await house({ store: slow.wrap, limits: { fullRooms: 3 } })
  const rooms = await Promise.all(Array.from({ length: 5 }, () => room(ada)))
  const client = await ada.connect()
  const [first, second, ...others] = rooms
  assert.ok(first !== undefined && second !== undefined)
  await client.open(first)
  slow.hold('catchUp')
  const ids = [second, ...others].map((id) => client.send('room.open', { room: id }))
  slow.release()
  await settle()
  client.transport.buffered = 0
  await settle()
  const codes = ids.map((id) => client.answerTo(id).error?.code)
  assert.deepEqual(codes, [undefined, undefined, 'quota', 'quota'])
  await client.open(first)
  await client.must('room.close', { room: first })
  await client.open(others[1] ?? first)
})

test('GW-17 rooms beyond what one answer holds are refused, and can be opened by themselves', async () => {
  const { ada, kim, room, settle, stranger } = await house()
  const rooms = await Promise.all(Array.from({ length: 8 }, () => room(ada, [kim])))
  for (const id of rooms) for (let index = 0; index < 40; index++) await kim.say(id, 'x'.repeat(5_000))
  await settle()
  const client = stranger()
  const reply = await client.hello(ada.token, { rooms: Object.fromEntries(rooms.map((id) => [id, null])) })
  const parts = Object.values(reply.rooms)
  const refused = parts.flatMap((part) => ('error' in part ? [part.error] : []))
  assert.ok(refused.length > 0 && refused.length < rooms.length, `${refused.length} of ${rooms.length}`)
  assert.ok(refused.every(({ code, retryAfterMs }) => code === 'overloaded' && retryAfterMs !== undefined))
  assert.ok(JSON.stringify(parts).length < ANSWER_BYTES_MAX * 1.1)
  for (const [id, part] of Object.entries(reply.rooms))
    if ('error' in part) assert.equal((await client.open(id as (typeof rooms)[0])).mode, 'reset')
  const synced = await client.must('sync', { rooms: Object.fromEntries(rooms.map((id) => [id, null])) })
  const left = Object.values(synced.rooms).filter((part) => 'error' in part)
  assert.ok(left.length > 0 && left.length < rooms.length)
  assert.equal(client.closed, undefined)
})

test('GW-17 a client that asks for more than it takes is refused, not closed', async () => {
  const { ada, kim, den, settle } = await house()
  for (let index = 0; index < 40; index++) await kim.say(den, 'x'.repeat(5_000))
  const client = await ada.connect()
  client.forget()
  client.transport.buffered = 1
  const ids = Array.from({ length: 12 }, () => client.send('history', { room: den }))
  const write = client.send('message.send', { room: den, cid: 'w', text: 'still here' })
  await settle()
  client.transport.buffered = 0
  await settle()
  const codes = ids.map((id) => client.answerTo(id).error?.code)
  assert.ok(codes.includes('overloaded') && codes.includes(undefined), JSON.stringify(codes))
  assert.ok(client.answerTo<{ seq: number }>(write).ok !== undefined)
  assert.ok(client.transport.frames.reduce((sum, { bytes }) => sum + bytes, 0) <= ANSWERS_BYTES_MAX + 4_096)
  client.transport.buffered = ANSWERS_BYTES_MAX
  const again = client.send('room.open', { room: den })
  await settle()
  client.transport.buffered = 0
  await settle()
  assert.equal(client.answerTo(again).error?.code, 'overloaded')
  assert.equal(client.closed, undefined)
  assert.ok(ANSWERS_BYTES_MAX < OUTBOX_BYTES_MAX)
})

test('GW-17 a reply to hello that is large in itself does not make its reader a slow one', async () => {
  const { ada, kim, den, stranger, settle, clock } = await house()
  for (let index = 0; index < 60; index++) await kim.say(den, 'x'.repeat(8_000))
  const client = stranger()
  client.transport.buffered = 1
  client.send('hello', { version: 1, token: ada.token, rooms: { [den]: null } })
  await settle()
  const { queuedBytes } = client.connection
  assert.ok(queuedBytes > 250_000, `${queuedBytes}`)
  client.transport.buffered = OUTBOX_BYTES_MAX + queuedBytes - 2_000
  await clock.advance(500)
  assert.equal(client.connection.isClosed, false)
  client.transport.buffered += 4_000
  await clock.advance(500)
  assert.equal(client.closed?.code, 'slowReader')
})

test('GW-18 a deleted text is in no catch-up', async () => {
  const { ada, kim, den, settle } = await house()
  const client = await ada.connect()
  const { upTo } = await client.open(den)
  const secret = await kim.say(den, 'my secret')
  await kim.write({ type: 'message.edit', room: den, seq: secret.seq, text: 'my second secret', cid: 'e1' }, den)
  await kim.say(den, 'something else')
  await kim.write({ type: 'message.delete', room: den, seq: secret.seq, cid: 'd1' }, den)
  await kim.say(den, 'more')
  await settle()
  for (const cursor of [upTo, [secret.seq, secret.ref] as Cursor, null]) {
    const text = JSON.stringify(await client.open(den, cursor))
    assert.ok(!text.includes('secret'), text)
    assert.ok(text.includes('something else'))
  }
})

test('GW-73 a page of a room on screen comes after the events that it knows of', async () => {
  const slow = deferredBus()
  const { ada, kim, den, settle } = await house({ bus: slow.wrap })
  await ada.say(den, 'one')
  const client = await kim.connect({ rooms: { [den]: null } })
  slow.lose(den)
  await ada.write({ type: 'reaction.add', room: den, seq: 4, emoji: '👍', cid: 'x' }, den)
  await ada.say(den, 'two')
  assert.equal(client.all('message.posted').length, 0, 'the bus has lost it')
  const id = client.send('history', { room: den })
  await settle()
  const order = client.said.map((frame) => ('type' in frame ? frame.type : 're' in frame ? frame.re : ''))
  assert.deepEqual(order.slice(-3), ['reaction.changed', 'message.posted', id])
})
