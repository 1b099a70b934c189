import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { once } from 'node:events'
import { test } from 'node:test'
import { CLOSE, LIMITS } from '@natter/protocol'
import { OUTBOX_BYTES_MAX, WRITE_BYTES_MAX } from '../../src/gateway/outbox-bounds.ts'
import { acceptWebSockets } from '../../src/gateway/websocket-server.ts'
import type { Door } from '../../src/gateway/websocket-server.ts'
import { house } from './house.ts'
import { served } from './served.ts'
import type { Served } from './served.ts'
import { BINARY, clientFrame, PING, PONG, TEXT, upgradeRequest, WireReader } from './wire-frames.ts'
import { hungUp } from '../hung-up.ts'

async function upgraded({ wire, host }: Served) {
  const socket = await wire()
  const reader = new WireReader(socket)
  socket.write(upgradeRequest(host, 'Sec-WebSocket-Protocol: natter.v1'))
  assert.match(await reader.head(), /^HTTP\/1.1 101 /)
  return { socket, reader }
}

test('GW-62 frames that come in one write, and bytes that come one by one, are read alike', async (t) => {
  const place = await served(t)
  const { accessToken } = await place.person('ada')
  const frames = [
    { id: 1, type: 'hello', version: 1, token: accessToken },
    { id: 2, type: 'rooms', rooms: [] },
    { id: 3, type: 'users', users: [] },
  ].map((frame) => clientFrame(TEXT, JSON.stringify(frame)))
  const whole = await upgraded(place)
  whole.socket.write(Buffer.concat(frames))
  const bytewise = await upgraded(place)
  bytewise.socket.setNoDelay(true)
  for (const byte of Buffer.concat(frames)) bytewise.socket.write(Buffer.of(byte))
  for (const { reader } of [whole, bytewise]) {
    const replies = [await reader.frame(), await reader.frame(), await reader.frame()]
    const answered = replies.map(({ payload }) => (JSON.parse(payload.toString()) as { re: number }).re)
    assert.deepEqual(answered, [1, 2, 3])
  }
})

test('GW-62 frames that come along with the upgrade are read once it is decided', async (t) => {
  const place = await served(t)
  const { accessToken } = await place.person('ada')
  const socket = await place.wire()
  const reader = new WireReader(socket)
  const hello = clientFrame(TEXT, JSON.stringify({ id: 1, type: 'hello', version: 1, token: accessToken }))
  socket.write(Buffer.concat([Buffer.from(upgradeRequest(place.host)), hello]))
  assert.match(await reader.head(), /^HTTP\/1.1 101 /)
  assert.equal((JSON.parse((await reader.frame()).payload.toString()) as { re: number }).re, 1)
})

test('GW-63 a handshake that is none is refused', async (t) => {
  const place = await served(t)
  const changes: [from: string, to: string, status: number][] = [
    ['Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==', 'Sec-WebSocket-Key: short', 400],
    ['Sec-WebSocket-Version: 13', 'Sec-WebSocket-Version: 7', 400],
    ['GET /v1/ws', 'POST /v1/ws', 405],
    ['Upgrade: websocket', 'Upgrade: h2c', 400],
  ]
  for (const [from, to, status] of changes) {
    const socket = await place.wire()
    const reader = new WireReader(socket)
    socket.write(upgradeRequest(place.host).replace(from, to))
    assert.match(await reader.head(), new RegExp(`^HTTP/1.1 ${status} `), to)
  }
})

test('GW-62 a frame in fragments is one frame', async (t) => {
  const place = await served(t)
  const { accessToken } = await place.person('ada')
  const { socket, reader } = await upgraded(place)
  const hello = JSON.stringify({ id: 1, type: 'hello', version: 1, token: accessToken })
  socket.write(clientFrame(TEXT, hello.slice(0, 20), false))
  socket.write(clientFrame(PING, 'in between'))
  socket.write(clientFrame(0, hello.slice(20)))
  assert.deepEqual(await reader.frame(), { opcode: PONG, payload: Buffer.from('in between') })
  const { payload } = await reader.frame()
  assert.equal((JSON.parse(payload.toString()) as { re: number }).re, 1)
})

