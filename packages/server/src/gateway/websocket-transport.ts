import type { Duplex } from 'node:stream'
import { CLOSE } from '@natter/protocol'
import type { CloseName } from '@natter/protocol'
import type { WebSocket } from 'ws'
import { joinFrames } from './join-frames.ts'
import type { SharedFrame } from './shared-frame.ts'
import type { Transport } from './transport.ts'

/** RFC 6455 section 5.5: a control frame holds 125 bytes, two of them the code. */
const REASON_BYTES_MAX = 123

/**
 * The fast road on `ws`: it does the handshake, reads, and answers control frames; data frames are built once for all
 * sockets and written past it. Both write whole frames only, so they never mix within one.
 */
export class WebSocketTransport implements Transport {
  readonly kind = 'websocket'
  readonly #websocket: WebSocket
  readonly #socket: Duplex

  constructor(websocket: WebSocket, socket: Duplex) {
    this.#websocket = websocket
    this.#socket = socket
  }

  write(frames: readonly SharedFrame[]): boolean {
    return this.#websocket.readyState !== this.#websocket.OPEN || this.#socket.write(joinFrames(frames))
  }

  whenDrained(waiter: { drained(): void }): void {
    this.#socket.once('drain', () => waiter.drained())
  }

  bufferedBytes(): number {
    return this.#socket.writableLength
  }

  close(code: CloseName | 'normal', reason: string): void {
    // The goodbye comes after what the socket still holds; a peer that does not read it in time is cut off by `ws`.
    this.#websocket.close(code === 'normal' ? 1000 : CLOSE[code], clipped(reason))
  }

  ping(): void {
    if (this.#websocket.readyState === this.#websocket.OPEN) this.#websocket.ping()
  }

  terminate(): void {
    this.#websocket.terminate()
  }
}

function clipped(reason: string): string {
  const bytes = Buffer.from(reason)
  if (bytes.length <= REASON_BYTES_MAX) return reason
  return bytes.toString('utf8', 0, REASON_BYTES_MAX).replace(/\uFFFD+$/, '')
}
