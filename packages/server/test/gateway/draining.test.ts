import assert from 'node:assert/strict'
import { test } from 'node:test'
import { house } from './house.ts'

test('GW-49 a node that drains serves its clients until each has left by itself', async () => {
  const { ada, kim, den, gateway, stranger, settle, clock, ports } = await house()
  const clients = await Promise.all(Array.from({ length: 20 }, () => ada.connect({ rooms: { [den]: null } })))
  const writer = await kim.connect()
  const silent = stranger()
  let isOver = false
  void gateway.drain(10_000).then(() => (isOver = true))
  await settle()
  assert.equal(silent.closed?.code, 'goingAway')
  assert.deepEqual(gateway.degraded, ['draining'])
  assert.equal(gateway.admission.busy()?.why, 'This server is stopping. Try again shortly.')
  const waits = clients.map((client) => {
    const drain = client.said.find((each) => 'control' in each && each.control === 'drain')
    assert.ok(drain !== undefined && 'reconnectInMs' in drain)
    return drain.reconnectInMs
  })
  assert.ok(Math.max(...waits) < 5_000 && Math.max(...waits) > 2_500 && new Set(waits).size > 15, waits.join())
  await clock.advance(9_000)
  const { seq } = await writer.must('message.send', { room: den, cid: 'late', text: 'still here' })
  assert.ok(clients.every((client) => client.all('message.posted').at(-1)?.seq === seq))
  assert.equal((await ports.store.eventsAfter(den, seq - 1, 1)).length, 1)
  for (const client of clients) client.send('bye', {})
  await settle()
  assert.equal(isOver, false)
  writer.send('bye', {})
  await settle()
  assert.equal(isOver, true, 'nobody is waited for who is not there')
  gateway.stop(2_000)
  assert.equal(clock.timers, 0)
})

test('GW-49 who has not left when the window of a node ends is told when to come back', async () => {
  const { ada, gateway, settle, clock } = await house()
  const client = await ada.connect()
  const drained = gateway.drain(10_000).then(() => gateway.stop(2_000))
  await clock.advance(9_999)
  assert.equal(client.connection.isClosed, false)
  await clock.advance(1)
  await drained
  await settle()
  assert.equal(client.closed?.code, 'goingAway')
  const { retryInMs } = JSON.parse(client.closed?.reason ?? '') as { retryInMs: number }
  assert.ok(retryInMs >= 0 && retryInMs < 2_000)
})
