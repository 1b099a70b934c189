import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Client } from './client.ts'
import { house } from './house.ts'

function pingsOf(client: Client): number {
  return client.said.filter((each) => 'control' in each && each.control === 'ping').length
}

test('GW-41 silence is broken by a ping in both ways, not by all at once', async () => {
  const { ada, clock } = await house()
  const clients = await Promise.all(Array.from({ length: 12 }, () => ada.connect()))
  const seconds: number[] = []
  for (let second = 1; second <= 31; second++) {
    await clock.advance(1_000)
    for (const client of clients) if (pingsOf(client) > 0 && client.transport.pings === 1) seconds.push(second)
    for (const client of clients) if (pingsOf(client) > 0) client.transport.pings = 0
  }
  assert.equal(seconds.length, 12)
  assert.ok(Math.min(...seconds) >= 20 && Math.max(...seconds) <= 31, seconds.join())
  assert.ok(new Set(seconds).size >= 4, seconds.join())
})

test('GW-41 whoever is spoken to is not pinged, but for being silent', async () => {
  const { ada, kim, den, clock } = await house()
  const client = await ada.connect({ rooms: { [den]: null } })
  for (let second = 0; second < 39; second++) {
    await kim.say(den, 'hi')
    await clock.advance(1_000)
  }
  assert.equal(pingsOf(client), 0)
  for (let second = 0; second < 22; second++) {
    await kim.say(den, 'hi')
    await clock.advance(1_000)
  }
  assert.equal(pingsOf(client), 1, 'a peer that is gone would be spoken to for ever')
  assert.equal(client.closed, undefined)
})

test('GW-42 no sign of life in ten seconds ends the connection', async () => {
  const { ada, clock } = await house()
  const [mute, alive, chatty] = [await ada.connect(), await ada.connect(), await ada.connect()]
  for (const client of [mute, chatty]) client.transport.pong = undefined
  for (let second = 0; second < 45; second++) {
    await clock.advance(1_000)
    if (pingsOf(chatty) > 0) chatty.sendText('{"control":"pong"}')
  }
  assert.equal(mute.closed?.code, 'noPong')
  assert.deepEqual([alive.closed, chatty.closed], [undefined, undefined])
})

test('GW-42 any frame is a sign of life, also one that is refused', async () => {
  const { ada, clock } = await house()
  const client = await ada.connect()
  client.transport.pong = undefined
  for (let second = 0; second < 120; second++) {
    await clock.advance(1_000)
    if (second % 9 === 0) client.sendText('nonsense')
  }
  assert.equal(client.closed, undefined)
})

test('GW-43 a process that stood still blames nobody', async () => {
  const { ada, clock, settle } = await house()
  const client = await ada.connect()
  client.transport.pong = undefined
  while (pingsOf(client) === 0) await clock.advance(500)
  await clock.stall(60_000)
  await settle()
  assert.equal(client.closed, undefined)
  client.sendText('{"control":"pong"}')
  await clock.advance(1_000)
  assert.equal(client.closed, undefined)
})

test('GW-43 time that stood still is only added once', async () => {
  const { ada, clock } = await house()
  const client = await ada.connect()
  client.transport.pong = undefined
  while (pingsOf(client) === 0) await clock.advance(500)
  await clock.stall(60_000)
  await clock.advance(11_000)
  assert.equal(client.closed?.code, 'noPong')
})

test("GW-44 a client's ping is answered", async () => {
  const { ada, settle } = await house()
  const client = await ada.connect()
  client.forget()
  client.sendText('{"control":"ping"}')
  client.sendText('{"control":"pong"}')
  await settle()
  assert.deepEqual(client.said, [{ control: 'pong' }])
})
