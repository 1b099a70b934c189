import assert from 'node:assert/strict'
import { test } from 'node:test'
import { house } from '../gateway/house.ts'
import { WRITE_BYTES_MAX } from '../../src/gateway/outbox-bounds.ts'
import { openStream } from './visitor.ts'

test('FB-1 the first line is what hello answers, then come events and controls', async () => {
  const there = await house()
  const { kim, ada, den, settle } = there
  const socket = await kim.connect()
  const hello = await there.stranger().hello(kim.token, { user: null, rooms: { [den]: null } })
  const stream = await openStream(there, kim, { user: null, rooms: { [den]: null }, device: 'd_1', client: 'web/1' })
  await settle()
  assert.deepEqual({ ...stream.first, connection: '' }, { ...hello, connection: '' })
  assert.equal(stream.said.length, 0)
  const { seq } = await ada.say(den, 'hi')
  await settle()
  assert.deepEqual(
    stream.said.map((each) => ('type' in each && 'seq' in each ? [each.type, each.seq] : each)),
    [['message.posted', seq]],
  )
  assert.deepEqual(
    there.gateway.list().map(({ transport, device, client }) => [transport, device, client]),
    [
      ['websocket', '', ''],
      ['websocket', '', ''],
      ['stream', 'd_1', 'web/1'],
    ],
  )
  socket.vanish()
})

test('FB-2 a stream ends within a minute with the word to come back, and not all do at once', async () => {
  const there = await house()
  const { ada, clock } = there
  const streams = await Promise.all(Array.from({ length: 10 }, () => openStream(there, ada)))
  const seconds = streams.map(() => 0)
  for (let second = 1; second <= 60; second++) {
    await clock.advance(1_000)
    streams.forEach(({ isOver }, index) => {
      if (isOver && seconds[index] === 0) seconds[index] = second
    })
  }
  assert.ok(Math.min(...seconds) >= 40 && Math.max(...seconds) <= 60, seconds.join())
  assert.ok(new Set(seconds).size >= 4, seconds.join())
  for (const { said } of streams) assert.deepEqual(said.at(-1), { control: 'drain', reconnectInMs: 0 })
  assert.deepEqual(there.gateway.list(), [])
})

test('FB-3 silence is broken by a ping, which nobody has to answer', async () => {
  const there = await house()
  const stream = await openStream(there, there.ada)
  await there.clock.advance(40_000)
  assert.deepEqual(stream.said[0], { control: 'ping' })
  assert.equal(stream.isOver, false, 'a socket would have been closed')
})

test('FB-4 a stream that ends before its time says why in its last line', async () => {
  const there = await house()
  const { ada, kim, clock, ports, settle, gateway, signIn } = there
  const short = await openStream(there, await signIn(ada, 'short', 10_000))
  const left = await openStream(there, kim)
  ports.bus.publish('all', { kind: 'signedOut', user: kim.id, why: 'accountDisabled' })
  await settle()
  assert.deepEqual(left.said.at(-1), { control: 'close', code: 4504, reason: 'This account was switched off.' })
  await clock.advance(11_000)
  assert.deepEqual(short.said.at(-1), {
    control: 'close',
    code: 4401,
    reason: 'The token has ended. Renew it and come back.',
  })
  const last = await openStream(there, ada)
  gateway.stop(2_000)
  await settle()
  const [drain, close] = last.said.slice(-2)
  assert.ok(drain !== undefined && 'reconnectInMs' in drain)
  assert.deepEqual(close, { control: 'close', code: 4001, reason: `{"retryInMs":${drain.reconnectInMs}}` })
  assert.deepEqual([left.isOver, short.isOver, last.isOver], [true, true, true])
  assert.equal((await openStream(there, ada)).refused?.code, 'unavailable')
})

test('FB-8 a client that goes away is let go, whenever it does', async () => {
  const there = await house()
  const { ada, den, settle, gateway } = there
  const stream = await openStream(there, ada, { rooms: { [den]: null } })
  await settle()
  assert.equal(gateway.list().length, 1)
  stream.cancel()
  await settle()
  assert.deepEqual(gateway.list(), [])
  const early = await Promise.all([
    openStream(there, ada).then((opened) => opened),
    Promise.resolve().then(() => settle()),
  ])
  early[0].cancel()
  await settle()
  assert.deepEqual(gateway.list(), [])
  assert.equal(gateway.users.size, 0)
})

test('FB-9 a reader that falls behind is freed of what it can read again, and cut off where it takes nothing', async () => {
  const there = await house()
  const { kim, ada, den, settle, gateway, clock } = there
  const stuck = await openStream(there, kim, { rooms: { [den]: null } })
  const slow = await openStream(there, kim, { rooms: { [den]: null } })
  const good = await openStream(there, kim, { rooms: { [den]: null } })
  await settle()
  stuck.pause()
  slow.pause()
  const text = 'x'.repeat(8_000)
  for (let index = 0; index < 140; index++) {
    await ada.say(den, text)
    await settle()
  }
  await clock.advance(1_000)
  assert.ok(gateway.budget.bytes < 4 * WRITE_BYTES_MAX, `${gateway.budget.bytes}`)
  assert.deepEqual([stuck.wire.isCut, slow.wire.isCut], [false, false])
  void slow.read()
  await clock.advance(1_000)
  assert.equal(slow.isOver, true)
  assert.deepEqual(slow.said.at(-1), { control: 'drain', reconnectInMs: 0 })
  const seqs = slow.said.flatMap((each) => ('type' in each && 'seq' in each ? [each.seq] : []))
  assert.ok(seqs.length > 0 && seqs.length < 140)
  assert.ok(
    seqs.every((seq, index) => seq === (seqs[0] ?? 0) + index),
    'what it was told has no hole',
  )
  await clock.advance(20_000)
  assert.equal(stuck.wire.isCut, true)
  assert.equal(gateway.list().length, 1)
  assert.equal(good.said.length, 140)
})

test('FB-9 what the kernel has not taken counts as well', async () => {
  const there = await house()
  const stream = await openStream(there, there.kim)
  await there.settle()
  stream.wire.buffered = 2_000_000
  assert.equal(there.gateway.list()[0]?.queuedBytes, 2_000_000)
  await there.clock.advance(1_000)
  assert.equal(stream.wire.isCut, true)
})

test('FB-9 a reader that does not take the end is cut off', async () => {
  const there = await house()
  const { kim, ada, den, settle, gateway, clock, ports } = there
  const stream = await openStream(there, kim, { rooms: { [den]: null } })
  await settle()
  stream.pause()
  for (let index = 0; index < 3; index++) {
    await ada.say(den, 'hi')
    await settle()
  }
  ports.bus.publish('all', { kind: 'signedOut', user: kim.id, why: 'signedOut' })
  await clock.advance(4_000)
  assert.deepEqual([stream.isOver, stream.wire.isCut], [false, false])
  await clock.advance(2_000)
  assert.equal(stream.wire.isCut, true)
  assert.equal(gateway.users.size, 0)
})
