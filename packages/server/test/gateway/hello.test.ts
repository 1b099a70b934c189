import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LIMITS } from '@natter/protocol'
import type { HelloReply } from '@natter/protocol'
import { COMMANDS } from '@natter/protocol/schemas'
import type { Client } from './client.ts'
import { deferredStore } from './deferred-store.ts'
import { house } from './house.ts'

test('GW-1 hello is answered with everything its client needs', async () => {
  const { ada, kim, den, room, ports, clock, stranger } = await house()
  const attic = await room(kim, [ada], 'private')
  await kim.say(den, 'look, @ada')
  const announcement = { id: 'an1', text: 'Cake at four.', by: kim.id, at: clock.now(), untilAt: clock.now() + 1_000 }
  await ports.store.addAnnouncement(announcement)
  const reply = await stranger().hello(ada.token, { client: 'test/1', device: 'd1', rooms: { [den]: null } })
  COMMANDS.hello.reply.parse(reply)
  assert.deepEqual(reply.self, { id: ada.id, handle: 'ada', name: 'ada', kind: 'human', role: 'owner' })
  assert.deepEqual([reply.epoch, reply.nowAt, reply.limits], [ports.store.epoch, clock.now(), LIMITS])
  assert.deepEqual(reply.announcements, [announcement])
  assert.deepEqual(Object.keys(reply.rooms), [den])
  const byRoom = new Map(reply.digest.map(([id, ...rest]) => [id, rest]))
  assert.deepEqual([...byRoom.keys()].toSorted(), [den, attic].toSorted())
  const [seq, n, readN, mentions] = byRoom.get(den) ?? []
  assert.deepEqual({ seq, n, readN, mentions }, { seq: 4, n: 1, readN: 0, mentions: 1 })
})

test('GW-1 hello brings the rows of the user log that came after the cursor', async () => {
  const { ada, kim, room, stranger } = await house()
  const first = await stranger().hello(ada.token)
  const attic = await room(kim, [ada], 'private')
  const { user } = await stranger().hello(ada.token, { user: first.user.upTo })
  assert.equal(user.mode, 'delta')
  assert.deepEqual(
    user.events.map((event) => [event.type, 'room' in event && event.room]),
    [['inbox.roomAdded', attic]],
  )
})

test('GW-1 a room one may not see is an error in the reply, not a refusal of it', async () => {
  const { ada, kim, room, stranger } = await house()
  const attic = await room(kim, [], 'private')
  const { rooms } = await stranger().hello(ada.token, { rooms: { [attic]: null } })
  assert.deepEqual(
    Object.entries(rooms).map(([id, part]) => [id, 'error' in part && part.error.code]),
    [[attic, 'not_found']],
  )
})

test('GW-2 a hello of another version is told which one is spoken', async () => {
  const { stranger, settle } = await house()
  const client = stranger()
  client.sendText(JSON.stringify({ id: 1, type: 'hello', version: 2, colour: 'green' }))
  await settle()
  assert.deepEqual(client.closed, { code: 'versionNotSpoken', reason: 'This server speaks version 1.' })
})

test('GW-3 a first frame that is too large or cannot be read ends the connection', async () => {
  const { stranger } = await house()
  const large = stranger()
  large.sendText(JSON.stringify({ id: 1, type: 'hello', version: 1, token: 'x'.repeat(LIMITS.helloBytes) }))
  assert.equal(large.closed?.code, 'tooLarge')
  const wide = stranger()
  wide.sendText(JSON.stringify({ id: 1, type: 'hello', version: 1, client: 'ü'.repeat(LIMITS.helloBytes / 2) }))
  assert.equal(wide.closed?.code, 'tooLarge', 'bytes count, not characters')
  const broken = stranger()
  broken.sendText('{"id":1,"type":"hello","version":1,"device":7}')
  assert.deepEqual(broken.closed, { code: 'protocolError', reason: '"device" must be a string, got a number.' })
  const early = stranger()
  early.sendText('{"id":1,"type":"bye"}')
  assert.deepEqual(early.closed, { code: 'protocolError', reason: 'The first frame must be hello.' })
  assert.deepEqual([...large.said, ...wide.said, ...broken.said, ...early.said], [])
})

