import type { Cursor, UserId } from '@natter/protocol'
import type { BusMessage } from '../ports/bus.ts'
import type { Ports } from '../ports/ports.ts'
import { guarded } from './background.ts'
import type { Background } from './background.ts'
import type { Connection } from './connection.ts'
import { UserFeed } from './user-feed.ts'
import type { UserFeedHost } from './user-feed.ts'

/** Users whose logs are compared with the store at a time, in a sweep. */
const SWEEP_WIDTH = 16

interface Attached {
  readonly feed: UserFeed
  readonly started: Promise<() => void>
}

/** The users with a connection on this node: one bus subscription a user. */
export class UserFeeds {
  readonly #ports: Ports
  readonly #host: UserFeedHost
  readonly #users = new Map<UserId, Attached>()
  #sweeping = false

  constructor(ports: Ports, background: Background, act: UserFeedHost['act']) {
    this.#ports = ports
    this.#host = { userCatchUp: (user, cursor) => ports.store.userCatchUp(user, cursor), act, background }
  }

  get size(): number {
    return this.#users.size
  }

  connectionsOf(user: UserId): ReadonlySet<Connection> {
    return this.#users.get(user)?.feed.connections ?? NOBODY
  }

  /** Resolves when what is published to the user from now on reaches the connection. */
  async attach(user: UserId, connection: Connection): Promise<void> {
    let attached = this.#users.get(user)
    if (attached === undefined) {
      const feed = new UserFeed(user, this.#host)
      const listener = guarded(this.#ports.log, 'a message to a user', (message: BusMessage) => hear(feed, message))
      attached = { feed, started: this.#ports.bus.subscribe(user, listener) }
      this.#users.set(user, attached)
    }
    attached.feed.connections.add(connection)
    try {
      await attached.started
    } catch (error) {
      // The next connection tries anew.
      if (this.#users.get(user) === attached) this.#users.delete(user)
      throw error
    }
  }

  greeted(user: UserId, connection: Connection, upTo: Cursor): void {
    this.#users.get(user)?.feed.greeted(connection, upTo)
  }

  detach(user: UserId, connection: Connection): void {
    const attached = this.#users.get(user)
    if (attached?.feed.connections.delete(connection) !== true || attached.feed.connections.size > 0) return
    this.#users.delete(user)
    this.#host.background(
      attached.started.then((unsubscribe) => unsubscribe()),
      'leaving a user channel',
    )
  }

  /** Compares the logs of all connected users with the store, so that a lost last message is found. */
  async sweep(): Promise<void> {
    if (this.#sweeping) return
    this.#sweeping = true
    try {
      const feeds = [...this.#users.values()].map(({ feed }) => feed)
      for (let at = 0; at < feeds.length; at += SWEEP_WIDTH)
        await Promise.all(feeds.slice(at, at + SWEEP_WIDTH).map((feed) => feed.check()))
    } finally {
      this.#sweeping = false
    }
  }
}

function hear(feed: UserFeed, message: BusMessage): void {
  if (message.kind === 'inbox') feed.receive(message.events)
}

const NOBODY: ReadonlySet<Connection> = new Set()
