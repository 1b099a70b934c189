import type { RoomId, UserId } from '@natter/protocol'
import type { BusMessage } from '../ports/bus.ts'
import type { StoredInboxEvent } from '../ports/log-store.ts'
import type { Bus } from '../ports/bus.ts'
import type { Background } from './background.ts'
import type { Connection } from './connection.ts'
import { SharedFrame } from './shared-frame.ts'

interface UserFeed {
  readonly connections: Set<Connection>
  readonly started: Promise<() => void>
}

/** What the gateway does when a user's own log says that a room came or went. */
export interface InboxEffects {
  roomAdded(connection: Connection, room: RoomId): Promise<void>
  roomRemoved(connection: Connection, room: RoomId): void
}

/** The users with a connection on this node: one bus subscription a user, each event encoded once for all their devices. */
export class UserFeeds {
  readonly #bus: Bus
  readonly #background: Background
  readonly #effects: InboxEffects
  readonly #users = new Map<UserId, UserFeed>()

  constructor(bus: Bus, background: Background, effects: InboxEffects) {
    this.#bus = bus
    this.#background = background
    this.#effects = effects
  }

  connectionsOf(user: UserId): ReadonlySet<Connection> {
    return this.#users.get(user)?.connections ?? NOBODY
  }

  /** Resolves when what is published to the user from now on reaches the connection. */
  async attach(user: UserId, connection: Connection): Promise<void> {
    let feed = this.#users.get(user)
    if (feed === undefined) {
      const connections = new Set<Connection>()
      feed = { connections, started: this.#bus.subscribe(user, (message) => this.#hear(connections, message)) }
      this.#users.set(user, feed)
    }
    feed.connections.add(connection)
    await feed.started
  }

  detach(user: UserId, connection: Connection): void {
    const feed = this.#users.get(user)
    if (feed === undefined) return
    feed.connections.delete(connection)
    if (feed.connections.size > 0) return
    this.#users.delete(user)
    this.#background(
      feed.started.then((unsubscribe) => unsubscribe()),
      'leaving a user channel',
    )
  }

  #hear(connections: ReadonlySet<Connection>, message: BusMessage): void {
    if (message.kind !== 'inbox') return
    for (const event of message.events) {
      const frame = new SharedFrame(event.json)
      for (const connection of connections) {
        connection.push(frame)
        this.#act(connection, event)
      }
    }
  }

  #act(connection: Connection, { type, room }: StoredInboxEvent): void {
    if (room === undefined) return
    if (type === 'inbox.roomRemoved') this.#effects.roomRemoved(connection, room)
    if (type === 'inbox.roomAdded')
      this.#background(this.#effects.roomAdded(connection, room), 'following a room that was added')
  }
}

const NOBODY: ReadonlySet<Connection> = new Set()
