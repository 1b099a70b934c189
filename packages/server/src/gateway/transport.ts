import type { CloseName } from '@natter/protocol'
import type { LiveConnection } from '../ports/live-connections.ts'
import type { SharedFrame } from './shared-frame.ts'

/** The road to one client: a WebSocket, a streamed response, or a link of the simulation. */
export interface Transport {
  readonly kind: LiveConnection['transport']
  /**
   * Hands over frames in order, as one write. Never blocks; what the peer does not take is counted in `bufferedBytes`.
   * False: that may be much by now, and `whenDrained` is to be waited for. True: it is little.
   */
  write(frames: readonly SharedFrame[]): boolean
  /** After a `write` that was false: tells once, later, that the peer has taken all. */
  whenDrained(waiter: { drained(): void }): void
  /** Bytes handed over that the peer has not taken yet. */
  bufferedBytes(): number
  /** Says goodbye with a code and a reason of at most 123 bytes, after what was written. */
  close(code: CloseName | 'normal', reason: string): void
  /** Asks for a sign of life in the transport's own way, which every client library answers by itself. */
  ping(): void
  /** Cuts the road at once. */
  terminate(): void
}
