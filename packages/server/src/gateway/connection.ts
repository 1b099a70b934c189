import { closeSession, createSession } from '@natter/core'
import type { ConnectionActivity, Session } from '@natter/core'
import { CLOSE } from '@natter/protocol'
import type { CloseName, Limits, RoomId } from '@natter/protocol'
import type { Actor } from '../ports/ports.ts'
import type { Flusher } from './flusher.ts'
import { SharedFrame } from './shared-frame.ts'
import type { Opening, Subscription } from './subscription.ts'
import type { Transport } from './transport.ts'

/** What may wait for one reader, in its socket and before it; beyond this the connection is closed, resumable. */
export const OUTBOX_BYTES_MAX = 1_048_576
/** Answers are refused beyond this, so that what a client asks for never closes it: the rest is for what it did not ask for. */
export const ANSWERS_BYTES_MAX = 786_432
/** A reader that leaves more than this in its socket, or anything for longer than that, is not told what nobody must know. */
export const BEHIND_BYTES = 131_072
export const BEHIND_MS = 2_000

const NOTHING: readonly SharedFrame[] = []
const TOO_SLOW = 'You read more slowly than the rooms move.'

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
  readonly #flusher: Flusher
  /** `NOTHING`, the `alone` of one frame, or a list of its own: most flushes have one frame, and a list each would be garbage. */
  #queue: readonly SharedFrame[] = NOTHING
  #queuedBytes = 0
  #bytesMax = OUTBOX_BYTES_MAX
  #corked = true
  /** The last write left something in the socket. */
  #isFilling = false
  /** Since when every look at the socket found something that the peer had not taken. */
  #backlogSince: number | undefined

  constructor(origin: Origin, transport: Transport, flusher: Flusher, limits: Limits) {
    this.id = origin.id
    this.address = origin.address
    this.since = origin.since
    this.transport = transport
    this.session = createSession(origin.uptime, limits)
    this.lastOutAt = origin.uptime
    this.lastInAt = origin.uptime
    this.#flusher = flusher
  }

  get isClosed(): boolean {
    return this.session.state === 'closed'
  }

  get queuedBytes(): number {
    return this.#queuedBytes + this.transport.bufferedBytes()
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
    const buffered = this.transport.bufferedBytes()
    if (buffered === 0 || buffered > BEHIND_BYTES) return buffered > 0
    return this.#backlogSince !== undefined && uptime - this.#backlogSince >= BEHIND_MS
  }

  /** Looks how far the peer is behind; to be called now and then. */
  measure(uptime: number): void {
    const buffered = this.transport.bufferedBytes()
    if (buffered > this.#bytesMax) this.close('slowReader', TOO_SLOW)
    else if (buffered === 0) this.#backlogSince = undefined
    else this.#backlogSince ??= uptime
  }

  /** The peer has shown a sign of life. */
  hear(uptime: number): void {
    this.lastInAt = uptime
    this.pingedAt = undefined
  }

  /** Queues a frame for the next flush; a reader that is too far behind is closed. */
  push(frame: SharedFrame): void {
    if (this.session.state === 'closed') return
    if (this.#queue.length === 0) {
      if (!this.#corked) this.#flusher.add(this)
      this.#queue = frame.alone
    } else this.#append(frame)
    this.#queuedBytes += frame.bytes
    if (this.#queuedBytes > this.#bytesMax) this.close('slowReader', TOO_SLOW)
  }

  #append(frame: SharedFrame): void {
    const [first] = this.#queue
    if (this.#queue === first?.alone) this.#queue = [first, frame]
    else (this.#queue as SharedFrame[]).push(frame)
  }

  pushJson(json: string): void {
    this.push(new SharedFrame(json))
  }

  /** Lets out what has waited behind the reply to `hello`, that reply first. It grows with the rooms of a user, and the bound with it. */
  uncork(first: string): void {
    const reply = new SharedFrame(first)
    this.#bytesMax += reply.bytes
    this.#queuedBytes += reply.bytes
    this.#queue = [reply, ...this.#queue]
    this.#corked = false
    this.#flusher.add(this)
  }

  /** Hands everything that waits to the transport, as one write. */
  flush(uptime: number): void {
    const frames = this.#queue
    if (frames.length === 0) return
    // Asked only where the last write said so: it is a good part of what a delivery costs here.
    const isTooSlow = this.#isFilling && this.queuedBytes > this.#bytesMax
    this.#queue = NOTHING
    this.#queuedBytes = 0
    if (isTooSlow) return this.close('slowReader', TOO_SLOW)
    this.lastOutAt = uptime
    this.#isFilling = !this.transport.write(frames)
  }

  /** Ends the session; later frames in either direction are ignored. */
  close(code: CloseName | 'normal', reason: string): void {
    if (this.isClosed) return
    // Last words would only add to what a slow reader has not read.
    if (!this.#corked && code !== 'slowReader') this.flush(this.lastOutAt)
    if (this.isClosed) return
    this.session = closeSession(this.session, code === 'normal' ? 1000 : CLOSE[code])
    this.#queue = NOTHING
    this.#queuedBytes = 0
    this.held = undefined
    this.transport.close(code, reason)
  }
}
