import type { RoomId } from '@natter/protocol'
import type { BusMessage } from '../ports/bus.ts'
import type { Ports } from '../ports/ports.ts'
import type { Background } from './background.ts'
import { RoomFeed } from './room-feed.ts'
import type { FeedHost } from './room-feed.ts'
import { SharedFrame } from './shared-frame.ts'

/** A feed without subscribers is kept for so many sweeps: its hot tail serves those who reconnect. */
export const EMPTY_SWEEPS_MAX = 3
/** Heads asked of the store at a time. */
const HEADS_PAGE_ROOMS = 1_000

interface Followed {
  feed: RoomFeed
  unsubscribe: () => void
}

/** The rooms this node follows: one feed and one bus subscription a room, however many connections. */
export class RoomFeeds {
  readonly #ports: Ports
  readonly #host: FeedHost
  readonly #followed = new Map<RoomId, Followed>()
  /** Rooms whose subscription or head is on its way. */
  readonly #starting = new Map<RoomId, Promise<void>>()

  constructor(ports: Ports, background: Background, moved: (feed: RoomFeed) => void) {
    this.#ports = ports
    this.#host = { eventsAfter: (room, seq, limit) => ports.store.eventsAfter(room, seq, limit), moved, background }
  }

  get(room: RoomId): RoomFeed | undefined {
    return this.#followed.get(room)?.feed
  }

  /** Follows rooms: resolves when what is published from now on is heard. Rooms that do not exist are passed over. */
  async follow(rooms: readonly RoomId[]): Promise<void> {
    const fresh = rooms.filter((room) => !this.#followed.has(room) && !this.#starting.has(room))
    if (fresh.length > 0) {
      const start = this.#start(fresh).finally(() => {
        for (const room of fresh) this.#starting.delete(room)
      })
      for (const room of fresh) this.#starting.set(room, start)
    }
    const waiting = new Set<Promise<void>>()
    for (const room of rooms) {
      const start = this.#starting.get(room)
      if (start !== undefined) waiting.add(start)
    }
    await Promise.all(waiting)
  }

  /** Subscribe first, then read the head: what is committed in between is heard, or shows as a hole. */
  async #start(rooms: readonly RoomId[]): Promise<void> {
    const early = new Map<RoomId, BusMessage[]>()
    const subscribed = await Promise.all(
      rooms.map((room) => {
        const heard: BusMessage[] = []
        early.set(room, heard)
        return this.#ports.bus.subscribe(room, (message) => {
          const followed = this.#followed.get(room)
          if (followed === undefined) heard.push(message)
          else hear(followed.feed, message)
        })
      }),
    )
    const heads = await this.#ports.store.heads([...rooms])
    rooms.forEach((room, index) => {
      const head = heads.get(room)
      const unsubscribe = subscribed[index]
      if (unsubscribe === undefined) return
      if (head === undefined) return unsubscribe()
      const feed = new RoomFeed(room, { cursor: [head.seq, head.ref], n: head.n }, this.#host)
      this.#followed.set(room, { feed, unsubscribe })
      for (const message of early.get(room) ?? []) hear(feed, message)
    })
  }

  /** Compares all followed heads with the store, so that a lost last message is found; drops feeds that nobody reads. */
  async sweep(): Promise<void> {
    for (const [room, { feed, unsubscribe }] of this.#followed) {
      feed.emptySweeps = feed.isEmpty ? feed.emptySweeps + 1 : 0
      if (feed.emptySweeps <= EMPTY_SWEEPS_MAX) continue
      unsubscribe()
      this.#followed.delete(room)
    }
    const rooms = [...this.#followed.keys()]
    for (let at = 0; at < rooms.length; at += HEADS_PAGE_ROOMS) {
      const heads = await this.#ports.store.heads(rooms.slice(at, at + HEADS_PAGE_ROOMS))
      for (const [room, head] of heads) this.get(room)?.heardOfHead(head.seq)
    }
  }
}

function hear(feed: RoomFeed, message: BusMessage): void {
  if (message.kind === 'events') feed.receive(message.events)
  else if (message.kind === 'typing') {
    const { room, by, expiresInMs } = message
    const frame = new SharedFrame(JSON.stringify({ type: 'typing', room, by, expiresInMs }))
    for (const { connection } of feed.full) if (connection.activity === 'active') connection.push(frame)
  } else if (message.kind === 'receipts') feed.noteReceipts(message.marks)
}
