import assert from 'node:assert/strict'
import { test } from 'node:test'
import { closeAction, CLOSE } from '@natter/protocol'
import { StoreFault } from '../../src/ports/store-fault.ts'
import { deferredStore } from './deferred-store.ts'
import { house } from './house.ts'

test('GW-45 a token that ends closes the connection, one that is renewed in time does not', async () => {
  const { ada, clock, signIn, stranger } = await house()
  const short = await signIn(ada, 'short', 60_000)
  const [left, kept] = [stranger(), stranger()]
  await left.hello(short.token)
  await kept.hello(short.token)
  const fresh = await signIn(ada, 'fresh', 120_000)
  await clock.advance(59_000)
  assert.deepEqual(await kept.must('session.renew', { token: fresh.token }), { expiresAt: clock.now() + 61_000 })
  await clock.advance(2_000)
  assert.equal(left.closed?.code, 'tokenExpired')
  assert.equal(kept.connection.isClosed, false)
  await clock.advance(60_000)
  assert.equal(kept.closed?.code, 'tokenExpired')
})

test('GW-45 a connection is renewed with a token of the same user only', async () => {
  const { ada, kim } = await house()
  const client = await ada.connect()
  assert.equal((await client.ask('session.renew', { token: kim.token })).error?.code, 'forbidden')
  assert.equal((await client.ask('session.renew', { token: 'nonsense' })).error?.code, 'unauthorized')
  assert.equal(client.closed, undefined)
})

test('GW-46 an ended session closes its own sockets', async () => {
  const { ada, kim, ports, signIn, stranger, settle } = await house()
  const phone = await signIn(ada, 'phone')
  const [onPhone, onDesk, kims] = [stranger(), await ada.connect(), await kim.connect()]
  await onPhone.hello(phone.token)
  ports.bus.publish('all', { kind: 'signedOut', user: ada.id, sessions: [phone.session], why: 'signedOut' })
  await settle()
  assert.equal(onPhone.closed?.code, 'signedOut')
  assert.deepEqual([onDesk.closed, kims.closed], [undefined, undefined])
})

test('GW-46 a disabled account and a new role close all sockets of the user', async () => {
  for (const why of ['accountDisabled', 'permissionsChanged'] as const) {
    const { ada, kim, ports, settle } = await house()
    const [one, other, kims] = [await kim.connect(), await kim.connect(), await ada.connect()]
    ports.bus.publish('all', { kind: 'signedOut', user: kim.id, why })
    await settle()
    assert.deepEqual([one.closed?.code, other.closed?.code, kims.closed], [why, why, undefined])
  }
  assert.deepEqual([closeAction(CLOSE.accountDisabled), closeAction(CLOSE.permissionsChanged)], ['stop', 'hello'])
})

test('GW-47 far too many commands close the connection', async () => {
  const limits = { commandsPerSecond: 1, commandsBurst: 1 }
  const { ada, settle } = await house({ ratesEnforced: true, limits })
  const client = await ada.connect()
  for (let index = 0; index < 20; index++) client.send('users', { users: [] })
  await settle()
  assert.equal(client.connection.isClosed, false)
  for (let index = 0; index < 20; index++) client.send('users', { users: [] })
  await settle()
  assert.equal(client.closed?.code, 'rateLimited')
})

test('GW-48 bye closes in peace', async () => {
  const { ada, settle, gateway } = await house()
  const client = await ada.connect()
  client.send('bye', {})
  await settle()
  assert.deepEqual(client.closed, { code: 'normal', reason: '' })
  assert.deepEqual(gateway.list(), [])
})

test('GW-49 a node that stops tells everybody when to come back', async () => {
  const { ada, gateway, stranger, settle, clock } = await house()
  const clients = await Promise.all(Array.from({ length: 20 }, () => ada.connect()))
  const silent = stranger()
  gateway.stop(2_000)
  await settle()
  const waits = clients.map((client) => {
    const drain = client.said.find((each) => 'control' in each && each.control === 'drain')
    assert.ok(drain !== undefined && 'reconnectInMs' in drain)
    assert.deepEqual(client.closed, { code: 'goingAway', reason: `{"retryInMs":${drain.reconnectInMs}}` })
    return drain.reconnectInMs
  })
  assert.ok(Math.max(...waits) < 2_000 && new Set(waits).size > 15, waits.join())
  assert.equal(silent.closed?.code, 'goingAway')
  assert.equal(clock.timers, 0)
})

