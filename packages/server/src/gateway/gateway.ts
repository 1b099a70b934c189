import type { InboxEvent } from '@natter/protocol'
import { addressKey } from '../identity/client-address.ts'
import type { BusMessage } from '../ports/bus.ts'
import type { LiveConnection, LiveConnections } from '../ports/live-connections.ts'
import type { Ports } from '../ports/ports.ts'
import { Admission, USUAL_BOUNDS } from './admission.ts'
import type { NodeBounds } from './admission.ts'
import { backgroundTo, guarded } from './background.ts'
import type { Background } from './background.ts'
import { Connection } from './connection.ts'
import { DigestBoard } from './digest-board.ts'
import type { Doorkeeper } from './doorkeeper.ts'
import { endLag } from './end-lag.ts'
import { Flusher } from './flusher.ts'
import type { Soon } from './flusher.ts'
import { followLive } from './follow-room.ts'
import { hearAll } from './hear-all.ts'
import { CHECK_EVERY_MS, Heartbeat } from './heartbeat.ts'
import { askToLeave, sendAway } from './leaving.ts'
import { listLive } from './live-list.ts'
import { OutboxBudget } from './outbox-budget.ts'
import type { Outboxes } from './outbox.ts'
import { PresenceBoard } from './presence-board.ts'
import { relieve } from './relieve.ts'
import { RoomFeeds } from './room-feeds.ts'
import { SignOuts } from './sign-outs.ts'
import { unfollow } from './subscribe.ts'
import type { Transport } from './transport.ts'
import { UserFeeds } from './user-feeds.ts'

const TICK_EVERY_MS = 1_000
const SWEEP_EVERY_MS = 20_000

/** All that is live on this node: connections, the rooms and users they follow, presence. Knows no socket. */
export class Gateway implements LiveConnections {
  readonly ports: Ports
  readonly doorkeeper: Doorkeeper
  readonly background: Background
  readonly rooms: RoomFeeds
  readonly users: UserFeeds
  readonly digests = new DigestBoard()
  readonly presence: PresenceBoard
  readonly signOuts: SignOuts
  readonly admission: Admission
  readonly bounds: NodeBounds
  readonly budget: OutboxBudget
  readonly #outboxes: Outboxes
  readonly #connections = new Map<string, Connection>()
  /** Open connections by address, an IPv6 one by its /64. */
  readonly #byAddress = new Map<string, number>()
  readonly #stops: (() => void)[] = []
  #isStopped = false
  #allGone = (): void => {}

  constructor(ports: Ports, doorkeeper: Doorkeeper, soon: Soon, bounds: NodeBounds = USUAL_BOUNDS) {
    this.ports = ports
    this.bounds = bounds
    this.budget = new OutboxBudget(bounds.outboxBytes)
    this.admission = new Admission(this)
    this.doorkeeper = doorkeeper
    this.background = backgroundTo(ports.log)
    this.#outboxes = { flusher: new Flusher(ports.clock, ports.log, soon), budget: this.budget }
    this.presence = new PresenceBoard(ports.clock)
    this.signOuts = new SignOuts(ports.clock, ports.store)
    this.rooms = new RoomFeeds(ports, this.background, (feed) => this.digests.add(feed))
    this.users = new UserFeeds(ports, this.background, (connection, event) => this.#act(connection, event))
  }

  /** Begins to tick and to hear what all nodes hear. */
  async start(): Promise<void> {
    const { bus, clock, log } = this.ports
    const heartbeat = new Heartbeat(clock, (connection) => endLag(this, connection))
    this.#every(CHECK_EVERY_MS, 'the look at all connections', () => {
      heartbeat.look(this.#connections.values())
      relieve(this.budget, this.#connections.values())
    })
    this.#every(TICK_EVERY_MS, 'the tick of digests', () => this.digests.tick(clock.uptime()))
    this.#every(TICK_EVERY_MS, 'the tick of presence', () => this.presence.tick())
    this.#every(TICK_EVERY_MS, 'the tick of holes', () => this.rooms.retry())
    this.#every(TICK_EVERY_MS, 'the tick of sign-outs', () => this.signOuts.tick())
    this.#every(SWEEP_EVERY_MS, 'the sweep', () => {
      this.background(this.rooms.sweep(), 'the sweep of rooms')
      this.background(this.users.sweep(), 'the sweep of users')
    })
    const listener = guarded(log, 'a message to all', (message: BusMessage) =>
      hearAll(this, this.#connections.values(), message),
    )
    this.#stops.push(await bus.subscribe('all', listener))
  }

