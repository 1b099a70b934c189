import { tellDigest } from './digest-tick.ts'
import type { RoomFeed } from './room-feed.ts'

/** Rooms that have moved since the last tick, once a second. */
export class DigestBoard {
  #moved = new Set<RoomFeed>()

  add(feed: RoomFeed): void {
    this.#moved.add(feed)
  }

  tick(): void {
    if (this.#moved.size === 0) return
    const moved = this.#moved
    this.#moved = new Set()
    for (const feed of moved) tellDigest(feed)
  }
}