test('GW-50 a fault of the store is answered by an id and a time, and nothing else', async () => {
  const store = deferredStore()
  const { ada, den, logged } = await house({ store: store.wrap })
  const client = await ada.connect()
  const faults = [
    [new Error('SQLITE_CORRUPT at page 7'), 'internal'],
    [new StoreFault('unavailable', 'disk full: /var/lib/natter'), 'unavailable'],
    [new StoreFault('internal', 'no such table'), 'internal'],
  ] as const
  for (const [fault, code] of faults) {
    store.fail('append', fault)
    const { error } = await client.ask('message.send', { room: den, cid: 'c', text: 'hi' })
    assert.ok(error !== undefined)
    const { errorId, message, retryAfterMs } = error
    assert.deepEqual([error.code, typeof errorId, retryAfterMs], [code, 'string', 1_000])
    assert.ok(!/SQLITE|disk|table/.test(message), message)
    const line = logged.find(({ fields }) => fields['errorId'] === errorId)
    assert.deepEqual([line?.level, line?.fields['error'], line?.fields['command']], ['error', fault, 'message.send'])
  }
  store.fail('append', undefined)
  assert.equal((await client.must('message.send', { room: den, cid: 'c', text: 'hi' })).duplicate, false)
})

test('GW-50 every command that asks the store survives its fault', async () => {
  const store = deferredStore()
  const { ada, kim, den } = await house({ store: store.wrap })
  const client = await ada.connect()
  const methods = [
    'append',
    'markRead',
    'markDelivered',
    'catchUp',
    'userCatchUp',
    'history',
    'receipts',
    'members',
  ] as const
  for (const method of [...methods, 'roomsById', 'roomFor', 'usersById', 'heads', 'eventsAfter'] as const)
    store.fail(method, new Error('broken'))
  const codes = [
    await client.ask('message.edit', { room: den, seq: 1, cid: 'a', text: 'x' }),
    await client.ask('dm.open', { users: [kim.id], cid: 'b' }),
    await client.ask('read', { room: den, seq: 1 }),
    await client.ask('delivered', { marks: { [den]: 1 } }),
    await client.ask('room.open', { room: den }),
    await client.ask('sync', { rooms: { [den]: null } }),
    await client.ask('sync', { user: null }),
    await client.ask('history', { room: den }),
    await client.ask('receipts', { room: den, seq: 1 }),
    await client.ask('members', { room: den }),
    await client.ask('rooms', { rooms: [den] }),
    await client.ask('users', { users: [kim.id] }),
    await client.ask('typing', { room: den, on: true }),
  ].map(({ error }) => error?.code)
  assert.deepEqual(new Set(codes), new Set(['internal']))
  assert.equal(client.closed, undefined)
  assert.deepEqual(await client.must('activity', { state: 'idle' }), {})
  assert.equal(client.connection.opening, undefined)
})

test('GW-27 a hole that the store cannot fill is tried again each second', async () => {
  const store = deferredStore()
  const { ada, kim, den, clock, ports, settle } = await house({ store: store.wrap })
  const client = await ada.connect({ rooms: { [den]: null } })
  store.fail('eventsAfter', new Error('broken'))
  const { events } = await kim.write({ type: 'message.send', room: den, cid: 'a', text: 'lost' }, den)
  await settle()
  assert.equal(client.all('message.posted').length, 1)
  const [last] = events
  assert.ok(last !== undefined)
  ports.bus.publish(den, { kind: 'events', room: den, events: [{ ...last, seq: last.seq + 2 }] })
  await clock.advance(3_000)
  const asked = clock.now()
  await ports.store.append({
    room: den,
    actor: kim.id,
    command: { type: 'message.send', room: den, cid: 'b', text: 'b' },
    at: asked,
  })
  await ports.store.append({
    room: den,
    actor: kim.id,
    command: { type: 'message.send', room: den, cid: 'c', text: 'c' },
    at: asked,
  })
  assert.equal(client.all('message.posted').length, 1)
  store.fail('eventsAfter', undefined)
  await clock.advance(1_000)
  assert.deepEqual(
    client.all('message.posted').map(({ seq }) => seq),
    [4, 5, 6],
  )
})

