import { connect } from 'node:net'
import type { Socket } from 'node:net'

/**
 * A WebSocket client that costs the generator as little as possible: plain TCP, a hand-written frame walker, no JSON.
 * Understands unfragmented server text frames and pings, which is all that the servers under test send.
 */
export class RawClient {
  readonly #socket: Socket
  #rest: Buffer | undefined
  #onText: (frame: Buffer) => void = () => {}

  private constructor(socket: Socket) {
    this.#socket = socket
  }

  /** Connects and upgrades; rejects on any other answer than 101. */
  static open(
    target: { port: number; path: string; localAddress?: string },
    onText: (frame: Buffer) => void,
  ): Promise<RawClient> {
    const { port, path, localAddress } = target
    return new Promise((resolve, reject) => {
      const socket = connect({
        host: '127.0.0.1',
        port,
        noDelay: true,
        ...(localAddress === undefined ? {} : { localAddress }),
      })
      const client = new RawClient(socket)
      client.#onText = onText
      let head = Buffer.alloc(0)
      const readHead = (chunk: Buffer): void => {
        head = Buffer.concat([head, chunk])
        const end = head.indexOf('\r\n\r\n')
        if (end === -1) return
        socket.off('data', readHead)
        if (!head.subarray(0, end).toString('latin1').startsWith('HTTP/1.1 101')) {
          socket.destroy()
          return reject(
            new Error(`The upgrade was refused: ${head.subarray(0, end).toString('latin1').split('\r\n')[0]}`),
          )
        }
        socket.on('data', (data: Buffer) => client.#walk(data))
        resolve(client)
        if (head.length > end + 4) client.#walk(head.subarray(end + 4))
      }
      socket.on('data', readHead)
      socket.once('error', reject)
      socket.write(
        `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
          `Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: natter.v1\r\n\r\n`,
      )
    })
  }

  onText(listener: (frame: Buffer) => void): void {
    this.#onText = listener
  }

  sendText(text: string): void {
    this.#socket.write(clientFrame(text))
  }

  /** Several frames in one write. */
  sendFrames(frames: Buffer): void {
    this.#socket.write(frames)
  }

  close(): void {
    this.#socket.destroy()
  }

  #walk(chunk: Buffer): void {
    const data = this.#rest === undefined ? chunk : Buffer.concat([this.#rest, chunk])
    let at = 0
    for (;;) {
      if (data.length - at < 2) break
      const opcode = (data[at] ?? 0) & 0x0f
      let length = (data[at + 1] ?? 0) & 0x7f
      let start = at + 2
      if (length === 126) {
        if (data.length - at < 4) break
        length = data.readUInt16BE(at + 2)
        start = at + 4
      } else if (length === 127) {
        if (data.length - at < 10) break
        length = Number(data.readBigUInt64BE(at + 2))
        start = at + 10
      }
      if (data.length < start + length) break
      if (opcode === 1) this.#onText(data.subarray(start, start + length))
      else if (opcode === 9) this.#socket.write(Buffer.from([0x8a, 0x80, 0, 0, 0, 0]))
      at = start + length
    }
    this.#rest = at === data.length ? undefined : Buffer.from(data.subarray(at))
  }
}

/** A masked text frame; the mask is zero, which is legal and leaves the payload as it is. */
export function clientFrame(text: string): Buffer {
  const payload = Buffer.from(text)
  const header = payload.length < 126 ? Buffer.alloc(6) : Buffer.alloc(8)
  header[0] = 0x81
  if (payload.length < 126) header[1] = 0x80 | payload.length
  else {
    header[1] = 0x80 | 126
    header.writeUInt16BE(payload.length, 2)
  }
  return Buffer.concat([header, payload])
}

const SEQ_KEY = Buffer.from('"seq":')
const POSTED = Buffer.from('{"type":"message.posted"')

export function startsWith(frame: Buffer, start: Buffer): boolean {
  return frame.length >= start.length && frame.compare(start, 0, start.length, 0, start.length) === 0
}

/** The seq of a `message.posted` frame, or 0 for any other frame. */
export function postedSeq(frame: Buffer): number {
  if (!startsWith(frame, POSTED)) return 0
  let at = frame.indexOf(SEQ_KEY, POSTED.length) + SEQ_KEY.length
  let seq = 0
  for (let digit = (frame[at] ?? 0) - 48; digit >= 0 && digit <= 9; digit = (frame[++at] ?? 0) - 48)
    seq = seq * 10 + digit
  return seq
}
