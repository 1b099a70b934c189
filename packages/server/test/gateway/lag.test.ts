import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RoomId } from '@natter/protocol'
import { BEHIND_BYTES, LAG_BYTES, OUTBOX_BYTES_MAX, WRITE_BYTES_MAX } from '../../src/gateway/outbox-bounds.ts'
import type { Client } from './client.ts'
import { deferredStore } from './deferred-store.ts'
import { house } from './house.ts'
import type { House } from './house.ts'

const LONG = 'x'.repeat(7_500)

function lagsOf(client: Client): RoomId[][] {
  return client.said.flatMap((each) => ('control' in each && each.control === 'lag' ? [each.rooms as RoomId[]] : []))
}

function seqsOf(client: Client): number[] {
  return client.all('message.posted').map(({ seq }) => seq)
}

/** Says so much that the reader is not told any more. */
async function overwhelm({ kim, settle }: House, room: RoomId): Promise<number> {
  let seq = 0
  for (let bytes = 0; bytes < LAG_BYTES + 2 * WRITE_BYTES_MAX; bytes += LONG.length) {
    ;({ seq } = await kim.say(room, LONG))
    await settle()
  }
  return seq
}

test('GW-66 a reader more than 512 KiB behind is freed of what it can ask for again', async () => {
  const there = await house()
  const { ada, den, gateway, clock } = there
  const client = await ada.connect({ rooms: { [den]: null } })
  client.transport.buffered = 1
  await overwhelm(there, den)
  assert.ok(client.connection.outbox.lag !== undefined)
  assert.ok(client.connection.queuedBytes < WRITE_BYTES_MAX, `${client.connection.queuedBytes}`)
  await clock.advance(1_000)
  assert.ok(gateway.budget.bytes < WRITE_BYTES_MAX)
  assert.equal(client.closed, undefined)
})

test('GW-66 a reader whose oldest bytes have waited for eight seconds falls behind, one that goes on taking does not', async () => {
  const { ada, kim, den, clock, settle } = await house()
  const stuck = await ada.connect({ rooms: { [den]: null } })
  const slow = await ada.connect({ rooms: { [den]: null } })
  stuck.transport.buffered = 1
  slow.transport.buffered = 1
  for (let half = 0; half < 17; half++) {
    assert.equal(stuck.connection.outbox.lag, undefined, `after ${half / 2} s`)
    await kim.say(den, 'hi')
    await settle()
    slow.transport.buffered = 0
    await settle()
    slow.transport.buffered = 1
    await clock.advance(500)
  }
  assert.ok(stuck.connection.outbox.lag !== undefined)
  assert.equal(slow.connection.outbox.lag, undefined)
})

test('GW-66 time in which the process stood still counts against nobody', async () => {
  const { ada, kim, den, clock, settle } = await house()
  const client = await ada.connect({ rooms: { [den]: null } })
  client.transport.buffered = 1
  await kim.say(den, 'hi')
  await clock.advance(1_000)
  await clock.stall(60_000)
  await clock.advance(5_000)
  assert.equal(client.connection.outbox.lag, undefined)
  await clock.advance(3_500)
  assert.ok(client.connection.outbox.lag !== undefined)
  await clock.stall(60_000)
  await settle()
  assert.equal(client.closed, undefined)
})

test('GW-66 replies, controls and the own log of a reader that is behind are kept', async () => {
  const there = await house()
  const { ada, kim, den, room, settle, clock } = there
  const client = await ada.connect({ rooms: { [den]: null } })
  client.transport.buffered = 1
  await overwhelm(there, den)
  const asked = client.send('history', { room: den, limit: 1 })
  const sent = client.send('message.send', { room: den, cid: 'mine', text: 'hi' })
  client.sendText('{"control":"ping"}')
  const attic = await room(kim, [ada])
  await settle()
  assert.equal(client.isAnswered(asked), false, 'nothing is added to what it has not taken')
  client.transport.buffered = 0
  await settle()
  assert.ok(client.isAnswered(asked) && client.isAnswered(sent))
  assert.deepEqual(
    client.all('inbox.roomAdded').map(({ room: added }) => added),
    [attic],
  )
  assert.ok(client.said.some((each) => 'control' in each && each.control === 'pong'))
  await clock.advance(500)
  assert.deepEqual(lagsOf(client), [[den]])
})

test('GW-67 a reader that has caught up is told which open rooms have moved, and hears everything from then on', async () => {
  const there = await house()
  const { ada, kim, den, room, settle, clock } = there
  const [attic, cellar] = [await room(ada, [kim]), await room(ada, [kim])]
  const client = await ada.connect({ rooms: { [den]: null, [attic]: null, [cellar]: null } })
  const before = (await kim.say(attic, 'hi')).seq
  await settle()
  client.transport.buffered = 1
  const seq = await overwhelm(there, den)
  await kim.say(attic, 'you will miss this')
  await clock.advance(1_000)
  assert.deepEqual(lagsOf(client), [])
  client.transport.buffered = 0
  await clock.advance(500)
  assert.deepEqual(
    lagsOf(client).map((rooms) => rooms.toSorted()),
    [[den, attic].toSorted()],
  )
  const later = await kim.say(den, 'and this comes again')
  await settle()
  assert.equal(seqsOf(client).at(-1), later.seq)
  assert.equal(client.connection.outbox.lag, undefined)
  const posted = client.all('message.posted').filter(({ room: of }) => of === den)
  const missed = posted.findIndex((event, index) => event.seq !== (posted[0]?.seq ?? 0) + index)
  const { rooms } = await client.must('sync', {
    rooms: { [den]: [posted[missed - 1]?.seq ?? 0, posted[missed - 1]?.ref ?? ''] },
  })
  const part = rooms[den]
  assert.ok(part !== undefined && 'mode' in part && part.upTo[0] === later.seq && seq < later.seq)
  assert.equal(client.all('message.posted').filter(({ room: of }) => of === attic)[0]?.seq, before)
})

