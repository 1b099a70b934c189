import type { RoomId, UserId } from '@natter/protocol'
import type { StoredEvent } from '../ports/log-store.ts'
import type { Background } from './background.ts'
import { DigestPending } from './digest-pending.ts'
import { HotTail } from './hot-tail.ts'
import { SharedFrame } from './shared-frame.ts'
import type { Subscription } from './subscription.ts'

/** Events read from the store at a time to fill a hole. */
const HOLE_PAGE_EVENTS = 500

/** What a feed needs of the node around it. */
export interface FeedHost {
  eventsAfter(room: RoomId, seq: number, limit: number): Promise<StoredEvent[]>
  /** The feed has something for the next digest tick. */
  moved(feed: RoomFeed): void
  /** A hole could not be filled; `fillHole` is to be called again. */
  holed(feed: RoomFeed): void
  background: Background
}

/** Where a room's log ends. */
export interface Head {
  seq: number
  ref: string
  n: number
}

/**
 * One room on this node: applies its events in the order of the log, whatever the bus did to them, and hands each,
 * encoded once, to the subscribers that have the room on screen.
 */
export class RoomFeed {
  readonly room: RoomId
  readonly full = new Set<Subscription>()
  readonly digest = new Set<Subscription>()
  readonly tail: HotTail
  /** The head as far as this node has applied it. `at` is 0 until then. */
  head: Head & { at: number }
  /** What the next digest tick will tell. */
  readonly pending = new DigestPending()
  /** The head that the last digest tick told. */
  toldSeq: number
  /** Sweeps in a row that found nobody here. */
  emptySweeps = 0
  readonly #host: FeedHost
  #highestSeen: number
  #filling: Promise<void> | undefined

  constructor(room: RoomId, head: Head, host: FeedHost) {
    this.room = room
    this.head = { ...head, at: 0 }
    this.toldSeq = head.seq
    this.tail = new HotTail([head.seq, head.ref])
    this.#host = host
    this.#highestSeen = head.seq
  }

  get isEmpty(): boolean {
    return this.full.size === 0 && this.digest.size === 0
  }

  /** Takes events from the bus: drops what it knows, applies what comes next, asks the store for what is missing. */
  receive(events: readonly StoredEvent[]): void {
    for (const event of events) {
      if (event.seq > this.#highestSeen) this.#highestSeen = event.seq
      if (event.seq === this.head.seq + 1) this.#apply(event)
    }
    this.fillHole()
  }

  /** Notes that the store's head is at least `seq`. */
  heardOfHead(seq: number): void {
    if (seq > this.#highestSeen) this.#highestSeen = seq
    this.fillHole()
  }

  /** Marks that moved, for the next tick. */
  noteReceipts(marks: readonly (readonly [user: UserId, readSeq: number, deliveredSeq: number])[]): void {
    if (this.full.size === 0) return
    for (const [user, read, delivered] of marks) this.pending.receipts.set(user, [read, delivered])
    this.#host.moved(this)
  }

  /** Reads from the store what was announced but not received; one read at a time. */
  fillHole(): void {
    if (this.#filling !== undefined || this.#highestSeen <= this.head.seq) return
    this.#filling = this.#fill().finally(() => {
      this.#filling = undefined
      if (this.#highestSeen > this.head.seq) this.#host.holed(this)
    })
    this.#host.background(this.#filling, `filling a hole of ${this.room}`)
  }

  /** Resolves when no hole is being filled any more, whether or not that went well. */
  async filled(): Promise<void> {
    await this.#filling?.catch(() => undefined)
  }

  async #fill(): Promise<void> {
    while (this.#highestSeen > this.head.seq) {
      const before = this.head.seq
      for (const event of await this.#host.eventsAfter(this.room, before, HOLE_PAGE_EVENTS)) {
        if (event.seq === this.head.seq + 1) this.#apply(event)
      }
      // The store does not have what was announced: the announcement was wrong, or the log was rolled back.
      if (this.head.seq === before) this.#highestSeen = before
    }
  }

  #apply(event: StoredEvent): void {
    this.head = { seq: event.seq, ref: event.ref, n: event.n, at: event.at }
    this.tail.add(event)
    if (this.full.size > 0) this.#deliver(event)
    if (this.digest.size > 0) {
      this.pending.note(event)
      this.#host.moved(this)
    } else this.toldSeq = event.seq
    if (event.type === 'member.left' && event.user !== undefined) this.#dropMember(event.user, event.seq)
  }

  /** The fan-out: one frame, made once, for everybody who has the room on screen. */
  #deliver(event: StoredEvent): void {
    const frame = new SharedFrame(event.json, this.room, event.seq)
    for (const subscription of this.full) if (event.seq > subscription.after) subscription.connection.push(frame)
  }

  /** Nothing numbered after a removal may reach the one who was removed; who is back by then begins at level digest. */
  #dropMember(user: UserId, seq: number): void {
    for (const subscription of [...this.full, ...this.digest]) {
      const { connection, after, returnedAt } = subscription
      if (connection.actor?.user.id !== user || after >= seq) continue
      if (returnedAt > seq) {
        subscription.level = 'digest'
        subscription.after = returnedAt
        subscription.owed = undefined
        this.join(subscription)
      } else {
        this.drop(subscription)
        connection.rooms.delete(this.room)
      }
    }
  }

  join(subscription: Subscription): void {
    const [into, outOf] = subscription.level === 'full' ? [this.full, this.digest] : [this.digest, this.full]
    outOf.delete(subscription)
    into.add(subscription)
    this.emptySweeps = 0
  }

  drop(subscription: Subscription): void {
    this.full.delete(subscription)
    this.digest.delete(subscription)
  }
}