test('GW-3 a hello that does not come is waited for five seconds', async () => {
  const { stranger, clock, ada } = await house()
  const silent = stranger()
  const late = stranger()
  await clock.advance(4_900)
  await late.hello(ada.token)
  await clock.advance(600)
  assert.equal(silent.closed?.code, 'helloTimeout')
  assert.equal(late.closed, undefined)
})

test('GW-4 no credential, a wrong one and an ended one are refused alike', async () => {
  const { ada, stranger, settle, clock, signIn } = await house()
  const { token } = await signIn(ada, 'short', 1_000)
  await clock.advance(1_000)
  for (const credential of [undefined, 'nonsense', token]) {
    const client = stranger()
    client.send('hello', { version: 1, ...(credential === undefined ? {} : { token: credential }) })
    await settle()
    assert.equal(client.closed?.code, 'tokenExpired')
  }
})

test('GW-4 the token of the frame counts before that of the upgrade', async () => {
  const { ada, kim, stranger } = await house()
  assert.equal((await stranger({ token: ada.token }).hello(undefined)).self.id, ada.id)
  assert.equal((await stranger({ token: ada.token }).hello(kim.token)).self.id, kim.id)
  const found = await stranger({ token: kim.token }).hello(undefined)
  assert.equal(found.self.id, kim.id)
})

test('GW-5 frames that come while hello is being checked are answered after it, in order', async () => {
  const { ada, den, stranger, settle } = await house()
  const client = stranger()
  client.send('hello', { version: 1, token: ada.token })
  client.send('message.send', { room: den, cid: 'a', text: 'one' })
  client.send('message.send', { room: den, cid: 'b', text: 'two' })
  client.sendText('{"id":9,"type":"dance"}')
  await settle()
  assert.deepEqual(
    client.said.flatMap((each) => ('re' in each ? [each.re] : [])),
    [1, 9, 2, 3],
  )
  const places = [2, 3].map((id) => client.answerTo<{ seq: number }>(id).ok?.seq)
  assert.deepEqual(places, [4, 5])
})

test('GW-5 frames that wait count against the rate once they are run', async () => {
  const { ada, stranger, settle } = await house({
    ratesEnforced: true,
    limits: { commandsPerSecond: 1, commandsBurst: 2 },
  })
  const client = stranger()
  client.send('hello', { version: 1, token: ada.token })
  for (let index = 0; index < 4; index++) client.send('users', { users: [] })
  await settle()
  const codes = [2, 3, 4, 5].map((id) => client.answerTo(id).error?.code)
  assert.deepEqual(codes, [undefined, undefined, 'rate_limited', 'rate_limited'])
})

test('GW-5 strangers cannot have much kept for them', async () => {
  const { ada, stranger } = await house()
  const client = stranger()
  client.send('hello', { version: 1, token: ada.token })
  const frame = JSON.stringify({ id: 2, type: 'dance', text: 'x'.repeat(50_000) })
  client.sendText(frame)
  client.sendText(frame)
  assert.equal(client.connection.held?.length, 2)
  client.sendText(frame)
  assert.equal(client.closed?.code, 'protocolError')
  assert.equal(client.connection.held, undefined)
})

test('GW-6 what happens while hello is being answered follows the reply', async () => {
  const slow = deferredStore()
  const { ada, kim, den, stranger, settle } = await house({ store: slow.wrap })
  await kim.connect({ rooms: { [den]: null } })
  slow.hold('catchUp')
  const client = stranger()
  client.send('hello', { version: 1, token: ada.token, rooms: { [den]: null } })
  await settle()
  assert.equal(slow.waiting('catchUp'), 1, 'the log must have been read for this to mean anything')
  await kim.say(den, 'one')
  await kim.say(den, 'two')
  await settle()
  assert.equal(client.said.length, 0, 'nothing overtakes the reply')
  slow.release()
  await settle()
  const part = client.answerTo<HelloReply>(1).ok?.rooms[den]
  assert.ok(part !== undefined && 'upTo' in part)
  assert.equal(part.upTo[0], 3)
  assert.equal('re' in (client.said[0] ?? {}), true)
  assert.deepEqual(
    client.all('message.posted').map(({ seq }) => seq),
    [4, 5],
  )
})

test('GW-8 of many that come at once no more than the limit get in', async () => {
  const { ada, stranger, settle } = await house({ ratesEnforced: true, limits: { connectionsPerUser: 3 } })
  const clients = Array.from({ length: 10 }, () => stranger())
  for (const client of clients) client.send('hello', { version: 1, token: ada.token })
  await settle()
  assert.equal(clients.filter(({ closed }) => closed === undefined).length, 3)
})

