import assert from 'node:assert/strict'
import { test } from 'node:test'
import { NatterError } from '../src/index.ts'
import { settled } from './world/virtual-time.ts'
import { World } from './world/world.ts'

test('SDK-1 a client that cannot connect keeps trying, ever more slowly, and is live soon after it can', async () => {
  const world = new World()
  world.isUnreachable = true
  const kim = world.person('kim')
  await world.time.advance(10 * 60_000)
  const tries = kim.links.length
  assert(tries > 20 && tries < 80, `${tries} tries in ten minutes`)
  assert.equal(kim.natter.connection.value.state, 'waiting')
  world.isUnreachable = false
  await world.time.until(() => kim.natter.connection.value.state === 'live', 31_000)
})

test('SDK-3 a refused hello that names a wait is obeyed', async () => {
  const world = new World()
  world.server.script = ({ type }) =>
    type === 'hello' ? { error: { code: 'overloaded', message: 'Full.', retryAfterMs: 4_321 } } : undefined
  const kim = world.person('kim')
  await world.time.until(() => kim.natter.connection.value.state === 'waiting')
  const { now } = world.time
  assert.deepEqual(kim.natter.connection.value, { state: 'waiting', attempt: 1, retryAt: now + 4_321, why: 'Full.' })
  kim.wake()
  await world.time.advance(4_320)
  assert.equal(kim.links.length, 1)
  await world.time.advance(1)
  assert.equal(kim.links.length, 2)
})

test('SDK-4 a wake tries at once', async () => {
  const world = new World()
  const kim = await world.live('kim')
  world.isUnreachable = true
  world.server.cut()
  await world.time.advance(60_000)
  assert.equal(kim.natter.connection.value.state, 'waiting')
  world.isUnreachable = false
  kim.wake()
  await world.time.advance(100)
  assert.equal(kim.natter.connection.value.state, 'live')
})

test('SDK-5 a token that has ended is renewed, and the client comes back', async () => {
  const world = new World()
  const asked: string[] = []
  let fresh = 'token:us_kim0000'
  const token = async (why: string): Promise<string> => {
    asked.push(why)
    if (why === 'renew') fresh = 'token:us_kim0000'
    return fresh
  }
  const kim = await world.live('kim', { token })
  fresh = 'old'
  world.server.cut(4401, 'The token has ended.')
  await world.time.advance(100)
  assert.equal(kim.natter.connection.value.state, 'live')
  assert.deepEqual(asked, ['connect', 'renew'])
})

test('SDK-5 where renewing does not help, the client stops and says so', async () => {
  const world = new World()
  world.server.accepts = () => false
  const kim = world.person('kim')
  await world.time.until(() => kim.natter.connection.value.state === 'stopped')
  assert.deepEqual(kim.natter.connection.value, {
    state: 'stopped',
    code: 'unauthorized',
    why: 'Refused: unauthorized.',
    action: 'signIn',
  })
  assert.equal(kim.links.length, 2)
  await assert.rejects(kim.natter.ready, { code: 'unauthorized' })
  await world.time.advance(600_000)
  assert.equal(kim.links.length, 2)
})

test('SDK-5 without a provider the cookie is used, and renewed over HTTP', async () => {
  const world = new World()
  const kim = world.server.addUser('kim')
  world.fetch = async () =>
    Response.json({ user: kim, accessToken: `token:${kim.id}`, expiresAt: 1, refreshToken: 'r' })
  world.server.accepts = (token) => token !== undefined
  const person = world.person(kim, { token: undefined } as object)
  await world.time.until(() => person.natter.connection.value.state === 'live')
  assert.deepEqual(
    world.server.ofType('hello').map(({ token }) => token),
    [undefined, `token:${kim.id}`],
  )
  assert.deepEqual(
    person.http.map(({ url, init }) => [init.method, url]),
    [['POST', 'http://natter.test/v1/sessions/renew']],
  )
})

test('SDK-7 a half-open connection is noticed and replaced, a quiet one is kept', async () => {
  const world = new World()
  const kim = await world.live('kim')
  await world.time.advance(200_000)
  assert.equal(kim.links.length, 1)
  const pings = kim.link().sent.filter(({ control }) => control === 'ping').length
  assert.equal(pings, 5)
  kim.link().isFrozen = true
  await world.time.advance(41_000)
  assert.equal(kim.links.length, 2)
  await world.time.until(() => kim.natter.connection.value.state === 'live')
})

test('SDK-7 a ping of the server is answered', async () => {
  const world = new World()
  const kim = await world.live('kim')
  kim.link().send({ control: 'ping' })
  await world.time.advance(100)
  assert.deepEqual(kim.link().sent.at(-1), { control: 'pong' })
})

