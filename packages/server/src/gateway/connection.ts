import { closeSession, createSession } from '@natter/core'
import type { ConnectionActivity, Session } from '@natter/core'
import { CLOSE } from '@natter/protocol'
import type { CloseName, Limits, RoomId } from '@natter/protocol'
import type { Actor } from '../ports/ports.ts'
import { Outbox } from './outbox.ts'
import type { Outboxes } from './outbox.ts'
import { ANSWERS_BYTES_MAX } from './outbox-bounds.ts'
import { SharedFrame } from './shared-frame.ts'
import type { Opening, Subscription } from './subscription.ts'
import type { Transport } from './transport.ts'

/** Where a connection came from, as far as it is known before `hello`. */
export interface Origin {
  id: string
  address: string
  /** Milliseconds since the epoch. */
  since: number
  /** The same moment on the clock that never goes back. */
  uptime: number
}

/** One client on this node: its session, what it follows, and what waits to be written to it. Holds state, decides nothing. */
export class Connection {
  readonly id: string
  readonly address: string
  /** Milliseconds since the epoch. */
  readonly since: number
  /** The same on the clock that never goes back. */
  readonly openedAt: number
  readonly transport: Transport
  session: Session
  actor: Actor | undefined
  client = ''
  device = ''
  activity: ConnectionActivity = 'active'
  /** Rooms followed, at any level. */
  readonly rooms = new Map<RoomId, Subscription>()
  /** Rooms on their way to level full. */
  opening: Opening[] | undefined
  /** How far the client has been told of the user's own log; nothing before its greeting was read. */
  inboxSeq = Number.POSITIVE_INFINITY
  /** Frames that came while `hello` was being checked, at most `HELD_FRAMES_MAX`. */
  held: string[] | undefined
  /** When bytes last went out and came in, on the clock that never goes back. */
  lastOutAt: number
  lastInAt: number
  /** When it has to make room for a successor, on the same clock. */
  endsAt = Number.POSITIVE_INFINITY
  /** When the unanswered ping was sent. */
  pingedAt: number | undefined
  readonly outbox: Outbox

  constructor(origin: Origin, transport: Transport, outboxes: Outboxes, limits: Limits) {
    this.id = origin.id
    this.address = origin.address
    this.since = origin.since
    this.openedAt = origin.uptime
    this.transport = transport
    this.session = createSession(origin.uptime, limits)
    this.lastOutAt = origin.uptime
    this.lastInAt = origin.uptime
    this.outbox = new Outbox(this, outboxes)
  }

  get isClosed(): boolean {
    return this.session.state === 'closed'
  }

  get queuedBytes(): number {
    return this.outbox.bytes
  }

  /** Whether an answer of this size may be queued, or has to be refused with `overloaded`. */
  canAnswer(bytes: number): boolean {
    return this.queuedBytes + bytes <= ANSWERS_BYTES_MAX
  }

  /** Whether the client cares now for what it can do without, or what is told again later. */
  isAttentive(uptime: number): boolean {
    return this.activity === 'active' && !this.isBehind(uptime)
  }

  isBehind(uptime: number): boolean {
    return this.outbox.isBehind(uptime)
  }

  /** The peer has shown a sign of life. */
  hear(uptime: number): void {
    this.lastInAt = uptime
    this.pingedAt = undefined
  }

  push(frame: SharedFrame): void {
    this.outbox.push(frame)
  }

  pushJson(json: string): void {
    this.push(new SharedFrame(json))
  }

  /** Ends the session; later frames in either direction are ignored. */
  close(code: CloseName | 'normal', reason: string): void {
    if (this.isClosed) return
    // Last words would only add to what a slow reader has not read.
    if (code !== 'slowReader') this.outbox.empty()
    if (this.isClosed) return
    this.session = closeSession(this.session, code === 'normal' ? 1000 : CLOSE[code])
    this.outbox.end()
    this.held = undefined
    this.transport.close(code, reason)
  }
}
