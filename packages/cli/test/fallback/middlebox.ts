import { once } from 'node:events'
import { createServer, request as ask } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { connect } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { TestContext } from 'node:test'

/** Something on the way that passes HTTP, and does to the rest what a test says. */
export interface Middlebox {
  url: string
  /** Answers upgrades with 400. */
  blocksUpgrades: boolean
  /** Takes upgrades and says nothing. */
  swallowsUpgrades: boolean
  /** Passes an answer on when it is complete. */
  buffers: boolean
  /** Answers everything with a page of its own. */
  isCaptive: boolean
  /** Paths of the requests that came through, and `upgrade`. */
  readonly seen: string[]
  /** Ends every connection. */
  cut(): void
}

export async function middlebox(t: TestContext, target: string): Promise<Middlebox> {
  const { port, hostname } = new URL(target)
  const open = new Set<Duplex>()
  const track = (socket: Duplex): void => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    socket.on('error', () => socket.destroy())
  }
  const server = createServer((request, response) => void pass(box, { hostname, port }, request, response))
  const box: Middlebox = {
    url: '',
    blocksUpgrades: false,
    swallowsUpgrades: false,
    buffers: false,
    isCaptive: false,
    seen: [],
    cut() {
      for (const socket of open) socket.destroy()
    },
  }
  server.on('connection', track)
  server.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    box.seen.push('upgrade')
    if (box.swallowsUpgrades) return
    if (box.blocksUpgrades) return void socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n')
    const onward = connect(Number(port), hostname)
    track(onward)
    const headers = request.rawHeaders.map((each, index) => (index % 2 === 0 ? `${each}: ` : `${each}\r\n`)).join('')
    onward.write(`GET ${request.url ?? '/'} HTTP/1.1\r\n${headers}\r\n`)
    onward.write(head)
    onward.pipe(socket)
    socket.pipe(onward)
    socket.on('close', () => onward.destroy())
    onward.on('close', () => socket.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  box.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  t.after(() => {
    box.cut()
    server.close()
  })
  return box
}

async function pass(
  box: Middlebox,
  to: { hostname: string; port: string },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = request.url ?? '/'
  box.seen.push(path)
  if (box.isCaptive) return void response.end('<!doctype html>Please sign in to this network.')
  const onward = ask({ ...to, path, method: request.method, headers: request.headers })
  response.on('close', () => onward.destroy())
  onward.on('error', () => response.destroy())
  onward.on('response', (answer: IncomingMessage) => {
    response.writeHead(answer.statusCode ?? 502, answer.rawHeaders)
    if (!box.buffers) {
      answer.on('error', () => response.destroy())
      answer.pipe(response)
      return
    }
    const chunks: Buffer[] = []
    answer.on('data', (chunk: Buffer) => void chunks.push(chunk))
    answer.on('end', () => response.end(Buffer.concat(chunks)))
    answer.on('error', () => response.destroy())
  })
  request.pipe(onward)
}
