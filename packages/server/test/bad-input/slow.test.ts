import assert from 'node:assert/strict'
import { Buffer } from 'node:buffer'
import { once } from 'node:events'
import type { Server } from 'node:http'
import { connect } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { test } from 'node:test'
import { createHttpServer } from '../../src/http/listen.ts'
import { served } from '../gateway/served.ts'
import { house } from '../http/house.ts'
import { clientFrame } from './client-frame.ts'
import { takeFrames } from './server-frames.ts'
import { upgradeText } from './upgrade.ts'
import { hungUp } from '../hung-up.ts'

const SLOW = 40

/** The server of the real one, whose time for headers and requests is short here. */
async function hasty(): Promise<{ server: Server; port: number }> {
  const server = createHttpServer((await house()).app)
  server.headersTimeout = 300
  server.requestTimeout = 600
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { server, port: (server.address() as AddressInfo).port }
}

const DRIPS: Record<string, string> = {
  'say nothing': '',
  'never end their request line': 'GET /healthz',
  'never end their headers': 'GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: a',
  'never end their upgrade': upgradeText().slice(0, -2),
  'never end their body':
    'POST /v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{"handle":"',
  'never end their chunks':
    'POST /v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n384\r\n{"han',
}

test('BAD-18 clients that drip their headers or bodies are ended, and others are served meanwhile', async (t) => {
  const { server, port } = await hasty()
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  const ended: Promise<string>[] = []
  for (const begin of Object.values(DRIPS)) {
    for (let index = 0; index < SLOW; index++) ended.push(drip(port, begin))
  }
  const all = Promise.all(ended)
  const over = new AbortController()
  void all.finally(() => over.abort())
  let served200 = 0
  while (!over.signal.aborted) {
    // A connection of its own each: one that rests here is ended like those that drip.
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`, { headers: { connection: 'close' } }).catch(
      () => undefined,
    )
    if (answer?.status === 200) served200++
  }
  for (const said of await all) assert.match(said, /^(HTTP\/1\.1 408 [\s\S]*)?$/)
  assert(served200 > 10, `${served200} requests were served meanwhile`)
})

/** A byte now and then, until the server has had enough. */
async function drip(port: number, begin: string): Promise<string> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  let said = ''
  socket.on('data', (chunk) => (said += chunk.toString()))
  const over = hungUp(socket)
  socket.write(begin)
  const drops = begin === '' ? undefined : setInterval(() => socket.write('a'), 50)
  await over
  clearInterval(drops)
  return said
}

test('BAD-18 a frame that drips keeps nobody waiting, and is given up with its peer after two heartbeats', async (t) => {
  const place = await served(t)
  const kim = await place.person('kim')
  const slow = await place.wire()
  slow.write(upgradeText({ Host: place.host }))
  slow.write(clientFrame(JSON.stringify({ id: 1, type: 'hello', version: 1, token: kim.accessToken })))
  const heard = reader(slow)
  await heard.until((frames) => frames.length > 0)
  const bytes = clientFrame(JSON.stringify({ id: 2, type: 'activity', state: 'active' }).padEnd(60_000, ' '))
  const good = place.socket()
  await good.hello(kim.accessToken)
  const over = hungUp(slow)
  let dripped = 0
  for (let tenSeconds = 0; tenSeconds < 10 && !slow.destroyed; tenSeconds++) {
    slow.write(bytes.subarray(dripped, ++dripped))
    await place.clock.advance(10_000)
    good.send({ id: tenSeconds, type: 'activity', state: 'active' })
    await good.heard(({ re }) => re === tenSeconds)
  }
  await heard.until((frames) => frames.some(({ opcode }) => opcode === 8))
  const goodbye = heard.frames().find(({ opcode }) => opcode === 8)
  assert.equal(goodbye?.payload.readUInt16BE(0), 4003)
  slow.end()
  await over
})

/** Frames behind the head of the upgrade. */
function reader(socket: Socket): {
  frames: () => ReturnType<typeof takeFrames>['frames']
  until: (test: (frames: ReturnType<typeof takeFrames>['frames']) => boolean) => Promise<void>
} {
  let bytes = Buffer.alloc(0)
  socket.on('data', (chunk: Buffer) => (bytes = Buffer.concat([bytes, chunk])))
  const frames = (): ReturnType<typeof takeFrames>['frames'] => {
    const end = bytes.indexOf('\r\n\r\n')
    return end < 0 ? [] : takeFrames(bytes.subarray(end + 4)).frames
  }
  return {
    frames,
    until: async (test) => {
      while (!test(frames())) await once(socket, 'data')
    },
  }
}
