import type { CloseName } from '@natter/protocol'
import type { Flusher } from './flusher.ts'
import { Lag } from './lag.ts'
import { BEHIND_BYTES, BEHIND_MS, LAG_AFTER_MS, LAG_BYTES, LAG_MS_MAX } from './outbox-bounds.ts'
import { LOOK_EVERY_BYTES, OUTBOX_BYTES_MAX, WRITE_BYTES_MAX } from './outbox-bounds.ts'
import type { OutboxBudget } from './outbox-budget.ts'
import { SharedFrame } from './shared-frame.ts'
import type { Transport } from './transport.ts'

const NOTHING: readonly SharedFrame[] = []
const TOO_SLOW = 'You read more slowly than the rooms move.'

/** Whose outbox it is. */
export interface OutboxOwner {
  readonly id: string
  readonly transport: Transport
  /** When bytes last went out, on the clock that never goes back. */
  lastOutAt: number
  close(code: CloseName, reason: string): void
}

/** What all outboxes of a node share. */
export interface Outboxes {
  readonly flusher: Flusher
  readonly budget: OutboxBudget
}

/**
 * What waits to be written to one client. Events of rooms can be asked for again, so they are what is freed when a reader
 * falls behind; all else is kept, up to the bound. Nothing is handed to a socket that still holds what it was given.
 */
export class Outbox {
  readonly owner: OutboxOwner
  /** Since the reader fell behind, until it has caught up. */
  lag: Lag | undefined
  readonly #shared: Outboxes
  /** corked: the greeting comes first. stuck: the peer has yet to take what it was given. */
  #state: 'corked' | 'open' | 'stuck' | 'closed' = 'corked'
  /** `NOTHING`, the `alone` of one frame, or a list of its own: most flushes have one frame, and a list each would be garbage. */
  #queue: readonly SharedFrame[] = NOTHING
  #queuedBytes = 0
  #lookAtBytes = LOOK_EVERY_BYTES
  /** The reply to `hello` grows with the rooms of a user, and every bound with it, until it was taken. */
  #greetingBytes = 0
  /** What the budget of the node holds of this. */
  #countedBytes = 0
  /** Everything that ever left the queue. */
  #handedBytes = 0
  /** What was pushed before this moment has not all been taken; `markBytes` is how much that was. */
  #markAt: number | undefined
  #markBytes = 0

  constructor(owner: OutboxOwner, shared: Outboxes) {
    this.owner = owner
    this.#shared = shared
  }

  /** Bytes that wait, here and in the socket. */
  get bytes(): number {
    return this.#queuedBytes + this.owner.transport.bufferedBytes()
  }

  /** Whether the reader is to be told only what it must know. */
  isBehind(uptime: number): boolean {
    if (this.lag !== undefined) return true
    const { bytes } = this
    if (bytes === 0 || bytes > BEHIND_BYTES) return bytes > 0
    return this.#markAt !== undefined && uptime - this.#markAt >= BEHIND_MS && !this.#hasPassedMark(bytes)
  }

