import { createNatter, withFallback } from '@natter/client'
import type { Environment, Natter, SocketListener, Socket } from '@natter/client'
import type { RoomId, User } from '@natter/protocol'
import type { HistoryRecord } from '@natter/protocol/history'
import type { Edge } from './edge.ts'
import { Exchange } from './exchange.ts'
import { Link } from './link.ts'
import type { Life, SimNode } from './node.ts'
import { Pipe } from './pipe.ts'
import { createRandom } from './random.ts'
import type { Random } from './random.ts'
import { recordSockets } from './recorder.ts'
import type { SocketTap } from './recorder.ts'
import type { Road, RoadPlan } from './road.ts'
import { SimStorage } from './sim-storage.ts'
import type { VirtualTime } from './virtual-time.ts'

/** What devices need of their world. */
export interface DeviceWorld {
  seed: number
  time: VirtualTime
  nodes: readonly SimNode[]
  /** What the network between takes without a server noticing. */
  kernelBytes: number
  readonly edge: Edge
  readonly isStorageRead: boolean
  write(record: HistoryRecord): void
  trace(what: string): void
  /** A page has been opened. */
  opened(device: Device, page: Page): void
}

/** One run of the page: from its opening to its end, of which it is told nothing. */
export interface Page {
  isAlive: boolean
  /** Nobody is at the keyboard: news of others' presence rest. */
  isIdle: boolean
  /** Rooms that it has on screen. */
  readonly onScreen: Set<RoomId>
  natter: Natter
}

export const NO_BOX = { webSockets: 'through', keepsBack: false } as const

/** Sockets that find nobody fail after so long. */
const NOBODY_MS = 20

/** A person's device: a real client in a simulated surrounding that can sleep, lose its network, and be reloaded. */
export class Device {
  readonly name: string
  readonly user: User
  page: Page
  skewMs = 0
  isAsleep = false
  /** New sockets: answered, refused, or never answered. */
  network: 'up' | 'down' | 'hole' = 'up'
  /** What something on the way does to WebSockets, and whether it keeps responses back until they are whole. */
  box: { webSockets: 'through' | 'refused' | 'swallowed'; keepsBack: boolean } = { ...NO_BOX }
  readonly links = new Set<Road>()
  readonly storage: SimStorage
  readonly #world: DeviceWorld
  readonly #random: Random
  readonly #tap: SocketTap
  readonly #wakes = new Map<Page | undefined, Set<() => void>>()
  #deferred: (() => void)[] = []
  #sockets = 0