for (const [what, lessSeq] of [
  ['is shorter now', 1],
  ['ends in another row', 0],
] as const) {
  test(`GW-28 readers of a log that ${what} are sent away and start anew`, async () => {
    const store = deferredStore()
    const { ada, kim, bob, den, room, clock, logged, settle } = await house({ store: store.wrap })
    const attic = await room(bob)
    const elsewhere = await bob.connect({ rooms: { [attic]: null } })
    const [open, closed] = [await kim.connect({ rooms: { [den]: null } }), await kim.connect()]
    const { seq, n } = await ada.say(den, 'hi')
    await settle()
    await clock.advance(20_000)
    assert.deepEqual([open.closed, closed.closed], [undefined, undefined])
    store.answer('heads', new Map([[den, { seq: seq - lessSeq, ref: 'else', n }]]))
    await clock.advance(20_000)
    const away = { code: 'goingAway', reason: '{"retryInMs":1000}' }
    assert.deepEqual([open.closed, closed.closed, elsewhere.closed], [away, away, undefined])
    assert.ok(logged.some(({ message }) => message.startsWith('The log of a room was rolled back')))
    store.answer('heads', undefined)
    const again = await kim.connect({ rooms: { [den]: [seq, 'lost'] } })
    assert.equal(again.connection.rooms.get(den)?.level, 'full')
  })
}

test('GW-29 nothing of a connection stays behind it', async () => {
  const { ada, kim, bob, den, room, clock, gateway, settle } = await house()
  const attic = await room(ada, [kim, bob])
  const clients = [
    await ada.connect({ rooms: { [den]: null, [attic]: null } }),
    await kim.connect(),
    await bob.connect(),
  ]
  for (const client of clients) {
    await client.must('presence.watch', { users: [ada.id, kim.id, bob.id] })
    await client.must('activity', { state: 'idle' })
    await client.must('typing', { room: attic, on: true })
  }
  await kim.say(den, 'hello @ada')
  await clock.advance(2_000)
  assert.ok(gateway.rooms.size === 2 && gateway.users.size === 3 && gateway.presence.size > 0)
  for (const client of clients) client.vanish()
  await settle()
  assert.equal(gateway.users.size, 0)
  assert.equal(gateway.rooms.size, 2, 'a room is kept for those who come back')
  await clock.advance(90_000)
  assert.deepEqual(
    [gateway.rooms.size, gateway.users.size, gateway.presence.size, gateway.digests.size, gateway.list().length],
    [0, 0, 0, 0, 0],
  )
})

test('GW-51 admins see who has said hello, and can close a connection', async () => {
  const { ada, kim, den, gateway, stranger, settle, clock } = await house()
  stranger()
  const client = await ada.connect({ client: 'test/1', device: 'd1', rooms: { [den]: null } })
  const kims = await kim.connect()
  const { id } = client.connection
  const base = { address: '192.0.2.1', since: clock.now(), transport: 'websocket', rooms: 1, queuedBytes: 0 }
  assert.deepEqual(gateway.list(), [
    { id, user: ada.id, handle: 'ada', client: 'test/1', device: 'd1', ...base },
    { id: kims.connection.id, user: kim.id, handle: 'kim', client: '', device: '', ...base },
  ])
  assert.equal(gateway.close(id), true)
  assert.equal(gateway.close('cn_nobody'), false)
  await settle()
  assert.deepEqual(client.closed, { code: 'goingAway', reason: '{"retryInMs":1000}' })
  assert.equal(gateway.list().length, 1)
})

test('GW-52 announcements and changed people reach everybody who has come in', async () => {
  const { ada, kim, bob, ports, stranger, settle, clock, gateway } = await house()
  const [adas, kims, bobs, silent] = [await ada.connect(), await kim.connect(), await bob.connect(), stranger()]
  const announcement = { id: 'an1', text: 'Cake at four.', by: ada.id, at: clock.now(), untilAt: clock.now() + 1 }
  ports.bus.publish('all', { kind: 'announcement', announcement })
  const user = { id: kim.id, handle: 'kim', name: 'Kim Possible', kind: 'human', role: 'member' } as const
  ports.bus.publish('all', { kind: 'user', json: JSON.stringify(user) })
  await settle()
  for (const client of [adas, kims, bobs]) {
    assert.deepEqual(client.all('announcement'), [{ type: 'announcement', announcement }])
    assert.deepEqual(client.all('user.changed'), [{ type: 'user.changed', user }])
  }
  assert.deepEqual(silent.said, [])
  assert.ok(gateway.users.connectionsOf(kim.id).size === 1 && kims.connection.actor?.user.name === 'Kim Possible')
})

test('GW-50 a message on the bus that makes no sense does not end the process', async () => {
  const { ada, kim, den, ports, settle, logged } = await house()
  const client = await ada.connect({ rooms: { [den]: null } })
  ports.bus.publish('all', { kind: 'user', json: 'nonsense' })
  await settle()
  assert.ok(logged.some(({ message }) => message === 'A listener failed.'))
  await kim.say(den, 'hi')
  await settle()
  assert.equal(client.all('message.posted').length, 1)
})
