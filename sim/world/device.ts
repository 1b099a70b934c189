import { createNatter } from '@natter/client'
import type { Environment, Natter, SocketListener, Socket } from '@natter/client'
import type { RoomId, User } from '@natter/protocol'
import type { HistoryRecord } from '@natter/protocol/history'
import type { Edge } from './edge.ts'
import { Link } from './link.ts'
import type { LinkTap } from './link.ts'
import type { Life, SimNode } from './node.ts'
import { Pipe } from './pipe.ts'
import { createRandom } from './random.ts'
import type { Random } from './random.ts'
import { recordLinks } from './recorder.ts'
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
  readonly links = new Set<Link>()
  readonly storage: SimStorage
  readonly #world: DeviceWorld
  readonly #random: Random
  readonly #tap: LinkTap
  readonly #wakes = new Map<Page | undefined, Set<() => void>>()
  #deferred: (() => void)[] = []
  #sockets = 0

  constructor(name: string, user: User, world: DeviceWorld) {
    this.name = name
    this.user = user
    this.#world = world
    this.#random = createRandom(world.seed, name)
    this.storage = new SimStorage(world.time)
    this.#tap = recordLinks({ proc: name, user: user.id }, { time: world.time, write: (record) => world.write(record) })
    this.page = this.#open()
  }

  get natter(): Natter {
    return this.page.natter
  }

  /** The node that the device talks to now. */
  get life(): Life | undefined {
    return [...this.links].findLast((link) => !link.isOver && link.life.isAlive)?.life
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
    return {
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
      openSocket: (_url, _protocols, listener) => this.#openSocket(page, listener),
      fetch: () => Promise.reject(new TypeError('There is no HTTP here.')),
      onWake: (wake) => {
        const wakes = this.#wakes.get(page) ?? new Set()
        this.#wakes.set(page, wakes.add(wake))
        return () => wakes.delete(wake)
      },
      exclusive: (_name, task) => task(),
    }
  }

  #openSocket(page: Page, given: SocketListener): Socket {
    const { time, nodes } = this.#world
    const listener = whileAlive(page, this.#world.edge, given)
    const up = nodes.filter((node) => node.isUp)
    const life = up.length === 0 ? undefined : this.#random.pick(up).life
    if (this.network === 'hole') return { send: () => undefined, close: () => undefined }
    if (life === undefined || this.network === 'down') {
      const failing = new Pipe(time, NOBODY_MS)
      if (this.isAsleep) failing.hold('asleep')
      failing.send(0, () => listener.closed(1006, ''))
      return { send: () => undefined, close: () => failing.clear() }
    }
    const plan = {
      id: `${this.name}/${++this.#sockets}`,
      latencyMs: this.#random.between(1, 20),
      isMerging: this.#random.chance(0.5),
      kernelBytes: this.#world.kernelBytes,
    }
    const link = new Link(plan, { time, tap: this.#tap, life }, listener)
    for (const each of this.links) if (each.isOver) this.links.delete(each)
    this.links.add(link)
    if (this.isAsleep) link.down.hold('asleep')
    link.open()
    return behind(this.#world.edge, link.socket)
  }
}

function behind(edge: Edge, socket: Socket): Socket {
  return {
    send: (text) => {
      const passed = edge.sent(text)
      if (passed !== undefined) socket.send(passed)
    },
    close: (code) => socket.close(code),
  }
}

function whileAlive(page: Page, edge: Edge, listener: SocketListener): SocketListener {
  return {
    opened: () => page.isAlive && listener.opened(),
    received: (text) => {
      const passed = text === undefined ? undefined : edge.heard(text)
      if (page.isAlive && passed !== undefined) listener.received(passed)
    },
    closed: (code, reason) => page.isAlive && listener.closed(code, reason),
  }
}
