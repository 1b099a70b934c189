import assert from 'node:assert/strict'
import { Buffer } from 'node:buffer'
import { once } from 'node:events'
import { connect } from 'node:net'
import { after, test } from 'node:test'
import { clientFrame } from './client-frame.ts'
import { openPlace } from './place.ts'
import type { Place } from './place.ts'
import { takeFrames } from './server-frames.ts'
import { GOOD_HEADERS, request, upgradeText } from './upgrade.ts'
import { hungUp } from '../hung-up.ts'

const place = await openPlace({ NATTER_DATABASE_URL: 'memory:' })
after(() => place.close())
const { address } = place.server
const KEY = GOOD_HEADERS['Sec-WebSocket-Key'] ?? ''

const many = (count: number, line: (index: number) => string): string[] =>
  Array.from({ length: count }, (_, index) => line(index))
const changed = (name: string, ...values: (string | undefined)[]): [string, string][] =>
  values.map((value) => [`${name}: ${value}`, upgradeText({ [name]: value })])

/** Requests that are refused, with what they are refused with. */
const REFUSED: Record<string, [status: number, ...requests: [what: string, text: string][]]> = {
  'a key that is none': [
    400,
    ...changed(
      'Sec-WebSocket-Key',
      undefined,
      '',
      'x',
      KEY.slice(1),
      `${KEY}=`,
      KEY.replace('==', '!='),
      'k'.repeat(9_000),
    ),
    ['twice', upgradeText({}, { more: [`Sec-WebSocket-Key: ${KEY}`] })],
  ],
  'a version that is not spoken': [
    400,
    ...changed(
      'Sec-WebSocket-Version',
      undefined,
      '',
      '0',
      '7',
      '14',
      '-13',
      'thirteen',
      '1e1',
      '13, 14',
      `1${'3'.repeat(9_000)}`,
    ),
  ],
  'a list of protocols that is none': [
    400,
    ...changed('Sec-WebSocket-Protocol', ',', 'a,,b', 'natter.v1,', '"natter.v1"', 'natter v1', 'natter.v1, natter.v1'),
    ['thousands of commas', upgradeText({ 'Sec-WebSocket-Protocol': ','.repeat(12_000) })],
    ['thousands of blanks', upgradeText({ 'Sec-WebSocket-Protocol': `a${' '.repeat(12_000)}b` })],
  ],
  'two upgrades': [
    400,
    ['twice', upgradeText({}, { more: ['Upgrade: websocket'] })],
    ...changed('Upgrade', 'websocket, h2c'),
  ],
  'another method': [
    405,
    ['POST', upgradeText({}, { line: 'POST /v1/ws HTTP/1.1' })],
    ['HEAD', upgradeText({}, { line: 'HEAD /v1/ws HTTP/1.1' })],
  ],
  'a length and chunks': [
    400,
    ['both', upgradeText({ 'Content-Length': '4', 'Transfer-Encoding': 'chunked' })],
    ['two lengths', upgradeText({ 'Content-Length': '4' }, { more: ['Content-Length: 5'] })],
    ['an odd encoding', upgradeText({ 'Transfer-Encoding': 'chunked, identity' })],
    ['a length that is none', upgradeText({ 'Content-Length': '-1' })],
  ],
  'what is no HTTP': [
    400,
    ['a header without colon', upgradeText({}, { more: ['Nonsense'] })],
    ['a folded header', upgradeText({}, { more: ['X-Folded: a', ' b'] })],
    ['NUL in a header', upgradeText({ 'X-Nul': 'a\0b' })],
    ['a bare line feed', upgradeText().replace('\r\nUpgrade', '\nUpgrade')],
    ['an empty name', upgradeText({}, { more: [': x'] })],
    ['HTTP/9.9', upgradeText({}, { line: 'GET /v1/ws HTTP/9.9' })],
    ['TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n'],
  ],
  'too many bytes of headers': [
    431,
    ['one of 1 MiB', upgradeText({ 'X-Long': 'x'.repeat(1_048_576) })],
    ['2,000 of them', upgradeText({}, { more: many(2_000, (index) => `X-${index}: ${index}`) })],
    ['a path of 1 MiB', upgradeText({}, { line: `GET /v1/ws?${'a'.repeat(1_048_576)} HTTP/1.1` })],
    ['extensions', upgradeText({ 'Sec-WebSocket-Extensions': 'x;'.repeat(20_000) })],
    ['protocols', upgradeText({ 'Sec-WebSocket-Protocol': many(4_000, (index) => `p${index}`).join(', ') })],
  ],
}

for (const [what, [status, ...requests]] of Object.entries(REFUSED)) {
  test(`BAD-17 a handshake with ${what} is refused with ${status}, and the next one is served`, async () => {
    for (const [name, text] of requests) {
      const answered = await request(address, text)
      assert.equal(answered.status, status, `${name}: ${answered.head.slice(0, 200)}`)
      answered.socket.destroy()
    }
    ;(await place.enter(place.kim)).cut()
  })
}