  /** Queues a frame for the next flush. */
  push(frame: SharedFrame): void {
    if (this.#state === 'closed' || this.lag?.takes(frame) === true) return
    if (this.#queue.length === 0) {
      if (this.#state === 'open') this.#shared.flusher.add(this)
      this.#queue = frame.alone
    } else this.#append(frame)
    this.#queuedBytes += frame.bytes
    if (this.#queuedBytes > this.#lookAtBytes) this.#look()
  }

  #append(frame: SharedFrame): void {
    const [first] = this.#queue
    if (this.#queue === first?.alone) this.#queue = [first, frame]
    else (this.#queue as SharedFrame[]).push(frame)
  }

  /** Lets out what has waited behind the reply to `hello`, that reply first. */
  uncork(json: string): void {
    const reply = new SharedFrame(json)
    this.#greetingBytes = reply.bytes
    this.#queuedBytes += reply.bytes
    this.#queue = [reply, ...this.#queue]
    this.#state = 'open'
    this.#shared.flusher.add(this)
  }

  /** Hands what waits to the transport, as one write where it is not much. */
  flush(uptime: number): void {
    const frames = this.#queue
    if (frames.length === 0 || this.#state !== 'open') return
    this.owner.lastOutAt = uptime
    if (this.#queuedBytes > WRITE_BYTES_MAX) return this.#writeInPieces()
    this.#take(NOTHING, 0)
    if (!this.owner.transport.write(frames)) this.#stop()
  }

  /** No more at a time than can be left in the hands of a socket. */
  #writeInPieces(): void {
    while (this.#state === 'open' && this.#queue.length > 0) {
      const frames = this.#queue
      let count = 0
      let bytes = 0
      for (const frame of frames) {
        if (count > 0 && bytes + frame.bytes > WRITE_BYTES_MAX) break
        bytes += frame.bytes
        count++
      }
      this.#take(count === frames.length ? NOTHING : frames.slice(count), this.#queuedBytes - bytes)
      if (!this.owner.transport.write(frames.slice(0, count))) this.#stop()
    }
  }

  /** What is not left in the queue has been handed on, or is given up. */
  #take(left: readonly SharedFrame[], leftBytes: number): void {
    this.#handedBytes += this.#queuedBytes - leftBytes
    this.#queue = left
    this.#queuedBytes = leftBytes
  }

  #stop(): void {
    this.#state = 'stuck'
    this.#lookAtBytes = this.#queuedBytes + LOOK_EVERY_BYTES
    this.#count(this.bytes)
    this.owner.transport.whenDrained(this)
  }

  /** The peer has taken everything that it was given. */
  drained(): void {
    if (this.#state !== 'stuck') return
    this.#state = 'open'
    this.#lookAtBytes = LAG_BYTES
    this.#count(this.bytes)
    if (this.#queue.length > 0) this.#shared.flusher.add(this)
  }

  /** More waits than at the last look. */
  #look(): void {
    // Who takes everything is not slow, however much it is at once.
    if (this.#state === 'open') this.flush(this.owner.lastOutAt)
    const bytes = this.bytes
    this.#count(bytes)
    this.#lookAtBytes = this.#queuedBytes + LOOK_EVERY_BYTES
    if (this.#state === 'open') this.#lookAtBytes = LAG_BYTES
    else if (bytes > OUTBOX_BYTES_MAX + this.#greetingBytes) this.owner.close('slowReader', TOO_SLOW)
    else if (bytes > LAG_BYTES + this.#greetingBytes || this.#shared.budget.isOver) this.fallBehind()
  }

  /**
   * Looks how far the peer is behind; to be called now and then. `stalledMs`: of the time since the last look, in which
   * nobody could have been heard. True: it fell behind, and has by now taken everything that was kept for it.
   */
  measure(uptime: number, stalledMs: number): boolean {
    const bytes = this.bytes
    this.#count(bytes)
    const behindMs = this.#behindMs(bytes, uptime, stalledMs)
    const { lag } = this
    if (bytes > OUTBOX_BYTES_MAX + this.#greetingBytes) this.owner.close('slowReader', TOO_SLOW)
    else if (lag === undefined) {
      if (bytes > LAG_BYTES + this.#greetingBytes || behindMs >= LAG_AFTER_MS) this.fallBehind()
    } else {
      lag.since = (lag.since ?? uptime - stalledMs) + stalledMs
      if (bytes > 0 && uptime - lag.since >= LAG_MS_MAX) this.owner.close('slowReader', TOO_SLOW)
    }
    return lag !== undefined && bytes === 0
  }

  /** How long, at least, the oldest of what waits has waited. */
  #behindMs(bytes: number, uptime: number, stalledMs: number): number {
    if (bytes === 0) {
      this.#markAt = undefined
      this.#greetingBytes = 0
      return 0
    }
    if (this.#markAt === undefined || this.#hasPassedMark(bytes)) {
      this.#markAt = uptime
      this.#markBytes = this.#handedBytes + this.#queuedBytes
    } else this.#markAt += stalledMs
    return uptime - this.#markAt
  }

  /** Whether no more waits than has come since the mark: then all that is older was taken. */
  #hasPassedMark(bytes: number): boolean {
    return this.#handedBytes + this.#queuedBytes - this.#markBytes >= bytes
  }

  /** Frees the events that wait; from now on it is only remembered which rooms have moved. */
  fallBehind(): void {
    if (this.lag !== undefined || this.#state === 'closed') return
    const lag = new Lag()
    this.lag = lag
    const kept = this.#queue.filter((frame) => !lag.takes(frame))
    this.#take(
      kept.length > 0 ? kept : NOTHING,
      kept.reduce((sum, { bytes }) => sum + bytes, 0),
    )
    this.#lookAtBytes = this.#queuedBytes + LOOK_EVERY_BYTES
    this.#count(this.bytes)
  }

  /** Hands over everything that waits, whatever the peer has taken. */
  empty(): void {
    const frames = this.#queue
    if (frames.length === 0 || this.#state === 'corked' || this.#state === 'closed') return
    this.#take(NOTHING, 0)
    this.owner.transport.write(frames)
  }

  /** Nothing is taken or handed over any more. */
  end(): void {
    this.#state = 'closed'
    this.#take(NOTHING, 0)
    this.lag = undefined
    this.#count(0)
  }

  #count(bytes: number): void {
    this.#shared.budget.change(bytes - this.#countedBytes)
    this.#countedBytes = bytes
  }
}
