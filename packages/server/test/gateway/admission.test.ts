import assert from 'node:assert/strict'
import { once } from 'node:events'
import { test } from 'node:test'
import { CLOSE } from '@natter/protocol'
import { WRITE_BYTES_MAX } from '../../src/gateway/outbox-bounds.ts'
import { openStream, startPoll } from '../fallback/visitor.ts'
import { house } from './house.ts'
import { served } from './served.ts'
import { clientFrame, PING, TEXT, upgradeRequest, WireReader } from './wire-frames.ts'

const LONG = 'x'.repeat(7_500)
const KIB = 1_024

test('GW-71 readers who together have too much waiting lose it, the one with the most first', async () => {
  const there = await house({ bounds: { outboxBytes: 430 * KIB } })
  const { ada, kim, den, room, gateway, clock, settle } = there
  const attic = await room(ada, [kim])
  const [most, some, none] = [
    await ada.connect({ rooms: { [den]: null, [attic]: null } }),
    await ada.connect({ rooms: { [attic]: null } }),
    await ada.connect({ rooms: { [den]: null, [attic]: null } }),
  ]
  for (const client of [most, some]) client.transport.buffered = 1
  const say = async (where: typeof den, bytes: number): Promise<void> => {
    for (let said = 0; said < bytes; said += LONG.length) {
      await kim.say(where, LONG)
      await settle()
    }
  }
  await say(den, 100 * KIB)
  await say(attic, 140 * KIB)
  await clock.advance(500)
  assert.equal(gateway.budget.isOver, false)
  assert.deepEqual([most.connection.outbox.lag, some.connection.outbox.lag], [undefined, undefined])
  // Not enough for the one who has to be looked at by itself, but for both together.
  await say(attic, 45 * KIB)
  await clock.advance(500)
  assert.ok(most.connection.outbox.lag !== undefined)
  assert.equal(some.connection.outbox.lag, undefined)
  assert.equal(gateway.budget.isOver, false)
  assert.ok(most.connection.queuedBytes < WRITE_BYTES_MAX)
  assert.equal(none.connection.queuedBytes, 0)
})

test('GW-71 where that is not enough, the one with the most is closed, and newcomers are told to come back', async () => {
  const there = await house({ bounds: { outboxBytes: 400 * KIB } })
  const { ada, kim, den, stranger, gateway, clock, settle } = there
  const [most, some] = [await ada.connect(), await ada.connect()]
  most.transport.buffered = 250 * KIB
  some.transport.buffered = 200 * KIB
  await kim.say(den, 'hi')
  gateway.budget.change(450 * KIB)
  const late = stranger()
  late.send('hello', { version: 1, token: ada.token })
  await settle()
  assert.equal(late.closed?.code, 'overloaded')
  const { retryInMs } = JSON.parse(late.closed?.reason ?? '') as { retryInMs: number }
  assert.ok(retryInMs >= 1_000 && retryInMs < 5_000)
  assert.deepEqual(gateway.degraded, ['memory'])
  assert.equal((await openStream(there, ada)).refused?.code, 'overloaded')
  const poll = await startPoll(there, ada, {}, 0)
  await settle()
  assert.ok((poll.refused()?.retryAfterMs ?? 0) >= 1_000)
  gateway.budget.change(-450 * KIB)
  await clock.advance(500)
  assert.deepEqual([most.closed?.code, some.closed], ['slowReader', undefined])
  assert.deepEqual(gateway.degraded, [])
  await stranger().hello(ada.token)
})

test('GW-72 a node that has all the connections it can hold turns upgrades, streams and polls away', async () => {
  let connectionsMax = 2
  const there = await house({ bounds: { connectionsMax: () => connectionsMax } })
  const { ada, gateway, settle } = there
  const [one] = [await ada.connect(), await ada.connect()]
  assert.equal(gateway.admission.busy()?.why, 'This server has all the connections it can hold.')
  assert.deepEqual(gateway.degraded, ['connections'])
  assert.equal((await openStream(there, ada)).refused?.code, 'overloaded')
  one.vanish()
  assert.equal(gateway.admission.busy(), undefined)
  connectionsMax = 1
  await settle()
  assert.ok(gateway.admission.busy() !== undefined)
  assert.equal(gateway.list().length, 1, 'who is there stays')
})

test('GW-72 an upgrade that would only be turned away at its hello is answered with 503 and a time', async (t) => {
  const { socket, person, wire, host } = await served(t, { NATTER_LIMIT_HELLOS_PER_SECOND: '2' })
  const { accessToken } = await person('ada')
  await Promise.all([socket().hello(accessToken), socket().hello(accessToken)])
  const raw = await wire()
  raw.write(upgradeRequest(host))
  const head = await new WireReader(raw).head()
  assert.match(head, /^HTTP\/1\.1 503 Service Unavailable/)
  assert.match(head, /\r\nRetry-After: [1-5](\r\n|$)/)
})

test('SE-2 a hello that drips, between pings, is as late as one that does not come', async (t) => {
  const { clock, wire, host } = await served(t)
  const raw = await wire()
  const reader = new WireReader(raw)
  raw.write(upgradeRequest(host))
  await reader.head()
  // Begun, and then continued in fragments so small that it never ends.
  raw.write(clientFrame(TEXT, '{', false))
  for (let second = 0; second < 5; second++) {
    raw.write(clientFrame(PING, `${second}`))
    const { payload } = await reader.frame()
    assert.equal(payload.toString(), `${second}`, 'the server hears and answers')
    raw.write(clientFrame(0, ' ', false))
    await clock.advance(900)
  }
  raw.write(clientFrame(PING, 'last'))
  await reader.frame()
  await clock.advance(500)
  const { opcode, payload } = await reader.frame()
  assert.deepEqual([opcode, payload.readUInt16BE(0)], [8, CLOSE.helloTimeout])
  raw.destroy()
  await once(raw, 'close')
})