test('GW-67 what was missed of a room that was closed meanwhile is told by its digest, mentions and all', async () => {
  const there = await house()
  const { ada, kim, den, settle, clock } = there
  const client = await ada.connect({ rooms: { [den]: null } })
  client.transport.buffered = 1
  await overwhelm(there, den)
  await kim.say(den, 'look, @ada')
  const last = await kim.say(den, 'and again, @ada')
  client.send('room.close', { room: den })
  await settle()
  client.transport.buffered = 0
  await clock.advance(2_000)
  assert.deepEqual(lagsOf(client), [])
  assert.deepEqual(
    client.all('room.moved').map(({ room, seq, mentions }) => [room, seq, mentions]),
    [[den, last.seq, 2]],
  )
  const next = await kim.say(den, 'once more')
  await clock.advance(1_000)
  assert.equal(client.all('room.moved').at(-1)?.seq, next.seq)
})

test('GW-67 who fell behind before their greeting was answered is told after it', async () => {
  const store = deferredStore()
  const there = await house({ store: store.wrap })
  const { ada, kim, den, room, stranger, settle, clock } = there
  const attic = await room(ada, [kim])
  const client = stranger()
  store.hold('catchUp')
  const hello = client.send('hello', { version: 1, token: ada.token, rooms: { [den]: null, [attic]: null } })
  await settle()
  await store.next()
  await settle()
  await overwhelm(there, den)
  store.release()
  await settle()
  assert.ok(client.isAnswered(hello))
  assert.deepEqual(client.all('message.posted'), [])
  await clock.advance(500)
  assert.deepEqual(lagsOf(client), [[den]])
  await kim.say(den, 'hi')
  await settle()
  assert.equal(client.all('message.posted').length, 1)
})

test('GW-68 a reader that has not taken what was kept after twenty seconds is closed, and its memory freed', async () => {
  const there = await house()
  const { ada, den, gateway, clock } = there
  const client = await ada.connect({ rooms: { [den]: null } })
  client.transport.buffered = 1
  await overwhelm(there, den)
  await clock.advance(500)
  await clock.advance(19_500)
  assert.equal(client.connection.isClosed, false)
  await clock.advance(500)
  assert.equal(client.closed?.code, 'slowReader')
  assert.deepEqual([gateway.list(), gateway.budget.bytes], [[], 0])
})

test('GW-68 a reader that takes what was kept in time may fall behind again', async () => {
  const there = await house()
  const { ada, den, clock, settle } = there
  const client = await ada.connect({ rooms: { [den]: null } })
  for (let round = 0; round < 3; round++) {
    client.transport.buffered = 1
    await overwhelm(there, den)
    await clock.advance(19_000)
    client.transport.buffered = 0
    await clock.advance(500)
    await settle()
  }
  assert.equal(client.closed, undefined)
  assert.deepEqual(lagsOf(client), [[den], [den], [den]])
  assert.ok(LAG_BYTES < OUTBOX_BYTES_MAX)
})

test('GW-39 marks that moved while a reader was behind are told once it has caught up, the latest of each member', async () => {
  const { ada, kim, bob, den, clock } = await house()
  await ada.write({ type: 'room.invite', room: den, user: bob.id, cid: 'bob' }, den)
  const client = await ada.connect({ rooms: { [den]: null } })
  const [kims, bobs] = [await kim.connect(), await bob.connect()]
  const seqs = [await ada.say(den, '1'), await ada.say(den, '2'), await ada.say(den, '3')].map(({ seq }) => seq)
  client.transport.buffered = BEHIND_BYTES + 1
  for (const upTo of seqs) {
    await kims.must('delivered', { marks: { [den]: upTo } })
    await clock.advance(1_000)
  }
  await bobs.must('read', { room: den, seq: seqs[0] ?? 0 })
  await clock.advance(1_000)
  assert.deepEqual(client.all('receipts.moved'), [])
  client.transport.buffered = 0
  await clock.advance(1_000)
  const [told, ...more] = client.all('receipts.moved')
  assert.deepEqual(more, [])
  assert.deepEqual(
    told?.marks.map(([user]) => user),
    [kim.id, bob.id],
  )
  assert.equal(told?.marks[0]?.[2], seqs.at(-1))
})

test('GW-20 a room that was lost while its reader was behind is named, and not told', async () => {
  const there = await house()
  const { ada, kim, den, clock, settle } = there
  const client = await kim.connect({ rooms: { [den]: null } })
  client.transport.buffered = 1
  for (let index = 0; index < 100; index++) {
    await ada.say(den, LONG)
    await settle()
  }
  assert.ok(client.connection.outbox.lag !== undefined)
  await ada.write({ type: 'room.remove', room: den, user: kim.id, cid: 'out' }, den)
  await ada.say(den, 'not for kim')
  await settle()
  client.transport.buffered = 0
  await clock.advance(1_000)
  assert.deepEqual(lagsOf(client), [[den]])
  assert.equal(client.all('inbox.roomRemoved').length, 1)
  const { rooms } = await client.must('sync', { rooms: { [den]: null } })
  assert.deepEqual('error' in (rooms[den] ?? {}), true)
  assert.ok(!JSON.stringify(client.said).includes('not for kim'))
})
