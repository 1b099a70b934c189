import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, get } from 'node:http'
import type { Server } from 'node:http'
import { connect } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { test } from 'node:test'
import type { TestContext } from 'node:test'
import { descriptorBounds } from '../../src/descriptors.ts'
import { capSockets } from '../../src/http/cap-sockets.ts'
import { hungUp } from '../hung-up.ts'

const SOCKETS_MAX = 8

test('PR-9 who asks something is answered, however many only hold the line', async (t) => {
  const { server, port } = await capped(t)
  const silent = await Promise.all(Array.from({ length: 30 }, () => dial(t, port)))
  for (let index = 0; index < 20; index++) assert.equal(await ask(port), 200)
  assert.ok((await countOf(server)) <= SOCKETS_MAX)
  assert.ok(
    silent.some((socket) => !socket.destroyed),
    'those that fit may stay',
  )
})

test('PR-9 who is there stays, newcomers are turned away, and come in once there is room', async (t) => {
  const { port, upgraded } = await capped(t)
  const inside = await Promise.all(Array.from({ length: SOCKETS_MAX }, () => dial(t, port)))
  for (const socket of inside)
    socket.write('GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n')
  await Promise.all(inside.map((socket) => once(socket, 'data')))
  assert.equal(await ask(port), undefined)
  assert.deepEqual(new Set(inside.map(({ destroyed }) => destroyed)), new Set([false]))
  const left = Promise.race(upgraded.map((socket) => hungUp(socket)))
  inside[0]?.destroy()
  await left
  assert.equal(await ask(port), 200)
})

test('PR-9 connections are fewer than sockets, and these than descriptors', () => {
  const { socketsMax, connectionsMax } = descriptorBounds(() => 0)
  assert.ok(connectionsMax() > 0 && connectionsMax() < socketsMax())
  // The cast: the report has no types.
  const { userLimits } = process.report.getReport() as { userLimits?: { open_files?: { soft?: unknown } } }
  const limit = Number(userLimits?.open_files?.soft)
  assert.ok(Number.isNaN(limit) || socketsMax() < limit, `${socketsMax()} of ${limit}`)
})

async function capped(t: TestContext): Promise<{ server: Server; port: number; upgraded: Socket[] }> {
  const server = createServer((_request, response) => void response.end('here'))
  const upgraded: Socket[] = []
  server.on('upgrade', (_request, socket: Socket) => {
    upgraded.push(socket)
    socket.on('error', () => undefined)
    socket.resume()
    socket.on('end', () => socket.end())
    socket.write('HTTP/1.1 101 Switching Protocols\r\n\r\n')
  })
  capSockets(server, () => SOCKETS_MAX)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => {
    for (const socket of upgraded) socket.destroy()
    server.closeAllConnections()
    server.close()
  })
  return { server, port: (server.address() as AddressInfo).port, upgraded }
}

async function dial(t: TestContext, port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => undefined)
  t.after(() => socket.destroy())
  await once(socket, 'connect')
  return socket
}

/** Over a connection of its own. */
function ask(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    get({ port, host: '127.0.0.1', agent: false }, (response) => {
      response.resume()
      resolve(response.statusCode)
    }).on('error', () => resolve(undefined))
  })
}

function countOf(server: Server): Promise<number> {
  return new Promise((resolve, reject) =>
    server.getConnections((error, count) => (error === null ? resolve(count) : reject(error))),
  )
}