test('SDK-8 between a draining connection and the next nothing is lost or doubled', async () => {
  const world = new World()
  const [kim, ada] = [await world.live('kim'), world.server.addUser('ada')]
  const den = world.server.addRoom('den', [kim.user, ada])
  const room = kim.natter.room(den.id)
  void room.open()
  await world.time.advance(100)
  kim.link().send({ control: 'drain', reconnectInMs: 1_000 })
  const posts = Array.from({ length: 40 }, (_, index) => `m${index}`)
  for (const text of posts) {
    world.server.post(den, ada, text)
    await world.time.advance(50)
    assert.equal(kim.natter.connection.value.state, 'live')
  }
  assert.equal(kim.links.length, 2)
  assert(kim.links[0]?.isClosed === true && !kim.link().isClosed)
  assert.deepEqual(
    room.timeline.value.items.flatMap((item) => (item.kind === 'message' ? item.message.text : [])),
    posts,
  )
})

test('SDK-9 the token is renewed within the connection', async () => {
  const world = new World()
  world.server.tokenLifeMs = 600_000
  const kim = await world.live('kim', {
    token: async (why) => (why === 'renew' ? 'token:us_kim0000:2' : 'token:us_kim0000'),
  })
  await world.time.advance(541_000)
  assert.deepEqual(
    world.server.ofType('session.renew').map(({ token }) => token),
    ['token:us_kim0000:2'],
  )
  await world.time.advance(540_000)
  assert.equal(world.server.ofType('session.renew').length, 2)
  assert.equal(kim.links.length, 1)
})

test('SDK-9 a renewal that fails is tried again while the connection lasts', async () => {
  const world = new World()
  world.server.tokenLifeMs = 600_000
  let fails = 2
  const kim = await world.live('kim', {
    token: async (why) => {
      if (why === 'renew' && fails-- > 0) throw new Error('offline')
      return 'token:us_kim0000'
    },
  })
  await world.time.advance(561_000)
  assert.equal(world.server.ofType('session.renew').length, 1)
  assert.equal(kim.natter.connection.value.state, 'live')
})

test('SDK-10 a provider that throws is asked again; one that says unauthorized stops the client', async () => {
  const world = new World()
  let asks = 0
  const later = world.person('kim', {
    token: async () => {
      if (++asks < 4) throw new Error('not now')
      return 'token:us_kim0000'
    },
  })
  await world.time.until(() => later.natter.connection.value.state === 'live')
  assert.equal(asks, 4)
  const never = world.person('ada', {
    token: async () => {
      throw new NatterError('unauthorized', 'Nobody is signed in.')
    },
  })
  await world.time.advance(100)
  assert.equal(never.natter.connection.value.state, 'stopped')
  assert.equal(never.links.length, 0)
})

test('SDK-11 a client that has stopped begins again when it is told to', async () => {
  const world = new World()
  const kim = await world.live('kim')
  world.server.cut(4506, 'You were signed out.')
  await world.time.advance(60_000)
  assert.deepEqual(kim.natter.connection.value, {
    state: 'stopped',
    code: 4506,
    why: 'You were signed out.',
    action: 'signIn',
  })
  kim.natter.reconnectNow()
  await world.time.advance(100)
  assert.equal(kim.natter.connection.value.state, 'live')
})

test('SDK-12 after close no timer is left, what waits is rejected, and nothing more is sent', async () => {
  const world = new World()
  const kim = await world.live('kim')
  const den = world.server.addRoom('den', [kim.user])
  const room = kim.natter.room(den.id)
  void room.open()
  await world.time.advance(100)
  world.server.script = () => 'silence'
  room.typing(true)
  room.markRead(den.head)
  kim.natter.presence('us_ada0000').subscribe(() => undefined)
  const waiting = [room.edit(1, 'x'), room.send('hi').sent, room.loadMembers(), kim.natter.setStatus('dnd')]
  await world.time.advance(100)
  const closing = kim.natter.close()
  await world.time.advance(10)
  await closing
  for (const outcome of await Promise.allSettled(waiting)) {
    assert.equal(outcome.status === 'rejected' && (outcome.reason as NatterError).code, 'stopped')
  }
  assert.deepEqual(kim.link().sent.at(-1)?.['type'], 'bye')
  assert.equal(world.time.pendingTimers, 0)
  const sent = kim.link().sent.length
  await assert.rejects(room.send('late').sent, { code: 'stopped' })
  await assert.rejects(room.edit(1, 'late'), { code: 'stopped' })
  kim.natter.reconnectNow()
  await world.time.advance(120_000)
  assert.deepEqual([kim.links.length, kim.link().sent.length], [1, sent])
  assert.equal(world.time.pendingTimers, 0)
  assert.equal(kim.natter.connection.value.state, 'stopped')
})

test('SDK-12 closing does not wait for a storage that does not answer', async () => {
  const world = new World()
  const never = new Promise<never>(() => undefined)
  const storage = { load: () => never, save: () => never, remove: () => never }
  const kim = await world.live('kim', { storage })
  let isClosed = false
  const closing = kim.natter.close().then(() => (isClosed = true))
  await world.time.advance(1_999)
  assert(!isClosed)
  await world.time.advance(1)
  await closing
  await settled()
  assert.equal(world.time.pendingTimers, 0)
})
