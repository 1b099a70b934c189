import assert from 'node:assert/strict'
import { Buffer } from 'node:buffer'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:net'
import type { Socket } from 'node:net'
import type { WireError } from '@natter/protocol'
import { clientFrame, OPCODE } from './client-frame.ts'
import { takeFrames } from './server-frames.ts'
import type { ServerFrame } from './server-frames.ts'

export interface Closed {
  closed: number
  reason: string
}

/** A reply as it came, and its text. */
export type Answer = { text: string } & (
  | { re: number; ok: Record<string, unknown> }
  | { re: number | null; error: WireError }
)

/** No close frame came: the connection was lost. */
export const LOST = 1006

/** A WebSocket over bare TCP, which sends whatever it is told, also what no WebSocket library would. */
export class RawSocket {
  readonly #socket: Socket
  readonly #answers: Answer[] = []
  readonly #heard: string[] = []
  readonly #pongs: string[] = []
  #waiting: ((outcome: Answer | Closed) => void)[] = []
  #bytes: Buffer = Buffer.alloc(0)
  #end: Closed | undefined

  private constructor(socket: Socket) {
    this.#socket = socket
    socket.on('data', (bytes: Buffer) => this.#read(bytes))
    socket.on('error', () => undefined)
    socket.on('close', () => this.#ended({ closed: LOST, reason: '' }))
  }

  /** Resolves when the server has said 101; rejects with its status line if it said anything else. */
  static async open(url: string, path = '/v1/ws'): Promise<RawSocket> {
    const { hostname, port, host } = new URL(url)
    const socket = connect({ port: Number(port), host: hostname, noDelay: true })
    await once(socket, 'connect')
    const key = randomBytes(16).toString('base64')
    socket.write(
      `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\nSec-WebSocket-Protocol: natter.v1\r\n\r\n`,
    )
    const { head, rest } = await readHead(socket)
    if (!head.startsWith('HTTP/1.1 101 ')) throw new Error(head.slice(0, head.indexOf('\r\n')))
    const raw = new RawSocket(socket)
    raw.#read(rest)
    return raw
  }

  /** Everything but replies, as it came. */
  get heard(): readonly string[] {
    return this.#heard
  }

  /** What the server has answered to pings. */
  get pongs(): readonly string[] {
    return this.#pongs
  }

  write(...chunks: readonly Uint8Array[]): void {
    for (const bytes of chunks) this.#socket.write(bytes)
  }

  send(text: string): void {
    this.write(clientFrame(text))
  }

  /** The next reply that nobody has waited for yet, or how the connection ended. */
  answer(): Promise<Answer | Closed> {
    const [next] = this.#answers.splice(0, 1)
    if (next !== undefined) return Promise.resolve(next)
    if (this.#end !== undefined) return Promise.resolve(this.#end)
    return new Promise((resolve) => this.#waiting.push(resolve))
  }

  ask(text: string): Promise<Answer | Closed> {
    this.send(text)
    return this.answer()
  }

  /** How the connection ends, whatever is answered before. */
  async closed(): Promise<Closed> {
    for (;;) {
      const next = await this.answer()
      if ('closed' in next) return next
    }
  }

  /** Takes nothing from the server until `resume`. */
  pause(): void {
    this.#socket.pause()
  }

  resume(): void {
    this.#socket.resume()
  }

  /** Cuts the connection without a goodbye. */
  cut(): void {
    // A reset while the socket is ending would leave its handle open for ever.
    if (this.#socket.writableEnded) this.#socket.destroy()
    else this.#socket.resetAndDestroy()
  }

  #read(bytes: Buffer): void {
    const { frames, rest } = takeFrames(Buffer.concat([this.#bytes, bytes]))
    this.#bytes = rest
    for (const frame of frames) this.#hear(frame)
  }

  #hear({ opcode, isPlain, payload }: ServerFrame): void {
    assert(isPlain, 'a server sends whole frames, without mask and reserved bits')
    if (opcode === OPCODE.close) {
      const closed = payload.length >= 2 ? payload.readUInt16BE(0) : 1005
      this.#ended({ closed, reason: payload.subarray(2).toString() })
      this.#socket.end(clientFrame(payload, { opcode: OPCODE.close }))
    } else if (opcode === OPCODE.pong) this.#pongs.push(payload.toString())
    else if (opcode === OPCODE.text) this.#hearText(payload.toString())
  }

  #hearText(text: string): void {
    const frame = JSON.parse(text) as object
    if (!('re' in frame)) return void this.#heard.push(text)
    const answer = { ...frame, text } as Answer
    const [waiting] = this.#waiting.splice(0, 1)
    if (waiting === undefined) this.#answers.push(answer)
    else waiting(answer)
  }

  #ended(end: Closed): void {
    this.#end ??= end
    for (const waiting of this.#waiting.splice(0)) waiting(this.#end)
  }
}

async function readHead(socket: Socket): Promise<{ head: string; rest: Buffer }> {
  let bytes: Buffer = Buffer.alloc(0)
  while (!bytes.includes('\r\n\r\n')) {
    const [more] = (await once(socket, 'data')) as [Buffer]
    bytes = Buffer.concat([bytes, more])
  }
  const end = bytes.indexOf('\r\n\r\n') + 4
  return { head: bytes.subarray(0, end).toString(), rest: bytes.subarray(end) }
}
