import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { test } from 'node:test'
import type { TestContext } from 'node:test'
import { FaultProxy } from '../network/fault-proxy.ts'
import type { Link, ProxyOptions } from '../network/fault-proxy.ts'

test('PR-7 the proxy hands on what it is given, both ways, and the end of it', async (t) => {
  const { client, server } = await line(t)
  client.write('up')
  assert.equal(await said(server, 2), 'up')
  server.end('down')
  assert.equal(await said(client, 4), 'down')
  client.end()
  await once(client, 'close')
})

test('PR-7 the proxy writes single bytes', async (t) => {
  const { client, server } = await line(t, { up: { pieceBytes: 1 } })
  const sizes: number[] = []
  server.on('data', (chunk) => sizes.push(chunk.length))
  client.write('x'.repeat(200))
  await said(server, 200)
  assert(sizes.length > 20, `200 bytes came in ${sizes.length} pieces`)
})

test('PR-7 the proxy gathers what comes one by one', async (t) => {
  const { client, server } = await line(t, { up: { gatherMs: 100 } })
  const sizes: number[] = []
  server.on('data', (chunk) => sizes.push(chunk.length))
  for (const letter of 'abcdef') {
    client.write(letter)
    await new Promise((resolve) => setImmediate(resolve))
  }
  assert.equal(await said(server, 6), 'abcdef')
  assert(sizes.length <= 2, `six letters came in ${sizes.length} pieces`)
})

test('PR-7 the proxy is as slow as it is told', async (t) => {
  const { client, server } = await line(t, { up: { bytesPerSecond: 10_000 } })
  const startedAt = performance.now()
  client.write('x'.repeat(3_000))
  await said(server, 3_000)
  assert(performance.now() - startedAt >= 250, 'at 10 KB/s this takes 300 ms')
})

test('PR-7 the proxy stalls one direction and lets go of all of it later', async (t) => {
  const { client, server, link } = await line(t)
  link.up.stall()
  client.write('kept')
  server.write('passes')
  assert.equal(await said(client, 6), 'passes')
  assert.equal(server.bytesRead, 0)
  link.up.resume()
  assert.equal(await said(server, 4), 'kept')
})

test('PR-7 the proxy swallows words and goodbyes', async (t) => {
  const { client, server, link } = await line(t)
  link.swallow()
  client.end('gone')
  server.write('gone too')
  await once(client, 'finish')
  await new Promise((resolve) => setImmediate(resolve))
  assert.deepEqual([server.bytesRead, server.readableEnded, client.bytesRead], [0, false, 0])
})

test('PR-7 the proxy forgets a line that is idle', async (t) => {
  const { client, server, link } = await line(t, { idleDropMs: 50 })
  while (!link.up.isSwallowing) await new Promise((resolve) => setImmediate(resolve))
  await new Promise((resolve) => client.write('late', resolve))
  await new Promise((resolve) => setImmediate(resolve))
  assert.equal(server.bytesRead, 0)
})

test('PR-7 the proxy cuts after so many bytes, and both ends are reset', async (t) => {
  const { client, server, link } = await line(t)
  link.up.cutAfter(3)
  const ends = Promise.all([closed(client), closed(server)])
  client.write('abcdef')
  assert.equal(await said(server, 3), 'abc')
  assert.deepEqual(await ends, ['ECONNRESET', 'ECONNRESET'])
})

interface Line {
  client: Socket
  server: Socket
  link: Link
}

async function line(t: TestContext, options: Partial<ProxyOptions> = {}): Promise<Line> {
  const listener = createServer().listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const proxy = await FaultProxy.open({ port: (listener.address() as AddressInfo).port, ...options })
  const linked = new Promise<Link>((resolve) => (proxy.linked = resolve))
  const arrived = once(listener, 'connection')
  const client = connect({ host: '127.0.0.1', port: Number(new URL(proxy.url).port), noDelay: true })
  const [server] = (await arrived) as [Socket]
  t.after(async () => {
    client.destroy()
    server.destroy()
    listener.close()
    await proxy.close()
  })
  return { client, server, link: await linked }
}

const heard = new WeakMap<Socket, { text: string }>()

/** Resolves with the first so many bytes that a socket has heard. */
function said(socket: Socket, bytes: number): Promise<string> {
  const known = heard.get(socket) ?? { text: '' }
  heard.set(socket, known)
  return new Promise((resolve) => {
    const hear = (chunk: Buffer): void => {
      known.text += chunk.toString()
      if (known.text.length >= bytes) resolve(known.text)
    }
    socket.on('data', hear)
  })
}

/** The code of the error that a socket ended with. */
function closed(socket: Socket): Promise<string | undefined> {
  return new Promise((resolve) => {
    let code: string | undefined
    socket.on('error', (error: NodeJS.ErrnoException) => (code = error.code))
    socket.on('close', () => resolve(code))
    socket.resume()
  })
}
