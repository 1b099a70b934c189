import { marksFrame, movedFrame, tellMoved, tellReceipts } from './digest-tick.ts'
import type { RoomFeed } from './room-feed.ts'
import type { Subscription } from './subscription.ts'

/** Idle clients are told in every so many-th tick. */
const IDLE_TICKS = 10

/** Rooms that have moved since the last tick, and clients that have yet to be told. Ticks once a second. */
export class DigestBoard {
  #moved = new Set<RoomFeed>()
  /** At most one a subscription: those whose client was idle or behind, with what they are owed. */
  readonly #late = new Set<Subscription>()
  #ticks = 0

  get size(): number {
    return this.#moved.size + this.#late.size
  }

  add(feed: RoomFeed): void {
    this.#moved.add(feed)
  }

  /** Has the subscription told at the next tick that fits it; `owed` says what. */
  addLate(subscription: Subscription): void {
    this.#late.add(subscription)
  }

  tick(uptime: number): void {
    const isIdleTurn = ++this.#ticks % IDLE_TICKS === 0
    const isTurnOf = ({ connection }: Subscription): boolean =>
      (isIdleTurn || connection.activity === 'active') && !connection.isBehind(uptime)
    const moved = this.#moved
    this.#moved = new Set()
    for (const feed of moved) {
      tellMoved(feed, isTurnOf, (subscription) => this.#late.add(subscription))
      tellReceipts(feed, uptime, (subscription) => this.#late.add(subscription))
      feed.pending.clear()
    }
    // Afterwards, since whoever was told just now is owed nothing any more.
    this.#tellLate(isTurnOf)
  }

  #tellLate(isTurnOf: (subscription: Subscription) => boolean): void {
    for (const subscription of this.#late) {
      const { feed, owed, owedMarks, connection } = subscription
      const isGone = connection.isClosed || connection.rooms.get(feed.room) !== subscription
      if (!isGone && !isTurnOf(subscription)) continue
      this.#late.delete(subscription)
      subscription.owed = undefined
      subscription.owedMarks = undefined
      if (isGone) continue
      if (owed !== undefined && feed.digest.has(subscription)) connection.push(movedFrame(feed, owed))
      if (owedMarks !== undefined && feed.full.has(subscription)) connection.push(marksFrame(feed, owedMarks))
    }
  }
}
