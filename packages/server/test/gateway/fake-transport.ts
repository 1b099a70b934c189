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
  /** What the peer has yet to take, as the next call of `bufferedBytes` says. */
  buffered = 0
  /** What `write` does instead of keeping, once. */
  breaks: Error | undefined
  /** Called when the road ends; the test decides whether the peer goes along. */
  ended: () => void = () => {}

  get frames(): SharedFrame[] {
    return this.writes.flat()
  }

  write(frames: readonly SharedFrame[]): boolean {
    const { breaks } = this
    if (breaks !== undefined) throw breaks
    this.writes.push(frames)
    return this.buffered === 0
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