  constructor(name: string, user: User, world: DeviceWorld) {
    this.name = name
    this.user = user
    this.#world = world
    this.#random = createRandom(world.seed, name)
    this.storage = new SimStorage(world.time)
    this.#tap = recordSockets(
      { proc: name, user: user.id },
      { time: world.time, write: (record) => world.write(record) },
    )
    this.page = this.#open()
  }

  get natter(): Natter {
    return this.page.natter
  }

  /** The node that the device talks to now. */
  get life(): Life | undefined {
    return [...this.links].findLast((link) => link.isFollowing && !link.isOver && link.life.isAlive)?.life
  }

  /** Sees by requests, not by a WebSocket; so it does not see who is there. */
  get isOnFallback(): boolean {
    const isBlocked = this.box.webSockets !== 'through'
    return isBlocked || [...this.links].some((link) => link instanceof Exchange && !link.isOver)
  }

  /** What was asked over connections that are still there, and has no answer. */
  get unanswered(): string[] {
    return this.#tap.unanswered()
  }

  sleep(): void {
    if (this.isAsleep) return
    this.#world.trace(`${this.name} falls asleep`)
    this.isAsleep = true
    for (const link of this.links) link.down.hold('asleep')
  }

  wake(): void {
    if (!this.isAsleep) return
    this.#world.trace(`${this.name} wakes`)
    this.isAsleep = false
    for (const task of this.#deferred.splice(0)) task()
    for (const link of this.links) link.down.release('asleep')
    for (const wake of this.#wakes.get(this.page) ?? []) wake()
  }

  /** The network has come back, or so the device says. */
  nudge(): void {
    if (!this.isAsleep) for (const wake of this.#wakes.get(this.page) ?? []) wake()
  }

  /** The page is gone without a word, and opened again. */
  reload(): void {
    this.#world.trace(`${this.name} reloads`)
    this.page.isAlive = false
    this.#deferred = []
    for (const link of this.links) link.hangUp()
    this.links.clear()
    this.#tap.endedAll()
    this.page = this.#open()
  }

  /** Ends the page, as a world ends. */
  stop(): void {
    this.page.isAlive = false
  }

  #open(): Page {
    // The page is known to its environment before there is a client in it.
    const page = { isAlive: true, isIdle: false, onScreen: new Set<RoomId>() } as Page
    page.natter = createNatter({
      url: 'http://natter.test',
      token: async () => `token:${this.user.id}`,
      client: 'sim/1',
      device: this.name,
      storage: this.storage.endOf(page, this.#world.isStorageRead),
      environment: this.#environment(page),
    })
    this.#world.opened(this, page)
    return page
  }

  #environment(page: Page): Environment {
    const { time } = this.#world
    const plain: Environment = {
      now: () => time.now + this.skewMs,
      setTimer: (delayMs, task) => {
        let isCancelled = false
        const run = (): void => {
          if (!isCancelled && page.isAlive) task()
        }
        const cancel = time.after(delayMs, () => {
          if (this.isAsleep && page.isAlive) this.#deferred.push(run)
          else run()
        })
        return () => {
          isCancelled = true
          cancel()
        }
      },
      randomBytes: (length) => this.#random.bytes(length),
      openSocket: (_url, _protocols, listener) => this.#openSocket(listener),
      fetch: (url, init) => (page.isAlive ? this.#fetch(url, init) : new Promise(() => undefined)),
      onWake: (wake) => {
        const wakes = this.#wakes.get(page) ?? new Set()
        this.#wakes.set(page, wakes.add(wake))
        return () => wakes.delete(wake)
      },
      exclusive: (_name, task) => task(),
    }
    const { openSocket } = withFallback(plain)
    return {
      ...plain,
      openSocket: (url, protocols, listener) =>
        this.#recorded(page, listener, (recorded) => openSocket(url, protocols, recorded)),
    }
  }

  /** A socket whose frames are written down as the client's code sees them, or would if no bug were planted. */
  #recorded(page: Page, listener: SocketListener, open: (listener: SocketListener) => Socket): Socket {
    const { edge } = this.#world
    const end = { id: `${this.name}/${++this.#sockets}` }
    const socket = open({
      opened: () => page.isAlive && listener.opened(),
      received: (text) => {
        if (!page.isAlive) return
        this.#tap.heard(end, text)
        const passed = edge.heard(text)
        if (passed !== undefined) listener.received(passed)
      },
      closed: (code, reason) => {
        if (!page.isAlive) return
        this.#tap.ended(end)
        listener.closed(code, reason)
      },
    })
    return {
      send: (text) => {
        const passed = edge.sent(text)
        if (passed === undefined) return
        this.#tap.sent(end, passed)
        socket.send(passed)
      },
      close: (code) => {
        this.#tap.ended(end)
        socket.close(code)
      },
    }
  }

  #openSocket(listener: SocketListener): Socket {
    const life = this.#somebody()
    if (this.network === 'hole' || this.box.webSockets === 'swallowed')
      return { send: () => undefined, close: () => undefined }
    if (life === undefined || this.network === 'down' || this.box.webSockets === 'refused') {
      const failing = this.#failing(() => listener.closed(1006, ''))
      return { send: () => undefined, close: () => failing.clear() }
    }
    const link = new Link(this.#roadPlan(), { time: this.#world.time, life }, listener)
    this.#goes(link)
    link.open()
    return link.socket
  }

  #fetch(url: string, init: RequestInit): Promise<Response> {
    if (init.signal?.aborted === true) return Promise.reject(new TypeError('This was given up.'))
    const life = this.#somebody()
    if (this.network === 'hole' || life === undefined || this.network === 'down') {
      const { promise, reject } = Promise.withResolvers<Response>()
      const fail = (): void => reject(new TypeError('Nobody is there.'))
      init.signal?.addEventListener('abort', fail)
      if (this.network !== 'hole') this.#failing(fail)
      return promise
    }
    const plan = { ...this.#roadPlan(), isKeptBack: this.box.keepsBack }
    const exchange = new Exchange(plan, { time: this.#world.time, life }, { url, init })
    this.#goes(exchange)
    exchange.open()
    return exchange.response
  }

  #somebody(): Life | undefined {
    const up = this.#world.nodes.filter((node) => node.isUp)
    return up.length === 0 ? undefined : this.#random.pick(up).life
  }

  #failing(fail: () => void): Pipe {
    const failing = new Pipe(this.#world.time, NOBODY_MS)
    if (this.isAsleep) failing.hold('asleep')
    failing.send(0, fail)
    return failing
  }

  #roadPlan(): RoadPlan {
    const { kernelBytes } = this.#world
    return { latencyMs: this.#random.between(1, 20), isMerging: this.#random.chance(0.5), kernelBytes }
  }

  #goes(road: Road): void {
    for (const each of this.links) if (each.isOver) this.links.delete(each)
    this.links.add(road)
    if (this.isAsleep) road.down.hold('asleep')
  }
}
