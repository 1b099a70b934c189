/**
 * The floor in Node: a bare `ws` server that, for each message, writes one frame that was built beforehand to every
 * socket. No storage, no parsing, no rooms. What Natter costs beyond it is what Natter does.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'

const payloadBytes = Number(process.argv[2] ?? 285)
const sockets = new Set<Duplex>()
const server = createServer()
const websockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, clientTracking: false })

let seq = 0

server.on('upgrade', (request, socket, head) => {
  websockets.handleUpgrade(request, socket, head, (websocket) => {
    sockets.add(socket)
    websocket.on('close', () => sockets.delete(socket))
    websocket.on('message', () => {
      const frame = frameOf(++seq)
      for (const one of sockets) one.write(frame)
    })
  })
})

server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo
  process.stdout.write(`floor at http://127.0.0.1:${port}\n`)
})
process.on('SIGTERM', () => process.exit(0))

/** As long as Natter's event, and begun like it, so that the generator does the same work for both. */
function frameOf(number: number): Buffer {
  const start = `{"type":"message.posted","room":"rm_00000000000000000000","seq":${number},"pad":"`
  const payload = Buffer.from(`${start}${'x'.repeat(Math.max(0, payloadBytes - start.length - 2))}"}`)
  const header = Buffer.from([0x81, 126, payload.length >> 8, payload.length & 0xff])
  return Buffer.concat([header, payload])
}
