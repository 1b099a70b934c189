import type { Cursor, Refusal, User } from '@natter/protocol'
import type { Session } from './account-store.ts'

/** A request of somebody signed in who cannot have a socket, and says in its body what `hello` says. */
export interface FallbackCall {
  proved: { session: Session; user: User }
  address: string
  hello: FallbackHello
  wire: Wire
}

export interface FallbackHello {
  user?: Cursor | null | undefined
  rooms?: Record<string, Cursor | null> | undefined
  device?: string | undefined
  client?: string | undefined
}

/** What is under a response. */
export interface Wire {
  /** Bytes that the peer has not taken yet. */
  bufferedBytes(): number
  /** Ends it at once, whatever was not taken. */
  cut(): void
  /** Aborted when the peer goes away before the response has begun. */
  gone: AbortSignal
}

/** The roads for clients that cannot have a socket: what the HTTP road may ask of the gateway. */
export interface FallbackRoads {
  /** Follows rooms by a response of JSON lines, the first one the `ok` of `hello`. */
  stream(call: FallbackCall): Promise<ReadableStream<Uint8Array> | Refusal>
  /** The `ok` of `hello`, as JSON: once there is something new in it, or after `waitMs`. */
  poll(call: FallbackCall, waitMs: number): Promise<string | Refusal>
}
