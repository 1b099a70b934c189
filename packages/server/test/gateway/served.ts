import { connect } from 'node:net'
import type { Socket } from 'node:net'
import { once } from 'node:events'
import type { TestContext } from 'node:test'
import type { SignedIn, User } from '@natter/protocol'
import { WebSocket } from 'ws'
import type { ClientOptions } from 'ws'
import { startServer } from '../../src/main.ts'
import type { Ports } from '../../src/ports/ports.ts'
import { readOptions } from '../../src/options.ts'
import { virtualClock } from '../virtual-clock.ts'
import type { VirtualClock } from '../virtual-clock.ts'

export interface Served {
  /** `127.0.0.1:41234`. */
  host: string
  port: number
  ports: Ports
  clock: VirtualClock
  logged: string[]
  person(handle: string): Promise<SignedIn & { user: User; cookie: string }>
  post(path: string, body: unknown, token?: string): Promise<Response>
  /** A socket by the client library, not yet open. */
  socket(options?: ClientOptions & { query?: string; protocol?: string }): Dialled
  /** Bare TCP, for what no library would send. */
  wire(): Promise<Socket>
}

/** A socket and all that was heard on it. */
export interface Dialled {
  websocket: WebSocket
  frames: Record<string, unknown>[]
  /** Resolves once open; rejects with the HTTP status otherwise. */
  opened: Promise<void>
  closed: Promise<{ code: number; reason: string }>
  send(frame: object): void
  /** Resolves with the first frame for which this holds, heard already or still to come. */
  heard(isIt: (frame: Record<string, unknown>) => boolean): Promise<Record<string, unknown>>
  hello(token?: string, more?: object): Promise<Record<string, unknown>>
}

/** The real server on real sockets, in memory and on time that the test moves. */
export async function served(t: TestContext, env: Record<string, string> = {}): Promise<Served> {
  const options = readOptions(
    { NATTER_PORT: '0', NATTER_DATABASE_URL: 'memory:', NATTER_SIGNUP: 'open', NATTER_DRAIN_MS: '0', ...env },
    {},
  )
  if (Array.isArray(options)) throw new Error(JSON.stringify(options))
  const clock = virtualClock(() => new Promise((resolve) => void setImmediate(resolve)))
  const logged: string[] = []
  const write = (level: string) => (message: string, fields?: object) =>
    void logged.push(JSON.stringify({ level, message, ...fields }))
  const log = { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') }
  const server = await startServer(options, { log, clock })
  const { host, port } = new URL(server.address)
  const open = new Set<WebSocket | Socket>()
  t.after(async () => {
    for (const socket of open) {
      if ('terminate' in socket) socket.terminate()
      else socket.destroy()
    }
    await server.close()
  })

  const post = (path: string, body: unknown, token?: string): Promise<Response> =>
    fetch(`${server.address}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    })
  return {
    host,
    port: Number(port),
    ports: server.ports,
    clock,
    logged,
    post,
    async person(handle) {
      const response = await post('/v1/accounts', { handle, password: 'a plain garden gate' })
      const signedIn = (await response.json()) as SignedIn & { user: User }
      return { ...signedIn, cookie: `natter=${signedIn.accessToken}` }
    },
    socket({ query = '', protocol = 'natter.v1', ...options } = {}) {
      const dialled = dial(new WebSocket(`ws://${host}/v1/ws${query}`, protocol === '' ? [] : [protocol], options))
      open.add(dialled.websocket)
      return dialled
    },
    async wire() {
      const socket = connect(Number(port), '127.0.0.1')
      open.add(socket)
      await once(socket, 'connect')
      return socket
    },
  }
}

function dial(websocket: WebSocket): Dialled {
  const frames: Record<string, unknown>[] = []
  let waiting: {
    isIt: (frame: Record<string, unknown>) => boolean
    resolve: (frame: Record<string, unknown>) => void
  }[] = []
  websocket.on('message', (data: Buffer) => {
    const frame = JSON.parse(data.toString()) as Record<string, unknown>
    frames.push(frame)
    for (const each of waiting) if (each.isIt(frame)) each.resolve(frame)
    waiting = waiting.filter(({ isIt }) => !isIt(frame))
  })
  const opened = new Promise<void>((resolve, reject) => {
    websocket.on('open', resolve)
    websocket.on('unexpected-response', (_request, response) => {
      reject(new Error(String(response.statusCode)))
      response.resume()
    })
    websocket.on('error', reject)
  })
  opened.catch(() => {})
  const closed = new Promise<{ code: number; reason: string }>((resolve) =>
    websocket.on('close', (code, reason) => resolve({ code, reason: reason.toString() })),
  )
  const dialled: Dialled = {
    websocket,
    frames,
    opened,
    closed,
    send: (frame) => websocket.send(JSON.stringify(frame)),
    heard(isIt) {
      const found = frames.find(isIt)
      return found === undefined
        ? new Promise((resolve) => void waiting.push({ isIt, resolve }))
        : Promise.resolve(found)
    },
    async hello(token, more = {}) {
      await opened
      dialled.send({ id: 1, type: 'hello', version: 1, ...(token === undefined ? {} : { token }), ...more })
      const reply = await Promise.race([
        dialled.heard(({ re }) => re === 1),
        closed.then(({ code, reason }) => Promise.reject(new Error(`closed with ${code} ${reason}`))),
      ])
      return reply['ok'] as Record<string, unknown>
    },
  }
  return dialled
}
