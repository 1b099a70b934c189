import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { Server } from 'node:http'
import { connect } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { test } from 'node:test'
import type { TestContext } from 'node:test'
import { createHttpServer } from '../../src/http/listen.ts'
import { house, PASSWORD } from './house.ts'
import { hungUp } from '../hung-up.ts'

async function listening(t: TestContext): Promise<{ server: Server; url: string; port: number }> {
  const server = createHttpServer((await house({ trustedProxies: ['127.0.0.1'] })).app)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { server, port, url: `http://127.0.0.1:${port}` }
}

/** Sends bytes as they are and resolves to everything that comes back until the server closes. */
async function raw(port: number, bytes: string): Promise<string> {
  const socket: Socket = connect(port, '127.0.0.1')
  socket.write(bytes)
  let text = ''
  socket.on('data', (chunk) => (text += chunk.toString()))
  await hungUp(socket)
  return text
}

test('HTTP-32 people sign up, in and out over a real connection', async (t) => {
  const { url } = await listening(t)
  const post = (path: string, body: object, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${url}${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    })
  const signedUp = await post('/v1/accounts', { handle: 'ada', password: PASSWORD }, { origin: url })
  assert.equal(signedUp.status, 201)
  const cookie = signedUp.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  const signedIn = await post('/v1/sessions', { handle: 'ada', password: PASSWORD }, { 'x-forwarded-for': '192.0.2.9' })
  const { accessToken } = (await signedIn.json()) as { accessToken: string }
  const sessions = await fetch(`${url}/v1/sessions`, { headers: { authorization: `Bearer ${accessToken}` } })
  const addresses = ((await sessions.json()) as { sessions: { address: string }[] }).sessions.map(
    ({ address }) => address,
  )
  assert.deepEqual(addresses.toSorted(), ['127.0.0.1', '192.0.2.9'])
  const signOut = (origin: string): Promise<Response> =>
    fetch(`${url}/v1/sessions/current`, { method: 'DELETE', headers: { cookie, origin } })
  assert.equal((await signOut('http://127.0.0.1:1')).status, 403)
  assert.equal((await signOut(url)).status, 200)
  assert.equal((await fetch(`${url}/v1/me`, { headers: { cookie } })).status, 401)
})

test('HTTP-32 a body that never ends hears that it is too large', async (t) => {
  const { port } = await listening(t)
  const chunk = `4000\r\n${'x'.repeat(16_384)}\r\n`
  const head =
    'POST /v1/sessions HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nConnection: close\r\n'
  const answer = await raw(port, `${head}Transfer-Encoding: chunked\r\n\r\n${chunk.repeat(8)}`)
  assert.match(answer, /^HTTP\/1\.1 413 /)
  assert.match(answer, /"code":"too_large"/)
  assert.match(answer, /x-content-type-options: nosniff/i)
})

test('HTTP-33 an offer to speak another protocol is passed over, and the request answered', async (t) => {
  const { port, server } = await listening(t)
  let upgrades = 0
  server.on('upgrade', (_, socket) => {
    upgrades++
    socket.destroy()
  })
  const offer = (protocol: string): string =>
    `GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade, close\r\nUpgrade: ${protocol}\r\n\r\n`
  assert.match(await raw(port, offer('h2c')), /^HTTP\/1\.1 200 /)
  assert.equal(upgrades, 0)
  await raw(port, offer('WebSocket'))
  assert.equal(upgrades, 1)
})

test('HTTP-32 a length that lies large is refused before the body comes', async (t) => {
  const { port } = await listening(t)
  const head =
    'POST /v1/sessions HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nConnection: close\r\n'
  assert.match(await raw(port, `${head}Content-Length: 999999999\r\n\r\n{`), /^HTTP\/1\.1 413 /)
})

for (const [what, bytes] of [
  ['no host', 'GET /healthz HTTP/1.1\r\nConnection: close\r\n\r\n'],
  ['a host that is none', 'GET /healthz HTTP/1.1\r\nHost: a b/\\c\r\nConnection: close\r\n\r\n'],
  ['a path that is none', 'GET \\\\x HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n'],
  ['two lengths', 'POST /v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{'],
  [
    'a length and chunks',
    'POST /v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  ],
  ['a header of 20 KiB', `GET /healthz HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(20_480)}\r\n\r\n`],
  ['no HTTP', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\r\n\r\n'],
] as const) {
  test(`HTTP-32 a request with ${what} is ended, and the next one is served`, async (t) => {
    const { port, url } = await listening(t)
    assert.match(await raw(port, bytes), /^HTTP\/1\.1 4\d\d /)
    assert.equal((await fetch(`${url}/healthz`)).status, 200)
  })
}

test('HTTP-32 a host that only URLs do not know is no fault of the server', async (t) => {
  const { port } = await listening(t)
  for (const host of ['127.p.0.1', 'a.09', '256.256.256.256', '1.2.3.256']) {
    const get = (path: string) => raw(port, `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
    assert.match(await get('/v1/me'), /^HTTP\/1\.1 40[01] /, host)
    assert.match(await get('/v1/users?q=a&token=b'), /^HTTP\/1\.1 400 /, host)
    assert.match(await get('/healthz'), /^HTTP\/1\.1 (200|400) /, host)
  }
})

test('HTTP-32 a client has bounded time for its headers and its whole request', async (t) => {
  const { server } = await listening(t)
  assert.deepEqual([server.headersTimeout, server.requestTimeout], [10_000, 30_000])
})

test('HTTP-32 a client that goes away in the middle of a body costs nothing', async (t) => {
  const { port, url } = await listening(t)
  const socket = connect(port, '127.0.0.1')
  socket.write(
    'POST /v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{"handle":',
  )
  await once(socket, 'ready')
  socket.resetAndDestroy()
  await once(socket, 'close')
  assert.equal((await fetch(`${url}/healthz`)).status, 200)
})
