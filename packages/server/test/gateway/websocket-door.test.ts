import assert from 'node:assert/strict'
import { test } from 'node:test'
import { served } from './served.ts'
import { upgradeRequest, WireReader } from './wire-frames.ts'

test('GW-58 the subprotocol natter.v1 is spoken, and nothing is compressed', async (t) => {
  const { socket, person } = await served(t)
  const { accessToken } = await person('ada')
  const offered = socket({ perMessageDeflate: true })
  await offered.hello(accessToken)
  assert.deepEqual([offered.websocket.protocol, offered.websocket.extensions], ['natter.v1', ''])
  const without = socket({ protocol: '' })
  await without.hello(accessToken)
  assert.equal(without.websocket.protocol, '')
})

test('GW-58 sockets are at one place', async (t) => {
  const { wire, host } = await served(t)
  for (const path of ['/', '/v1/ws/', '/v1/rooms', '//', '/v1/%77s', 'http://[/v1/ws']) {
    const socket = await wire()
    const reader = new WireReader(socket)
    socket.write(upgradeRequest(host).replace('/v1/ws', path))
    assert.match(await reader.head(), /^HTTP\/1.1 40[04] /, path)
  }
})

test('GW-59 a bearer header, a token in the frame and a ticket let in, the ticket once', async (t) => {
  const { socket, person, post } = await served(t)
  const ada = await person('ada')
  const self = async (dialled: ReturnType<typeof socket>, token?: string) => (await dialled.hello(token))['self']
  assert.deepEqual(await self(socket(), ada.accessToken), ada.user)
  assert.deepEqual(await self(socket({ headers: { authorization: `Bearer ${ada.accessToken}` } })), ada.user)
  const { ticket } = (await (await post('/v1/tickets', {}, ada.accessToken)).json()) as { ticket: string }
  const once = socket({ query: `?ticket=${ticket}` })
  assert.deepEqual(await self(once), ada.user)
  await assert.rejects(socket({ query: `?ticket=${ticket}` }).opened, { message: '401' })
  await assert.rejects(socket({ query: '?ticket=nonsense' }).opened, { message: '401' })
})

test('GW-59 of many who present one ticket exactly one gets in', async (t) => {
  const { socket, person, post } = await served(t)
  const ada = await person('ada')
  const { ticket } = (await (await post('/v1/tickets', {}, ada.accessToken)).json()) as { ticket: string }
  const tries = Array.from({ length: 10 }, () => socket({ query: `?ticket=${ticket}` }))
  const outcomes = await Promise.allSettled(tries.map(({ opened }) => opened))
  assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1)
})

test('GW-59 a cookie counts for a page of this place, and not without an origin', async (t) => {
  const { socket, person, host } = await served(t)
  const { cookie, user } = await person('ada')
  const own = socket({ headers: { cookie, origin: `http://${host}` } })
  assert.deepEqual((await own.hello())['self'], user)
  const without = socket({ headers: { cookie } })
  await assert.rejects(without.opened, { message: '403' })
})

test('GW-59 a token in the query is refused, whatever its name', async (t) => {
  const { socket, person } = await served(t)
  const { accessToken } = await person('ada')
  for (const query of [`?token=${accessToken}`, `?access_token=x`, `?a=${accessToken}`, `?ticket=${accessToken}`])
    await assert.rejects(socket({ query }).opened, { message: '400' }, query)
})

test('GW-60 a foreign origin is refused without an upgrade, whatever comes along', async (t) => {
  const { socket, person, host, port, post, logged } = await served(t)
  const { cookie, accessToken } = await person('ada')
  const { ticket } = (await (await post('/v1/tickets', {}, accessToken)).json()) as { ticket: string }
  const origins = [
    'https://evil.example',
    'null',
    `http://${host}.evil.example`,
    `http://evil${host}`,
    `http://127.0.0.1:${port + 1}`,
    `https://${host}`,
    `http://${host}/`,
    '',
  ]
  for (const origin of origins) {
    await assert.rejects(socket({ headers: { cookie, origin } }).opened, { message: '403' }, origin)
    await assert.rejects(socket({ headers: { origin, authorization: `Bearer ${accessToken}` } }).opened, {
      message: '403',
    })
    await assert.rejects(socket({ headers: { origin }, query: `?ticket=${ticket}` }).opened, { message: '403' })
  }
  assert.ok(logged.some((line) => line.includes('foreign origin') && line.includes('evil.example')))
  assert.ok(!logged.some((line) => line.includes(accessToken) || line.includes(ticket)))
})

test('GW-60 an origin that the operator lists is let in', async (t) => {
  const { socket, person } = await served(t, { NATTER_ORIGINS: 'https://chat.example' })
  const { cookie, user } = await person('ada')
  const listed = socket({ headers: { cookie, origin: 'https://chat.example' } })
  assert.deepEqual((await listed.hello())['self'], user)
  await assert.rejects(socket({ headers: { cookie, origin: 'https://chat.example.evil' } }).opened, { message: '403' })
})

test('GW-61 an address has so many connections, whether they said hello or not', async (t) => {
  const { socket, person } = await served(t, { NATTER_LIMIT_CONNECTIONS_PER_ADDRESS: '3' })
  const { accessToken } = await person('ada')
  const [first, ...others] = [socket(), socket(), socket()]
  await Promise.all([first, ...others].map((each) => each?.opened))
  await assert.rejects(socket().opened, { message: '429' })
  first?.websocket.close()
  await first?.closed
  await socket().hello(accessToken)
})

test('GW-61 of many that come at once no more than the limit get in', async (t) => {
  const { socket } = await served(t, { NATTER_LIMIT_CONNECTIONS_PER_ADDRESS: '5' })
  const outcomes = await Promise.allSettled(Array.from({ length: 30 }, () => socket().opened))
  assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 5)
})
