import { isRefusal } from '@natter/protocol'
import type { RoomId, UserId } from '@natter/protocol'
import { addressKey } from '../identity/client-address.ts'
import type { BusMessage } from '../ports/bus.ts'
import type { LiveConnection, LiveConnections } from '../ports/live-connections.ts'
import type { Ports } from '../ports/ports.ts'
import { backgroundTo } from './background.ts'
import type { Background } from './background.ts'
import { Connection } from './connection.ts'
import { DigestBoard } from './digest-board.ts'
import type { Doorkeeper } from './doorkeeper.ts'
import { Flusher } from './flusher.ts'
import type { Soon } from './flusher.ts'
import { checkConnections } from './heartbeat.ts'
import { PresenceBoard } from './presence-board.ts'
import { RoomFeeds } from './room-feeds.ts'
import { SharedFrame } from './shared-frame.ts'
import { followDigest, unfollow } from './subscribe.ts'
import type { Transport } from './transport.ts'
import { UserFeeds } from './user-feeds.ts'

const CHECK_EVERY_MS = 500
const TICK_EVERY_MS = 1_000
const SWEEP_EVERY_MS = 20_000

/** All that is live on this node: connections, the rooms and users they follow, presence. Knows no socket. */
export class Gateway implements LiveConnections {
  readonly ports: Ports
  readonly doorkeeper: Doorkeeper
  readonly rooms: RoomFeeds
  readonly users: UserFeeds
  readonly digests = new DigestBoard()
  readonly presence: PresenceBoard
  /** Of `takeFromRate`. */
  hellosDueAt = 0
  readonly #background: Background
  readonly #flusher: Flusher
  readonly #connections = new Map<string, Connection>()
  /** Open connections by address, an IPv6 one by its /64. */
  readonly #byAddress = new Map<string, number>()
  readonly #stops: (() => void)[] = []

  constructor(ports: Ports, doorkeeper: Doorkeeper, soon: Soon) {
    this.ports = ports
    this.doorkeeper = doorkeeper
    this.#background = backgroundTo(ports.log)
    this.#flusher = new Flusher(ports.clock, soon)
    this.presence = new PresenceBoard(ports.clock)
    this.rooms = new RoomFeeds(ports, this.#background, (feed) => this.digests.add(feed))
    this.users = new UserFeeds(ports.bus, this.#background, {
      roomAdded: (connection, room) => this.#roomAdded(connection, room),
      roomRemoved: (connection, room) => unfollow(connection, room),
    })
  }

  /** Begins to tick and to hear what all nodes hear. */
  async start(): Promise<void> {
    this.#every(CHECK_EVERY_MS, () => checkConnections(this, this.#connections.values()))
    this.#every(TICK_EVERY_MS, () => {
      this.digests.tick()
      this.presence.tick()
    })
    this.#every(SWEEP_EVERY_MS, () => this.#background(this.rooms.sweep(), 'the sweep of heads'))
    this.#stops.push(await this.ports.bus.subscribe('all', (message) => this.#hearAll(message)))
  }

  /** Tells every client when to come back (spread over `withinMs`), and closes. */
  stop(withinMs: number): void {
    for (const stop of this.#stops.splice(0)) stop()
    for (const connection of this.#connections.values()) {
      const reconnectInMs = Math.floor(this.chance() * withinMs)
      connection.pushJson(JSON.stringify({ control: 'drain', reconnectInMs }))
      connection.close('goingAway', JSON.stringify({ retryInMs: reconnectInMs }))
    }
  }

  /** A new road to a client that has yet to say hello. */
  connect(transport: Transport, address: string): Connection {
    const id = `cn_${Buffer.from(this.ports.random(9)).toString('base64url')}`
    const origin = { id, address, since: this.ports.clock.now() }
    const connection = new Connection(origin, transport, this.#flusher, this.ports.clock.uptime(), this.ports.limits)
    this.#connections.set(id, connection)
    const key = addressKey(address)
    this.#byAddress.set(key, (this.#byAddress.get(key) ?? 0) + 1)
    return connection
  }

  /** The road has ended, by whichever side. */
  disconnect(connection: Connection): void {
    if (!this.#connections.delete(connection.id)) return
    this.#uncount(addressKey(connection.address))
    connection.close('normal', '')
    for (const room of [...connection.rooms.keys()]) unfollow(connection, room)
    const user = connection.actor?.user.id
    if (user === undefined) return
    this.users.detach(user, connection)
    this.presence.leave(user, connection)
  }

  /** Whether an address, as `addressKey` gives it, has all the connections it may have. */
  isFullFor(key: string): boolean {
    return this.ports.ratesEnforced && (this.#byAddress.get(key) ?? 0) >= this.ports.limits.connectionsPerAddress
  }

  #uncount(key: string): void {
    const left = (this.#byAddress.get(key) ?? 0) - 1
    if (left > 0) this.#byAddress.set(key, left)
    else this.#byAddress.delete(key)
  }

  /** A number from 0 up to 1, to spread what must not happen at once. */
  chance(): number {
    const [high = 0, low = 0] = this.ports.random(2)
    return (high * 256 + low) / 65_536
  }

  list(): LiveConnection[] {
    return [...this.#connections.values()].flatMap((connection) => {
      const user = connection.actor?.user
      if (user === undefined) return []
      const { id, address, client, device, since, rooms, queuedBytes } = connection
      return [
        {
          id,
          user: user.id,
          handle: user.handle,
          address,
          client,
          device,
          since,
          transport: connection.transport.kind,
          rooms: rooms.size,
          queuedBytes,
        },
      ]
    })
  }

  close(id: string): boolean {
    const connection = this.#connections.get(id)
    connection?.close('goingAway', JSON.stringify({ retryInMs: 1_000 }))
    return connection !== undefined
  }

  async #roomAdded(connection: Connection, room: RoomId): Promise<void> {
    await this.rooms.follow([room])
    const user = connection.actor?.user.id
    const feed = this.rooms.get(room)
    if (user === undefined || feed === undefined) return
    // Looked up again: they may have been removed while the feed was starting.
    const access = await this.ports.store.roomFor(user, room)
    if (!isRefusal(access)) followDigest(this, connection, feed, access.room.head[0])
  }

  #hearAll(message: BusMessage): void {
    if (message.kind === 'announcement') {
      const { announcement } = message
      this.#tellEverybody(JSON.stringify({ type: 'announcement', announcement }))
    } else if (message.kind === 'user') {
      const user = (JSON.parse(message.json) as { id: UserId }).id
      const frame = new SharedFrame(`{"type":"user.changed","user":${message.json}}`)
      for (const connection of new Set([...this.presence.watchersOf(user), ...this.users.connectionsOf(user)]))
        connection.push(frame)
    } else if (message.kind === 'signedOut') {
      for (const connection of [...this.users.connectionsOf(message.user)]) {
        const isMeant =
          message.sessions === undefined ||
          (connection.actor !== undefined && message.sessions.includes(connection.actor.session))
        if (isMeant) connection.close(message.why, '')
      }
    }
  }

  #tellEverybody(json: string): void {
    const frame = new SharedFrame(json)
    for (const connection of this.#connections.values()) if (connection.actor !== undefined) connection.push(frame)
  }

  #every(ms: number, run: () => void): void {
    let cancel = (): void => {}
    const again = (): void => {
      cancel = this.ports.clock.timer(ms, again)
      run()
    }
    cancel = this.ports.clock.timer(ms, again)
    this.#stops.push(() => cancel())
  }
}
