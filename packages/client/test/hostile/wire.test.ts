import assert from 'node:assert/strict'
import { Buffer } from 'node:buffer'
import { test } from 'node:test'
import { createNatter } from '../../src/index.ts'
import type { Natter } from '../../src/index.ts'
import { GOOD_HEAD, greeting, openHostileServer, serverFrame } from './hostile-server.ts'
import type { HostileTurn } from './hostile-server.ts'
import { unheardIn } from './unheard.ts'

const HELLO = serverFrame(JSON.stringify(greeting()))
const CLOSE = 8
const goodbye = (code: number, reason: string | Uint8Array = ''): Buffer =>
  serverFrame(Buffer.concat([Buffer.of(code >> 8, code & 255), Buffer.from(reason as Uint8Array)]), { opcode: CLOSE })
const behindHello = (...bytes: Uint8Array[]): Uint8Array => Buffer.concat([HELLO, ...bytes])
const absurd = (length: bigint): Buffer => {
  const bytes = Buffer.alloc(10)
  bytes[0] = 0x81
  bytes[1] = 127
  bytes.writeBigUInt64BE(length, 2)
  return bytes
}

/** After these the client has to come by again, and then all is well. */
const BREAKING: Record<string, HostileTurn> = {
  'another key': { head: GOOD_HEAD.replace('ACCEPT', 'bm90IHRoZSBrZXk=') },
  'no key': { head: GOOD_HEAD.replace(/Sec-WebSocket-Accept.*\r\n/, '') },
  'another protocol': { head: GOOD_HEAD.replace('natter.v1', 'natter.v9') },
  'an extension nobody offered': {
    head: GOOD_HEAD.replace('\r\n\r\n', '\r\nSec-WebSocket-Extensions: x-evil\r\n\r\n'),
  },
  'no upgrade': { head: 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi', ending: 'end' },
  'a refusal': { head: 'HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n', ending: 'end' },
  'a fault': { head: 'HTTP/1.1 500 Oh\r\nContent-Length: 0\r\n\r\n', ending: 'end' },
  'a redirection': {
    head: 'HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n',
    ending: 'end',
  },
  'something that is no HTTP': { head: 'SSH-2.0-OpenSSH\r\n\r\n', ending: 'end' },
  'nothing, and a reset': { head: '', ending: 'reset' },
  'half a head': { head: GOOD_HEAD.slice(0, 40), ending: 'end' },
  'a head of 1 MiB': { head: GOOD_HEAD.replace('\r\n\r\n', `\r\nX: ${'x'.repeat(1_048_576)}\r\n\r\n`), ending: 'end' },
  'a masked frame': { bytes: behindHello(serverFrame('{}', { masked: true })) },
  'a reserved bit': { bytes: behindHello(serverFrame('{}', { rsv: 1 })) },
  'a compressed frame': {
    bytes: behindHello(serverFrame(Buffer.of(0xf2, 0x48, 0xcd, 0xc9, 0xc9, 7, 0), { rsv: 4 })),
    ending: 'end',
  },
  'an unknown opcode': { bytes: behindHello(serverFrame('{}', { opcode: 3 })) },
  'an unknown control frame': { bytes: behindHello(serverFrame('', { opcode: 11 })) },
  'a ping that is too long': { bytes: behindHello(serverFrame('x'.repeat(126), { opcode: 9 })) },
  'a ping in fragments': { bytes: behindHello(serverFrame('x', { opcode: 9, fin: false })) },
  'a continuation of nothing': { bytes: behindHello(serverFrame('x', { opcode: 0 })) },
  'a text within a text': { bytes: behindHello(serverFrame('x', { fin: false }), serverFrame('y')) },
  'broken UTF-8': { bytes: behindHello(serverFrame(Buffer.of(0xff, 0xfe))) },
  'a surrogate': { bytes: behindHello(serverFrame(Buffer.of(0xed, 0xa0, 0x80))) },
  'a frame of 2^63 bytes': { bytes: behindHello(absurd(2n ** 63n)), ending: 'end' },
  'a frame of 2^53 bytes': { bytes: behindHello(absurd(2n ** 53n)), ending: 'end' },
  'half a frame': { bytes: behindHello(serverFrame('x'.repeat(200)).subarray(0, 100)), ending: 'end' },
  'a reset': { bytes: HELLO, ending: 'reset' },
  'an end without goodbye': { bytes: HELLO, ending: 'end' },
  garbage: { bytes: behindHello(Buffer.alloc(100_000, 0xff)) },
  'a goodbye of one byte': { bytes: behindHello(serverFrame(Buffer.of(3), { opcode: CLOSE })) },
  'a goodbye with a broken reason': { bytes: behindHello(goodbye(1000, Buffer.of(0xff))) },
  'a goodbye with a code that is none': { bytes: behindHello(goodbye(1005)) },
  'a goodbye of nothing': { bytes: behindHello(serverFrame('', { opcode: CLOSE })), ending: 'end' },
  ...Object.fromEntries(
    [1000, 1001, 1008, 1009, 1011, 1012, 1013, 3000, 4000, 4001, 4004, 4007, 4099, 4402, 4999].map((code) => [
      `code ${code}`,
      { bytes: behindHello(goodbye(code, '{"retryInMs":10}')), ending: 'end' } satisfies HostileTurn,
    ]),
  ),
}

/** These are passed over, and the connection lives on. */
const IDLE: Record<string, Uint8Array[]> = {
  'a binary frame': [serverFrame(Buffer.of(1, 2, 3), { opcode: 2 })],
  'an empty text': [serverFrame('')],
  'a ping and a pong': [serverFrame('?', { opcode: 9 }), serverFrame('!', { opcode: 10 })],
  'a text in a thousand fragments': [
    serverFrame('"', { fin: false }),
    ...Array.from({ length: 1_000 }, () => serverFrame('x', { opcode: 0, fin: false })),
    serverFrame('"', { opcode: 0 }),
  ],
  'a megabyte of nothing': [serverFrame(`"${'x'.repeat(1_048_576)}"`)],
  'JSON ten thousand levels deep': [serverFrame('['.repeat(10_000) + ']'.repeat(10_000))],
  'the names of every object': [
    serverFrame('{"type":"__proto__","__proto__":{"re":1}}'),
    serverFrame('{"re":"constructor","ok":1}'),
  ],
}

const PATIENCE_MS = 20_000

test(`BAD-26 whatever a server says on its first connection, ${Object.keys(BREAKING).length} kinds of it, it is found again`, async () => {
  const unheard = await unheardIn(async () => {
    // Side by side: each of them waits up to a second before it comes again.
    const connections = Object.entries(BREAKING).map(async ([name, turn]) => [name, await connectionsAfter(name, turn)])
    const wanted = Object.keys(BREAKING).map((name) => [name, 2])
    assert.deepEqual(await Promise.all(connections), wanted)
  })
  assert.deepEqual(unheard, [])
})

/** How many connections it took until all was well. */
async function connectionsAfter(name: string, turn: HostileTurn): Promise<number> {
  const server = await openHostileServer(turn)
  const natter = createNatter({ url: server.url, token: async () => 'nat_1', client: name.slice(0, 50) })
  await state(natter, () => server.connections() >= 2 && natter.connection.value.state === 'live')
  await natter.close()
  server.close()
  return server.connections()
}

for (const [name, bytes] of Object.entries(IDLE)) {
  test(`BAD-26 a server that says ${name} is heard on`, async () => {
    const unheard = await unheardIn(async () => {
      const note = { id: 'an_1', text: 'still here', by: 'us_ada0', at: 1, untilAt: Date.now() + 60_000 }
      const last = serverFrame(JSON.stringify({ type: 'announcement', announcement: note }))
      const server = await openHostileServer({ bytes: behindHello(...bytes, last) })
      const natter = createNatter({ url: server.url, token: async () => 'nat_1' })
      await new Promise<void>((resolve) => {
        const look = (): void => {
          if (natter.announcements.value.length === 1) resolve()
        }
        natter.announcements.subscribe(look)
        look()
      })
      assert.deepEqual([natter.connection.value.state, server.connections()], ['live', 1])
      await natter.close()
      server.close()
    })
    assert.deepEqual(unheard, [])
  })
}

for (const code of [4403, 4500, 4501, 4503, 4504, 4506, 4599]) {
  test(`BAD-26 a server that says ${code} is not asked again`, async () => {
    const server = await openHostileServer({ bytes: behindHello(goodbye(code, 'No.')), ending: 'end' })
    const natter = createNatter({ url: server.url, token: async () => 'nat_1' })
    natter.ready.catch(() => undefined)
    await state(natter, () => natter.connection.value.state === 'stopped')
    assert.equal(server.connections(), 1)
    await natter.close()
    server.close()
  })
}

/** Resolves when it is so; looked at with every change of the connection. */
function state(natter: Natter, isSo: () => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(
      () => reject(new Error(`${JSON.stringify(natter.connection.value)} after ${PATIENCE_MS} ms`)),
      PATIENCE_MS,
    )
    const look = (): void => {
      if (!isSo()) return
      clearTimeout(late)
      resolve()
    }
    natter.connection.subscribe(look)
    look()
  })
}