  /** From here on nobody is let in. */
  get isStopped(): boolean {
    return this.#isStopped
  }

  get connectionCount(): number {
    return this.#connections.size
  }

  /** What is not as it should be, for those who ask whether this node is ready. */
  get degraded(): string[] {
    const { budget, bounds, connectionCount } = this
    return [
      ...(this.#isStopped ? ['draining'] : []),
      ...(budget.isOver ? ['memory'] : []),
      ...(connectionCount >= bounds.connectionsMax() ? ['connections'] : []),
    ]
  }

  /**
   * Lets nobody in any more, and asks every client to connect anew, spread over the window; serves them until they have
   * left. Resolves when all are gone or the window has ended. `stop` is to follow.
   */
  async drain(windowMs: number): Promise<void> {
    this.#isStopped = true
    if (windowMs <= 0) return
    const { clock } = this.ports
    const until = clock.uptime() + windowMs
    askToLeave(this.#connections.values(), { until, windowMs, chance: () => this.chance() })
    if (this.#connections.size === 0) return
    await new Promise<void>((resolve) => {
      const cancel = clock.timer(windowMs, resolve)
      this.#allGone = () => {
        cancel()
        resolve()
      }
    })
  }

  /** Tells every client when to come back (spread over `withinMs`), and closes. */
  stop(withinMs: number): void {
    this.#isStopped = true
    for (const stop of this.#stops.splice(0)) stop()
    for (const connection of this.#connections.values()) {
      const reconnectInMs = Math.floor(this.chance() * withinMs)
      connection.pushJson(JSON.stringify({ control: 'drain', reconnectInMs }))
      sendAway(connection, reconnectInMs)
    }
  }

  /** A new road to a client that has yet to say hello. */
  connect(transport: Transport, address: string): Connection {
    const id = `cn_${Buffer.from(this.ports.random(9)).toString('base64url')}`
    const { clock, limits } = this.ports
    const origin = { id, address, since: clock.now(), uptime: clock.uptime() }
    const connection = new Connection(origin, transport, this.#outboxes, limits)
    this.#connections.set(id, connection)
    const key = addressKey(address)
    this.#byAddress.set(key, (this.#byAddress.get(key) ?? 0) + 1)
    return connection
  }

  /** The road has ended, by whichever side. */
  disconnect(connection: Connection): void {
    if (!this.#connections.delete(connection.id)) return
    if (this.#connections.size === 0) this.#allGone()
    this.#uncount(addressKey(connection.address))
    connection.close('normal', '')
    for (const room of connection.rooms.keys()) unfollow(connection, room)
    const user = connection.actor?.user.id
    if (user === undefined) return
    this.users.detach(user, connection)
    this.presence.leave(user, connection)
  }

  /** Whether an address has all the connections it may have. */
  isFullFor(address: string): boolean {
    const { ratesEnforced, limits } = this.ports
    return ratesEnforced && (this.#byAddress.get(addressKey(address)) ?? 0) >= limits.connectionsPerAddress
  }

  /** A number from 0 up to 1, to spread what must not happen at once. */
  chance(): number {
    const [high = 0, low = 0] = this.ports.random(2)
    return (high * 256 + low) / 65_536
  }

  list(): LiveConnection[] {
    return listLive(this.#connections.values())
  }

  close(id: string): boolean {
    const connection = this.#connections.get(id)
    if (connection !== undefined) sendAway(connection)
    return connection !== undefined
  }

  /** What a row of a user's own log means for what their connection follows. */
  #act(connection: Connection, event: InboxEvent): void {
    const user = connection.actor?.user.id
    if (user === undefined) return
    if (event.type === 'inbox.roomAdded') {
      const place = { user, room: event.room, knownSeq: event.details.head[0] }
      this.background(followLive(this, connection, place), 'following a room that was added')
    } else if (event.type === 'inbox.roomRemoved' && connection.rooms.has(event.room)) {
      // The room's own log says where exactly the membership ended; this only says that it has to be looked at.
      this.background(this.rooms.check(event.room), 'looking at a room that was removed')
    }
  }

  #uncount(key: string): void {
    const left = (this.#byAddress.get(key) ?? 0) - 1
    if (left > 0) this.#byAddress.set(key, left)
    else this.#byAddress.delete(key)
  }

  #every(ms: number, what: string, run: () => void): void {
    const guardedRun = guarded(this.ports.log, what, run)
    let cancel = (): void => {}
    const again = (): void => {
      cancel = this.ports.clock.timer(ms, again)
      guardedRun()
    }
    cancel = this.ports.clock.timer(ms, again)
    this.#stops.push(() => cancel())
  }
}
