import { connect } from 'node:net'
import type { Socket } from 'node:net'
import { clientFrame } from './client-frame.ts'
import { sourceAddress } from './source-address.ts'

/** One for all sockets: what is read is looked at before the next read. */
const RECEIVED = Buffer.allocUnsafe(65_536)
const OPCODE_TEXT = 1
const OPCODE_PING = 9
const EMPTY_PONG = Buffer.from([0x8a, 0x80, 0, 0, 0, 0])
let opened = 0

interface Target {
  port: number
  path: string
  /** Of its own, for a client that reads little at a time. */
  buffer?: Buffer
}

/** Called with each text frame; its bytes are gone when the call returns. */
type OnText = (frame: Buffer) => void

/**
 * A WebSocket client that costs the generator as little as possible: plain TCP, one receive buffer, a hand-written frame
 * walker, no JSON. Understands unfragmented server text frames and pings, which is all that the servers under test send.
 */
export class RawClient {
  readonly #socket: Socket
  #rest: Buffer | undefined
  #head: Buffer | undefined = Buffer.alloc(0)
  #onText: OnText = () => {}
  #onClose: () => void = () => {}
  #upgraded: (failure: Error | undefined) => void = () => {}
  #isSlow = false
  /** Reads from the socket so far. */
  reads = 0

  private constructor(target: Target) {
    const { buffer = RECEIVED } = target
    this.#socket = connect({
      host: '127.0.0.1',
      port: target.port,
      noDelay: true,
      localAddress: sourceAddress(opened++),
      onread: {
        buffer,
        callback: (length) => {
          this.#take(buffer.subarray(0, length))
          return !this.#isSlow
        },
      },
    })
    this.#socket.on('error', (error) => this.#upgraded(error))
    this.#socket.on('close', () => {
      this.#upgraded(new Error('The server hung up.'))
      this.#onClose()
    })
    this.#socket.write(
      `GET ${target.path} HTTP/1.1\r\nHost: 127.0.0.1:${target.port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
        `Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: natter.v1\r\n\r\n`,
    )
  }

  /** Connects and upgrades; rejects on any other answer than 101. */
  static open(target: Target): Promise<RawClient> {
    return new Promise((resolve, reject) => {
      const client = new RawClient(target)
      client.#upgraded = (failure) => {
        client.#upgraded = () => {}
        if (failure === undefined) return resolve(client)
        client.#socket.destroy()
        reject(failure)
      }
    })
  }

  onText(listener: OnText): void {
    this.#onText = listener
  }

  /** When the connection ends by any other hand than `close` here. */
  onClose(listener: () => void): void {
    this.#onClose = listener
  }

  sendText(text: string): void {
    this.#socket.write(clientFrame(text))
  }

  /** Several frames in one write. */
  sendFrames(frames: Buffer): void {
    this.#socket.write(frames)
  }

  /** From now on it reads one buffer full at each call, and nothing in between. */
  readOnce(): void {
    this.#isSlow = true
    this.#socket.resume()
  }

  /** Gone at once, without a goodbye. */
  close(): void {
    this.#onClose = () => {}
    this.#socket.resetAndDestroy()
  }

  #take(chunk: Buffer): void {
    if (this.#head === undefined) return this.#walk(chunk)
    this.#head = Buffer.concat([this.#head, chunk])
    const end = this.#head.indexOf('\r\n\r\n')
    if (end === -1) return
    const status = this.#head.subarray(0, this.#head.indexOf('\r\n')).toString('latin1')
    const rest = Buffer.from(this.#head.subarray(end + 4))
    this.#head = undefined
    if (!status.startsWith('HTTP/1.1 101')) return this.#upgraded(new Error(`The upgrade was refused: ${status}`))
    this.#upgraded(undefined)
    if (rest.length > 0) this.#walk(rest)
  }

  #walk(chunk: Buffer): void {
    this.reads++
    const data = this.#rest === undefined ? chunk : Buffer.concat([this.#rest, chunk])
    let at = 0
    for (;;) {
      if (data.length - at < 2) break
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
      this.#frame((data[at] ?? 0) & 0x0f, data.subarray(start, start + length))
      at = start + length
    }
    this.#rest = at === data.length ? undefined : Buffer.from(data.subarray(at))
  }

  #frame(opcode: number, payload: Buffer): void {
    if (opcode === OPCODE_TEXT) this.#onText(payload)
    else if (opcode === OPCODE_PING) this.#socket.write(EMPTY_PONG)
  }
}