/** Requests that are odd, and good. */
const TAKEN: [what: string, text: string][] = [
  ['as it should be', upgradeText()],
  [
    'in small letters',
    upgradeText().toLowerCase().replace('get /v1/ws http', 'GET /v1/ws HTTP').replace(KEY.toLowerCase(), KEY),
  ],
  ['without a host', upgradeText({ Host: undefined })],
  ['several connections', upgradeText({ Connection: 'keep-alive, Upgrade' })],
  ['short headers by the hundred', upgradeText({}, { more: many(100, () => 'a: b') })],
  ['other protocols too', upgradeText({ 'Sec-WebSocket-Protocol': 'chat, natter.v1, superchat' })],
  [
    'names that objects know',
    upgradeText({ __proto__: undefined, constructor: 'x', toString: 'x' }, { more: ['__proto__: x'] }),
  ],
]

for (const [what, text] of TAKEN) {
  test(`BAD-17 a handshake ${what} is taken`, async () => {
    const { status, head, socket } = await request(address, text)
    assert.equal(status, 101, head)
    assert.match(head, /^Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK\+xOo=\r$/m)
    assert.match(head, /^Sec-WebSocket-Protocol: natter\.v1\r$/m)
    socket.destroy()
  })
}

test('BAD-17 what stands behind the headers in the same piece is read as frames', async () => {
  const hello = JSON.stringify({ id: 1, type: 'hello', version: 1, token: place.kim.token })
  const bytes = Buffer.concat([Buffer.from(upgradeText()), clientFrame(hello), clientFrame('{"id":2,"type":"bye"}')])
  const { status, socket, rest } = await request(address, bytes)
  assert.equal(status, 101)
  let got = rest
  socket.on('data', (chunk: Buffer) => (got = Buffer.concat([got, chunk])))
  while (takeFrames(got).frames.length < 2) await once(socket, 'data')
  const [reply, goodbye] = takeFrames(got).frames
  assert.equal((JSON.parse(String(reply?.payload)) as { re: number }).re, 1)
  assert.equal(goodbye?.payload.readUInt16BE(0), 1000)
  socket.destroy()
})

test('BAD-17 garbage behind the headers closes that connection alone', async () => {
  for (const garbage of [Buffer.alloc(100_000, 0xff), Buffer.from('GET / HTTP/1.1\r\n\r\n'), Buffer.of(0)]) {
    const { status, socket } = await request(address, Buffer.concat([Buffer.from(upgradeText()), garbage]))
    assert.equal(status, 101)
    socket.resetAndDestroy()
  }
  ;(await place.enter(place.kim)).cut()
})

test('BAD-17 peers that go while their ticket is looked up leave no connection behind', async () => {
  const small = await openPlace({
    NATTER_DATABASE_URL: 'memory:',
    NATTER_LIMITS: 'on',
    NATTER_LIMIT_CONNECTIONS_PER_ADDRESS: '2',
  })
  const { hostname, port } = new URL(small.server.address)
  for (let round = 0; round < 20; round++) {
    const ticket = round % 2 === 0 ? await ticketOf(small) : 'none'
    const socket = connect({ port: Number(port), host: hostname, noDelay: true })
    socket.on('error', () => undefined)
    await once(socket, 'connect')
    const over = hungUp(socket)
    socket.write(upgradeText({}, { line: `GET /v1/ws?ticket=${ticket} HTTP/1.1` }), () => socket.resetAndDestroy())
    await over
  }
  const [one, other] = [await small.enter(small.ada), await small.enter(small.kim)]
  await assert.rejects(small.socket(), { message: 'HTTP/1.1 429 Too Many Requests' })
  for (const raw of [one, other]) raw.cut()
  await small.close()
})

async function ticketOf({ server, kim }: Place): Promise<string> {
  const response = await fetch(`${server.address}/v1/tickets`, {
    method: 'POST',
    headers: { authorization: `Bearer ${kim.token}`, 'content-type': 'application/json' },
    body: '{}',
  })
  const { ticket } = (await response.json()) as { ticket: string }
  assert(ticket.length > 20)
  return ticket
}

for (const offer of [
  'permessage-deflate',
  'permessage-deflate; client_max_window_bits; server_no_context_takeover',
  'permessage-deflate; client_max_window_bits=99',
  'x-webkit-deflate-frame',
  'permessage-deflate; ,;=""',
  'a;'.repeat(5_000),
]) {
  test(`BAD-19 an offered extension is not taken: ${offer.slice(0, 40)}`, async () => {
    const { status, head, socket } = await request(address, upgradeText({ 'Sec-WebSocket-Extensions': offer }))
    assert.equal(status, 101)
    assert.doesNotMatch(head, /extensions/i)
    // A text that says it is compressed.
    socket.write(clientFrame(Buffer.of(0xf2, 0x48, 0xcd, 0xc9, 0xc9, 0x07, 0x00), { rsv: 4 }))
    const [goodbye] = (await once(socket, 'data')) as [Buffer]
    assert.equal(takeFrames(goodbye).frames[0]?.payload.readUInt16BE(0), 1002)
    socket.destroy()
  })
}

test('BAD-1 none of this was a fault of the server', () => {
  assert.deepEqual(place.faults(), [])
})
