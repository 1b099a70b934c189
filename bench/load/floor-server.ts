/**
 * The floor in Node: a bare `ws` server without storage, sign-in or reading of what it is sent. At `/room/…` each message
 * is framed once and written to every socket of that room; at `/echo` it is answered. What Natter costs beyond it is what
 * Natter does.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import type { RawData } from 'ws'

const payloadBytes = Number(process.argv[2])
const rooms = new Map<string, { seq: number; sockets: Set<Duplex> }>()
const server = createServer()
const websockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, clientTracking: false })

server.on('upgrade', (request, socket, head) => {
  const path = request.url ?? '/'
  websockets.handleUpgrade(request, socket, head, (websocket) => {
    websocket.on('error', () => socket.destroy())
    if (path === '/echo') websocket.on('message', (data) => websocket.send(replyTo(data)))
    else enter(path, socket)
    if (path === '/echo') return
    websocket.on('message', (data) => tell(path, data))
    websocket.on('close', () => rooms.get(path)?.sockets.delete(socket))
  })
})

server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo
  process.stdout.write(`floor at http://127.0.0.1:${port}\n`)
})
process.on('SIGTERM', () => process.exit(0))

function enter(path: string, socket: Duplex): void {
  const room = rooms.get(path) ?? { seq: 0, sockets: new Set() }
  rooms.set(path, room)
  room.sockets.add(socket)
}

function tell(path: string, data: RawData): void {
  const room = rooms.get(path)
  if (room === undefined) return
  const frame = postedFrame(++room.seq, (data as Buffer).toString('latin1'))
  for (const one of room.sockets) one.write(frame)
}

/** As long as Natter's event, and begun like it, so that the generator does the same work for both. */
function postedFrame(seq: number, text: string): Buffer {
  const start = `{"type":"message.posted","room":"rm_00000000000000000000","seq":${seq},"message":{"text":"${text}"},"pad":"`
  const payload = Buffer.from(`${start}${'x'.repeat(Math.max(0, payloadBytes - start.length - 2))}"}`)
  const header = Buffer.from([0x81, 126, payload.length >> 8, payload.length & 0xff])
  return Buffer.concat([header, payload])
}

function replyTo(data: RawData): string {
  return `{"re":${(data as Buffer).toString('latin1')},"ok":{}}`
}
