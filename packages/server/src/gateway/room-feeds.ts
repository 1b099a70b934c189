import type { RoomId } from '@natter/protocol'
import type { BusMessage } from '../ports/bus.ts'
import type { Ports } from '../ports/ports.ts'
import { guarded } from './background.ts'
import type { Background } from './background.ts'
import { sendAway } from './leaving.ts'
import { RoomFeed } from './room-feed.ts'
import type { FeedHost, Head } from './room-feed.ts'
import { tellTyping } from './tell-typing.ts'

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
  /** Feeds whose hole could not be filled. */
  #holed = new Set<RoomFeed>()
  #sweeping = false

  constructor(ports: Ports, background: Background, moved: (feed: RoomFeed) => void) {
    this.#ports = ports
    this.#host = {
      eventsAfter: (room, seq, limit) => ports.store.eventsAfter(room, seq, limit),
      moved,
      holed: (feed) => this.#holed.add(feed),
      background,
    }
  }

  /** Rooms followed, and those about to be. */
  get size(): number {
    return this.#followed.size + this.#starting.size
  }

  get(room: RoomId): RoomFeed | undefined {
    return this.#followed.get(room)?.feed
  }

  /** Follows rooms: resolves when what is published from now on is heard. Rooms that do not exist are passed over. */
  async follow(rooms: readonly RoomId[]): Promise<void> {
    const fresh = rooms.filter((room) => !this.#followed.has(room) && !this.#starting.has(room))
    // Somebody is about to join, however long the fresh ones take.
    for (const room of rooms) {
      const feed = this.get(room)
      if (feed !== undefined) feed.emptySweeps = 0
    }
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

  /** Asks the store for the head of one followed room: something was said about it that its feed has not heard. */
  async check(room: RoomId): Promise<void> {
    if (this.#followed.has(room)) await this.#compare([room])
  }

  /** Resolves when what the store has of a followed room by now has been handed out, as far as that can be had. */
  async reach(room: RoomId): Promise<void> {
    await this.check(room)
    await this.get(room)?.filled()
  }

  /** Tries again to fill the holes that the store could not fill. */
  retry(): void {
    if (this.#holed.size === 0) return
    const holed = this.#holed
    this.#holed = new Set()
    for (const feed of holed) if (this.get(feed.room) === feed) feed.fillHole()
  }

  /** Compares all followed heads with the store, so that a lost last message is found; drops feeds that nobody reads. */
  async sweep(): Promise<void> {
    if (this.#sweeping) return
    this.#sweeping = true
    try {
      for (const [room, { feed }] of this.#followed) {
        feed.emptySweeps = feed.isEmpty ? feed.emptySweeps + 1 : 0
        if (feed.emptySweeps > EMPTY_SWEEPS_MAX) this.#drop(room)
      }
      const rooms = [...this.#followed.keys()]
      for (let at = 0; at < rooms.length; at += HEADS_PAGE_ROOMS)
        await this.#compare(rooms.slice(at, at + HEADS_PAGE_ROOMS))
    } finally {
      this.#sweeping = false
    }
  }

  async #compare(rooms: RoomId[]): Promise<void> {
    const asked = new Map(rooms.map((room) => [room, this.get(room)?.head]))
    for (const [room, head] of await this.#ports.store.heads(rooms)) {
      const feed = this.get(room)
      if (feed === undefined) continue
      if (isRolledBack(asked.get(room), head)) this.#abandon(feed)
      else feed.heardOfHead(head.seq)
    }
  }

  /** Its clients have seen what is not in the log any more: they come back, and the store tells each where to begin anew. */
  #abandon(feed: RoomFeed): void {
    this.#ports.log.error('The log of a room was rolled back; its readers start anew.', { room: feed.room })
    this.#drop(feed.room)
    for (const { connection } of [...feed.full, ...feed.digest]) sendAway(connection)
  }

  #drop(room: RoomId): void {
    this.#followed.get(room)?.unsubscribe()
    this.#followed.delete(room)
  }

  /** Subscribe first, then read the head: what is committed in between is heard, or shows as a hole. */
  async #start(rooms: readonly RoomId[]): Promise<void> {
    // Of what is heard before there is a feed its place is enough: the store has the rest.
    const heard = new Map<RoomId, number>()
    const subscribed = await Promise.allSettled(
      rooms.map((room) => {
        const listener = (message: BusMessage): void => this.#hear(room, message, heard)
        return this.#ports.bus.subscribe(room, guarded(this.#ports.log, 'a message to a room', listener))
      }),
    )
    const unsubscribes = subscribed.map((each) => (each.status === 'fulfilled' ? each.value : () => {}))
    try {
      for (const each of subscribed) if (each.status === 'rejected') throw each.reason
      const heads = await this.#ports.store.heads([...rooms])
      rooms.forEach((room, index) => {
        const head = heads.get(room)
        const unsubscribe = unsubscribes[index] ?? (() => {})
        if (head === undefined) return unsubscribe()
        const feed = new RoomFeed(room, head, this.#host)
        this.#followed.set(room, { feed, unsubscribe })
        feed.heardOfHead(heard.get(room) ?? 0)
      })
    } catch (error) {
      for (const unsubscribe of unsubscribes) unsubscribe()
      throw error
    }
  }

  #hear(room: RoomId, message: BusMessage, early: Map<RoomId, number>): void {
    const feed = this.get(room)
    if (feed === undefined) {
      if (message.kind === 'events') early.set(room, message.events.at(-1)?.seq ?? 0)
    } else if (message.kind === 'events') feed.receive(message.events)
    else if (message.kind === 'receipts') feed.noteReceipts(message.marks)
    else if (message.kind === 'typing') tellTyping(feed, message, this.#ports.clock.uptime())
  }
}

function isRolledBack(asked: Head | undefined, head: Head): boolean {
  if (asked === undefined) return false
  return head.seq < asked.seq || (head.seq === asked.seq && head.ref !== asked.ref)
}
