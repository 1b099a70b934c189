import { once } from 'node:events'
import type { Socket } from 'node:net'

/** Text of an upgrade request, with further header lines. */
export function upgradeRequest(host: string, ...lines: string[]): string {
  return [
    'GET /v1/ws HTTP/1.1',
    `Host: ${host}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    ...lines,
    '',
    '',
  ].join('\r\n')
}

/** One masked frame as a client sends it (RFC 6455 section 5.2). */
export function clientFrame(opcode: number, payload: Buffer | string, isFinal = true): Buffer {
  const bytes = Buffer.from(payload)
  const head = [(isFinal ? 0x80 : 0) | opcode]
  if (bytes.length < 126) head.push(0x80 | bytes.length)
  else if (bytes.length < 65_536) head.push(0xfe, bytes.length >> 8, bytes.length & 0xff)
  else throw new RangeError('These tests need no frame as long as that.')
  // A mask of zeros leaves the payload as it is.
  return Buffer.concat([Buffer.from([...head, 0, 0, 0, 0]), bytes])
}

export const TEXT = 1
export const BINARY = 2
export const PING = 9
export const PONG = 10

/** Frames of a server, unmasked, as they come. */
export class WireReader {
  readonly #socket: Socket
  #bytes = Buffer.alloc(0)

  constructor(socket: Socket) {
    this.#socket = socket
    socket.on('data', (chunk: Buffer) => {
      this.#bytes = Buffer.concat([this.#bytes, chunk])
    })
  }

  /** The head of the answer to a request. */
  async head(): Promise<string> {
    for (;;) {
      const end = this.#bytes.indexOf('\r\n\r\n')
      if (end >= 0) {
        const head = this.#bytes.toString('latin1', 0, end)
        this.#bytes = this.#bytes.subarray(end + 4)
        return head
      }
      await once(this.#socket, 'data')
    }
  }

  async frame(): Promise<{ opcode: number; payload: Buffer }> {
    for (;;) {
      const frame = this.#take()
      if (frame !== undefined) return frame
      await once(this.#socket, 'data')
    }
  }

  #take(): { opcode: number; payload: Buffer } | undefined {
    const [first = 0, second = 0] = this.#bytes
    if (this.#bytes.length < 2) return undefined
    const start = second < 126 ? 2 : second === 126 ? 4 : 10
    if (this.#bytes.length < start) return undefined
    const length =
      second < 126 ? second : second === 126 ? this.#bytes.readUInt16BE(2) : Number(this.#bytes.readBigUInt64BE(2))
    if (this.#bytes.length < start + length) return undefined
    const payload = this.#bytes.subarray(start, start + length)
    this.#bytes = this.#bytes.subarray(start + length)
    return { opcode: first & 0x0f, payload }
  }
}