test('GW-9 hellos beyond the rate of a node are told when to come back', async () => {
  const { ada, stranger, settle, clock } = await house({ ratesEnforced: true, limits: { hellosPerSecond: 5 } })
  const clients: Client[] = []
  for (let index = 0; index < 8; index++) {
    const client = stranger()
    client.send('hello', { version: 1, token: ada.token })
    clients.push(client)
  }
  await settle()
  const refused = clients.flatMap(({ closed }) => (closed === undefined ? [] : [closed]))
  assert.deepEqual(
    refused.map(({ code }) => code),
    ['overloaded', 'overloaded', 'overloaded'],
  )
  for (const { reason } of refused) {
    const { retryInMs } = JSON.parse(reason) as { retryInMs: number }
    assert.ok(retryInMs >= 1_000 && retryInMs < 5_000, `${retryInMs}`)
  }
  await clock.advance(200)
  await ada.connect()
})

for (const proof of ['token', 'proved'] as const) {
  test(`GW-10 a session that ends while its hello is being answered does not come in (${proof})`, async () => {
    const slow = deferredStore()
    const { ada, stranger, settle, ports, gateway } = await house({ store: slow.wrap })
    const [session] = await ports.store.sessionsOf(ada.id, 0)
    assert.ok(session !== undefined)
    const user = { id: ada.id, handle: 'ada', name: 'ada', kind: 'human', role: 'owner' } as const
    const client = stranger(proof === 'token' ? { token: ada.token } : { proved: { session, user } })
    // The road is open and the credential proved, but nobody knows yet whose connection it is.
    if (proof === 'token') client.send('hello', { version: 1 })
    await ports.store.revokeSessions(ada.id, {})
    ports.bus.publish('all', { kind: 'signedOut', user: ada.id, sessions: [ada.session], why: 'signedOut' })
    await settle()
    if (proof === 'proved') client.send('hello', { version: 1 })
    await settle()
    assert.ok(client.closed?.code === 'signedOut' || client.closed?.code === 'tokenExpired', `${client.closed?.code}`)
    assert.deepEqual([gateway.users.size, client.said], [0, []])
  })
}

test('GW-10 signing in again right after signing out comes in', async () => {
  const { ada, stranger, settle, ports, signIn } = await house()
  await ports.store.revokeSessions(ada.id, {})
  ports.bus.publish('all', { kind: 'signedOut', user: ada.id, sessions: [ada.session], why: 'signedOut' })
  await settle()
  const { token } = await signIn(ada, 'again')
  assert.equal((await stranger().hello(token)).self.id, ada.id)
})

test('GW-11 a hello that fails is answered with 4000 and an id', async () => {
  const slow = deferredStore()
  const { ada, stranger, settle, logged, gateway } = await house({ store: slow.wrap })
  slow.fail('greet', new Error('the disk is on fire'))
  const client = stranger()
  client.send('hello', { version: 1, token: ada.token })
  await settle()
  assert.equal(client.closed?.code, 'internal')
  const line = logged.find(({ message }) => message === 'A hello failed.')
  assert.ok(typeof line?.fields['errorId'] === 'string' && client.closed.reason.includes(line.fields['errorId']))
  assert.ok(!client.closed.reason.includes('fire'))
  assert.equal(gateway.users.size, 0)
  slow.fail('greet', undefined)
  await ada.connect()
})

for (const method of ['greet', 'heads', 'catchUp'] as const) {
  test(`GW-11 a road that ends while the store is asked for ${method} leaves nothing behind`, async () => {
    const slow = deferredStore()
    const { ada, den, stranger, settle, gateway, clock } = await house({ store: slow.wrap })
    slow.hold(method)
    const client = stranger()
    client.send('hello', { version: 1, token: ada.token, rooms: { [den]: null } })
    await settle()
    assert.ok(slow.waiting(method) > 0, 'the store must have been asked for this to mean anything')
    client.vanish()
    slow.release()
    await clock.advance(100_000)
    assert.deepEqual(
      [gateway.users.size, gateway.rooms.size, gateway.presence.size, gateway.list().length],
      [0, 0, 0, 0],
    )
    assert.deepEqual(client.said, [])
  })
}
