import type { CloseName } from '@natter/protocol'
import type { SharedFrame } from '../../src/gateway/shared-frame.ts'
import type { Transport } from '../../src/gateway/transport.ts'

/** A road that keeps what was handed to it. */
export class FakeTransport implements Transport {
  readonly kind = 'websocket'
  /** One entry a write. */
  readonly writes: (readonly SharedFrame[])[] = []
  closed: { code: CloseName | 'normal'; reason: string } | undefined
  isTerminated = false
  pings = 0
  /** The peer answers pings, as every client library does by itself. */
  pong: (() => void) | undefined
  /** What `write` does instead of keeping, once. */
  breaks: Error | undefined
  /** Called when the road ends; the test decides whether the peer goes along. */
  ended: () => void = () => {}

  #buffered = 0
  #waiter: { drained(): void } | undefined

  /** What the peer has yet to take: while it is more than nothing, all that is written is added. Set to 0: it has taken all. */
  get buffered(): number {
    return this.#buffered
  }

  set buffered(bytes: number) {
    this.#buffered = bytes
    if (bytes > 0) return
    const waiter = this.#waiter
    this.#waiter = undefined
    waiter?.drained()
  }

  get frames(): SharedFrame[] {
    return this.writes.flat()
  }

  write(frames: readonly SharedFrame[]): boolean {
    const { breaks } = this
    if (breaks !== undefined) throw breaks
    this.writes.push(frames)
    if (this.#buffered === 0) return true
    this.#buffered += frames.reduce((sum, { bytes }) => sum + bytes, 0)
    return false
  }

  whenDrained(waiter: { drained(): void }): void {
    this.#waiter = waiter
  }

  bufferedBytes(): number {
    return this.buffered
  }

  close(code: CloseName | 'normal', reason: string): void {
    this.closed ??= { code, reason }
    this.ended()
  }

  ping(): void {
    this.pings++
    this.pong?.()
  }

  terminate(): void {
    this.isTerminated = true
    this.ended()
  }
}
