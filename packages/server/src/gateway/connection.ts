import { closeSession, createSession } from '@natter/core'
import type { ConnectionActivity, Session } from '@natter/core'
import { CLOSE } from '@natter/protocol'
import type { CloseName, Limits, RoomId } from '@natter/protocol'
import type { Actor } from '../ports/ports.ts'
import type { Flusher } from './flusher.ts'
import { SharedFrame } from './shared-frame.ts'
import type { Subscription } from './subscription.ts'
import type { Transport } from './transport.ts'

/** What may wait for one slow reader, in its socket and before it; beyond this the connection is closed, resumable. */
export const OUTBOX_BYTES_MAX = 1_048_576

/** Where a connection came from, as far as it is known before `hello`. */
export interface Origin {
  id: string
  address: string
  since: number
}

/** One client on this node: its session, what it follows, and what waits to be written to it. Holds state, decides nothing. */
export class Connection {
  readonly id: string
  readonly address: string
  /** Milliseconds since the epoch. */
  readonly since: number
  readonly transport: Transport
  session: Session
  actor: Actor | undefined
  client = ''
  device = ''
  activity: ConnectionActivity = 'active'
  /** Rooms followed, at any level. */
  readonly rooms = new Map<RoomId, Subscription>()
  /** Frames that came while `hello` was being checked, at most `HELD_FRAMES_MAX`. */
  held: string[] | undefined
  /** When bytes last went out and came in, on the clock that never goes back. */
  lastOutAt: number
  lastInAt: number
  /** When the unanswered ping was sent. */
  pingedAt: number | undefined
  readonly #flusher: Flusher
  #queue: SharedFrame[] = []
  #queuedBytes = 0
  #corked = true

  constructor(origin: Origin, transport: Transport, flusher: Flusher, uptime: number, limits: Limits) {
    this.id = origin.id
    this.address = origin.address
    this.since = origin.since
    this.transport = transport
    this.session = createSession(uptime, limits)
    this.lastOutAt = uptime
    this.lastInAt = uptime
    this.#flusher = flusher
  }

  get isClosed(): boolean {
    return this.session.state === 'closed'
  }

  get queuedBytes(): number {
    return this.#queuedBytes + this.transport.bufferedBytes()
  }

  /** Queues a frame for the next flush; a reader that is too far behind is closed. */
  push(frame: SharedFrame): void {
    if (this.session.state === 'closed') return
    if (this.#queue.length === 0 && !this.#corked) this.#flusher.add(this)
    this.#queue.push(frame)
    this.#queuedBytes += frame.json.length
    if (this.#queuedBytes > OUTBOX_BYTES_MAX) this.close('slowReader', 'You read more slowly than the rooms move.')
  }

  pushJson(json: string): void {
    this.push(new SharedFrame(json))
  }

  /** Lets out what has waited behind the reply to `hello`, that reply first. */
  uncork(first: string): void {
    this.#queue.unshift(new SharedFrame(first))
    this.#corked = false
    this.#flusher.add(this)
  }

  flush(uptime: number): void {
    const frames = this.#queue
    if (frames.length === 0) return
    this.#queue = []
    this.#queuedBytes = 0
    if (this.transport.bufferedBytes() > OUTBOX_BYTES_MAX)
      return this.close('slowReader', 'You read more slowly than the rooms move.')
    this.lastOutAt = uptime
    this.transport.write(frames)
  }

  /** Ends the session; later frames in either direction are ignored. */
  close(code: CloseName | 'normal', reason: string): void {
    if (this.isClosed) return
    if (!this.#corked) this.flush(this.lastOutAt)
    if (this.isClosed) return
    this.session = closeSession(this.session, code === 'normal' ? 1000 : CLOSE[code])
    this.#queue = []
    this.transport.close(code, reason)
  }
}
