import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'

/** What a server does on its first connection: its answer to the upgrade, and the bytes behind it. */
export interface HostileTurn {
  /** Default: a good one. `ACCEPT` stands for the right key. */
  head?: string
  bytes?: Uint8Array
  /** Ends the connection after that; default: leaves it to the client. */
  ending?: 'reset' | 'end'
}

const ACCEPT = 'ACCEPT'
const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'
export const GOOD_HEAD =
  `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
  `Sec-WebSocket-Accept: ${ACCEPT}\r\nSec-WebSocket-Protocol: natter.v1\r\n\r\n`

export interface HostileServer {
  url: string
  /** Connections so far. */
  connections: () => number
  close: () => void
}

/** Plays its turn on the first connection, and on all others says hello as it should. */
export async function openHostileServer(turn: HostileTurn): Promise<HostileServer> {
  let connections = 0
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => open.delete(socket))
    void serve(socket, ++connections === 1 ? turn : undefined)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    connections: () => connections,
    close: () => {
      for (const socket of open) socket.destroy()
      server.close()
    },
  }
}

async function serve(socket: Socket, turn: HostileTurn | undefined): Promise<void> {
  const key = await keyOf(socket)
  const accept = createHash('sha1').update(`${key}${GUID}`).digest('base64')
  socket.write((turn?.head ?? GOOD_HEAD).replace(ACCEPT, accept))
  if (turn === undefined) socket.write(serverFrame(JSON.stringify(greeting())))
  if (turn?.bytes !== undefined) socket.write(turn.bytes)
  if (turn?.ending === 'reset') socket.resetAndDestroy()
  else if (turn?.ending === 'end') socket.end()
}

async function keyOf(socket: Socket): Promise<string> {
  let text = ''
  for await (const chunk of socket.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    text += chunk.toString('latin1')
    if (text.includes('\r\n\r\n')) break
  }
  // Whatever else comes is not for us.
  socket.resume()
  return /^sec-websocket-key: *(\S+)/im.exec(text)?.[1] ?? ''
}

/** One frame as servers send it, or as they must not. */
export function serverFrame(
  payload: string | Uint8Array,
  {
    opcode = 1,
    fin = true,
    rsv = 0,
    masked = false,
  }: { opcode?: number; fin?: boolean; rsv?: number; masked?: boolean } = {},
): Buffer {
  const data = Buffer.from(payload as Uint8Array)
  const first = (fin ? 0x80 : 0) | (rsv << 4) | opcode
  const mask = masked ? 0x80 : 0
  if (data.length < 126)
    return Buffer.concat([Buffer.of(first, mask | data.length), Buffer.alloc(masked ? 4 : 0), data])
  const length = Buffer.alloc(8)
  length.writeBigUInt64BE(BigInt(data.length))
  return Buffer.concat([Buffer.of(first, mask | 127), length, Buffer.alloc(masked ? 4 : 0), data])
}

/** The reply to the SDK's `hello`, which has the id 1. */
export function greeting(): object {
  const nowAt = Date.now()
  return {
    re: 1,
    ok: {
      connection: 'cn_1',
      epoch: 'e1',
      nowAt,
      expiresAt: nowAt + 3_600_000,
      pingEveryMs: 25_000,
      limits: {},
      self: { id: 'us_kim0', handle: 'kim', name: 'Kim', kind: 'human', role: 'member' },
      user: { mode: 'reset', upTo: [0, ''], rooms: [] },
      rooms: {},
      digest: [],
      announcements: [],
    },
  }
}