test('GW-62 several answers come in one write', async (t) => {
  const { socket, person } = await served(t)
  const { accessToken } = await person('ada')
  const client = socket()
  await client.hello(accessToken)
  for (let id = 2; id < 30; id++) client.send({ id, type: 'users', users: [] })
  await client.heard(({ re }) => re === 29)
  assert.deepEqual(
    client.frames.map(({ re }) => re),
    Array.from({ length: 29 }, (_, index) => index + 1),
  )
})

const broken: [what: string, bytes: Buffer, code: number][] = [
  ['binary', clientFrame(BINARY, 'x'), CLOSE.protocolError],
  ['over the limit', clientFrame(TEXT, `"${'x'.repeat(60_000)}"`), CLOSE.tooLarge],
  ['not UTF-8', clientFrame(TEXT, Buffer.from([0xc3, 0x28])), 1007],
  ['half of a surrogate pair in UTF-8', clientFrame(TEXT, Buffer.from([0xed, 0xa0, 0x80])), 1007],
  ['not masked', Buffer.from([0x81, 0x01, 0x78]), 1002],
  ['of an unknown opcode', clientFrame(3, 'x'), 1002],
  ['with a reserved bit', Buffer.from([0xc1, 0x81, 0, 0, 0, 0, 0x78]), 1002],
  ['a control frame that is too long', clientFrame(PING, 'x'.repeat(126)), 1002],
  ['of an absurd length', Buffer.from([0x81, 0xff, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0]), 1009],
]
for (const [what, bytes, code] of broken) {
  test(`GW-63 a frame that is ${what} closes the connection with ${code}`, async (t) => {
    const place = await served(t, { NATTER_LIMIT_FRAME_BYTES: '50000', NATTER_LIMIT_HELLO_BYTES: '8000' })
    const { accessToken } = await place.person('ada')
    const { socket, reader } = await upgraded(place)
    socket.write(clientFrame(TEXT, JSON.stringify({ id: 1, type: 'hello', version: 1, token: accessToken })))
    await reader.frame()
    socket.write(bytes)
    const { opcode, payload } = await reader.frame()
    assert.deepEqual([opcode, payload.readUInt16BE(0)], [8, code])
    assert.ok(payload.length <= 125)
    const other = place.socket()
    await other.hello(accessToken)
  })
}

test('GW-63 a message far over the limit is cut off while it arrives', async (t) => {
  const { socket, person } = await served(t)
  const { accessToken } = await person('ada')
  const client = socket()
  await client.hello(accessToken)
  client.websocket.send('x'.repeat(LIMITS.frameBytes * 3))
  assert.equal((await client.closed).code, 1009)
})

test('GW-63 fragments without end close the connection', async (t) => {
  const place = await served(t)
  const { accessToken } = await place.person('ada')
  const { socket, reader } = await upgraded(place)
  socket.write(clientFrame(TEXT, JSON.stringify({ id: 1, type: 'hello', version: 1, token: accessToken })))
  await reader.frame()
  for (let index = 0; index < 1_000; index++) socket.write(clientFrame(index === 0 ? TEXT : 0, 'x', false))
  assert.equal((await reader.frame()).opcode, 8)
})

test('GW-44 pings are answered in both ways', async (t) => {
  const { socket, person } = await served(t)
  const { accessToken } = await person('ada')
  const client = socket()
  await client.hello(accessToken)
  client.websocket.ping('are you there')
  const [data] = (await once(client.websocket, 'pong')) as [Buffer]
  assert.equal(data.toString(), 'are you there')
  client.send({ control: 'ping' })
  assert.deepEqual(await client.heard(({ control }) => control === 'pong'), { control: 'pong' })
})

test('GW-41 GW-42 a quiet client is pinged in both ways, and closed when it answers neither', async (t) => {
  const place = await served(t)
  const { accessToken } = await place.person('ada')
  const client = place.socket({ autoPong: false })
  await client.hello(accessToken)
  const good = place.socket()
  await good.hello(accessToken)
  const pinged = once(client.websocket, 'ping')
  const goodPinged = once(good.websocket, 'ping')
  await place.clock.advance(31_000)
  await Promise.all([pinged, goodPinged, client.heard(({ control }) => control === 'ping')])
  // The answer of the good one must have been read before time goes on.
  good.send({ id: 2, type: 'users', users: [] })
  await good.heard(({ re }) => re === 2)
  await place.clock.advance(11_000)
  assert.equal((await client.closed).code, CLOSE.noPong)
  assert.equal(good.websocket.readyState, good.websocket.OPEN)
})

