import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BEHIND_BYTES } from '../../src/gateway/outbox-bounds.ts'
import { house } from './house.ts'

test('GW-34 watchers get a snapshot and then each change', async () => {
  const { ada, kim, bob, clock } = await house()
  const client = await ada.connect()
  const before = await kim.connect()
  assert.deepEqual(await client.must('presence.watch', { users: [kim.id, bob.id] }), {
    presence: { [kim.id]: 'active', [bob.id]: 'offline' },
  })
  await before.must('activity', { state: 'idle' })
  await clock.advance(1_000)
  await before.must('presence.set', { status: 'dnd' })
  await clock.advance(1_000)
  await bob.connect()
  await clock.advance(1_000)
  assert.deepEqual(
    client.all('presence.changed').map(({ presence }) => presence),
    [{ [kim.id]: 'away' }, { [kim.id]: 'dnd' }, { [bob.id]: 'active' }],
  )
})

test('GW-34 somebody who reloads does not go, and one who is gone goes after a while', async () => {
  const { ada, kim, clock, gateway } = await house()
  const client = await ada.connect()
  const kims = await kim.connect()
  await client.must('presence.watch', { users: [kim.id] })
  await clock.advance(2_000)
  kims.vanish()
  await clock.advance(10_000)
  const again = await kim.connect()
  await clock.advance(30_000)
  assert.deepEqual(client.all('presence.changed'), [])
  again.vanish()
  await clock.advance(14_000)
  assert.deepEqual(client.all('presence.changed'), [])
  await clock.advance(2_000)
  assert.deepEqual(
    client.all('presence.changed').map(({ presence }) => presence),
    [{ [kim.id]: 'offline' }],
  )
  assert.equal(gateway.presence.statusOf(kim.id), 'offline')
})

test('GW-34 a change between two ticks that is taken back leaves nobody with the wrong picture', async () => {
  const { ada, kim, bob, clock } = await house()
  const kims = await kim.connect()
  const early = await bob.connect()
  await early.must('presence.watch', { users: [kim.id] })
  await clock.advance(1_000)
  early.forget()
  await kims.must('activity', { state: 'idle' })
  const client = await ada.connect()
  const { presence } = await client.must('presence.watch', { users: [kim.id] })
  await kims.must('activity', { state: 'active' })
  await clock.advance(1_000)
  for (const [watcher, first] of [
    [client, presence],
    [early, {}],
  ] as const) {
    const seen = watcher.all('presence.changed').reduce((map, change) => ({ ...map, ...change.presence }), { ...first })
    assert.equal(seen[kim.id], 'active')
  }
})

test('GW-35 watching again replaces the list, and an empty one ends it', async () => {
  const { ada, kim, bob, clock, gateway } = await house()
  const client = await ada.connect()
  await client.must('presence.watch', { users: [kim.id] })
  await client.must('presence.watch', { users: [bob.id, bob.id] })
  await kim.connect()
  await bob.connect()
  await clock.advance(1_000)
  assert.deepEqual(
    client.all('presence.changed').map(({ presence }) => presence),
    [{ [bob.id]: 'active' }],
  )
  const size = gateway.presence.size
  assert.deepEqual(await client.must('presence.watch', { users: [] }), { presence: {} })
  assert.equal(gateway.presence.size, size - 2)
})

test('GW-36 an idle watcher is told how everybody is once it is back', async () => {
  const { ada, kim, bob, clock } = await house()
  const client = await ada.connect()
  await client.must('presence.watch', { users: [kim.id, bob.id] })
  await client.must('activity', { state: 'idle' })
  await kim.connect()
  await clock.advance(5_000)
  assert.deepEqual(client.all('presence.changed'), [])
  await client.must('activity', { state: 'active' })
  await clock.advance(1_000)
  assert.deepEqual(
    client.all('presence.changed').map(({ presence }) => presence),
    [{ [kim.id]: 'active', [bob.id]: 'offline' }],
  )
})

test('GW-36 a watcher that fell behind is told how everybody is once it has caught up', async () => {
  const { ada, kim, clock } = await house()
  const client = await ada.connect()
  await client.must('presence.watch', { users: [kim.id] })
  client.transport.buffered = BEHIND_BYTES + 1
  await kim.connect()
  await clock.advance(3_000)
  assert.deepEqual(client.all('presence.changed'), [])
  client.transport.buffered = 0
  await clock.advance(1_000)
  assert.deepEqual(
    client.all('presence.changed').map(({ presence }) => presence),
    [{ [kim.id]: 'active' }],
  )
})