test('GW-64 a peer that resets while its credential is being checked does no harm', async (t) => {
  const { gateway } = await house()
  let answer: (opened: Awaited<ReturnType<Door>>) => void = () => {}
  const asked: (() => void)[] = []
  const door: Door = () => {
    asked.shift()?.()
    return new Promise((resolve) => (answer = resolve))
  }
  const server = createServer().listen(0, '127.0.0.1')
  t.after(() => server.close())
  await once(server, 'listening')
  acceptWebSockets(server, gateway, door)
  const { port } = server.address() as AddressInfo
  for (const end of ['reset', 'half', 'gone'] as const) {
    for (const opened of [
      { address: '192.0.2.1', credential: undefined },
      { status: 401, message: 'No.' },
    ]) {
      const isAsked = new Promise<void>((resolve) => void asked.push(resolve))
      const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
      const over = hungUp(socket)
      socket.resume()
      socket.write(upgradeRequest('x'))
      await isAsked
      const arrived = new Promise<void>((resolve) => server.getConnections(() => resolve()))
      if (end === 'reset') socket.resetAndDestroy()
      else if (end === 'half') socket.end()
      else socket.destroy()
      await arrived
      answer(opened)
      if (end === 'half') socket.destroySoon()
      await over
    }
  }
  await new Promise<void>((resolve) => void server.close(() => resolve()))
  assert.deepEqual(gateway.list(), [])
})

test('GW-65 a thousand connections that say nothing are closed, and keep nobody out', async (t) => {
  const place = await served(t, { NATTER_LIMIT_CONNECTIONS_PER_ADDRESS: '2000' })
  const { accessToken } = await place.person('ada')
  const silent = Array.from({ length: 1_000 }, () => place.socket())
  await Promise.all(silent.map(({ opened }) => opened))
  const before = await place.socket().hello(accessToken)
  await place.clock.advance(4_000)
  assert.ok(silent.every(({ websocket }) => websocket.readyState === websocket.OPEN))
  await place.clock.advance(1_500)
  const codes = await Promise.all(silent.map(async ({ closed }) => (await closed).code))
  assert.deepEqual(new Set(codes), new Set([CLOSE.helloTimeout]))
  const after = await place.socket().hello(accessToken)
  assert.deepEqual(before['self'], after['self'])
})

test('GW-38 GW-65 a reader that stops reading is closed, and slows nobody down', async (t) => {
  const place = await served(t, { NATTER_LIMITS: 'off' })
  const { accessToken } = await place.person('ada')
  const quick = place.socket()
  await quick.hello(accessToken)
  quick.send({ id: 2, type: 'room.create', kind: 'public', name: 'Den', cid: 'den' })
  const made = (await quick.heard(({ re }) => re === 2))['ok'] as { room: { id: string } }
  const room = made.room.id
  quick.send({ id: 3, type: 'room.open', room })
  const stuck = place.socket()
  await stuck.hello(accessToken, { rooms: { [room]: null } })
  stuck.websocket.pause()
  const text = 'x'.repeat(30_000)
  let id = 3
  let sent = 0
  // The kernel takes some megabytes on both sides before anything waits in the process.
  while (sent < 40 * OUTBOX_BYTES_MAX && (await mostQueued(place, accessToken)) < WRITE_BYTES_MAX) {
    for (let index = 0; index < 20; index++)
      quick.send({ id: ++id, type: 'message.send', room, cid: `c${id}`, text: text.slice(0, 7_900) })
    await quick.heard(({ re }) => re === id)
    sent += 20 * 7_900
  }
  // Eight seconds until it falls behind, twenty in which it could take what is left.
  await place.clock.advance(29_500)
  stuck.websocket.resume()
  assert.equal((await stuck.closed).code, CLOSE.slowReader)
  const posted = quick.frames.filter(({ type }) => type === 'message.posted')
  assert.equal(posted.length, id - 3)
})

async function mostQueued({ host }: Served, token: string): Promise<number> {
  const response = await fetch(`http://${host}/v1/admin/connections`, { headers: { authorization: `Bearer ${token}` } })
  const { connections } = (await response.json()) as { connections: { queuedBytes: number }[] }
  return Math.max(...connections.map(({ queuedBytes }) => queuedBytes))
}
