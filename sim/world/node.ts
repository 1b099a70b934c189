import type { Limits, SessionId, UserId } from '@natter/protocol'
import { createRates } from '../../packages/server/src/commands/rates.ts'
import type { Doorkeeper } from '../../packages/server/src/gateway/doorkeeper.ts'
import { Gateway } from '../../packages/server/src/gateway/gateway.ts'
import type { Clock } from '../../packages/server/src/ports/clock.ts'
import type { Log } from '../../packages/server/src/ports/log.ts'
import type { Ports } from '../../packages/server/src/ports/ports.ts'
import { StoreFault } from '../../packages/server/src/ports/store-fault.ts'
import { httpDoor } from './http-door.ts'
import type { HttpDoor } from './http-door.ts'
import { createRandom } from './random.ts'
import type { Road } from './road.ts'
import type { SimBus } from './sim-bus.ts'
import type { SimStore } from './sim-store.ts'
import type { VirtualTime } from './virtual-time.ts'

const SESSION_MS = 86_400_000
/** How long a node that was asked to end is still there, and what part of the time that clients are given it serves them. */
const GONE_MS = 1_000
const WINDOW_PART = 0.4

/** What all nodes of a world share. */
export interface NodeWorld {
  seed: number
  time: VirtualTime
  store: SimStore
  bus: SimBus
  limits: Limits
  ratesEnforced: boolean
  /** Something was logged as an error that no fault explains. */
  blame(what: string): void
  trace(what: string): void
}

/** One run of a node's process, from its start to its end. What it asked for while it lived does not reach it after its end. */
export interface Life {
  readonly node: string
  isAlive: boolean
  isListening: boolean
  readonly gateway: Gateway
  readonly http: HttpDoor
  readonly links: Set<Road>
}

/** A server process that can be killed between any two steps, and started again. */
export class SimNode {
  readonly name: string
  life: Life | undefined
  readonly #world: NodeWorld
  readonly #skewMs: number
  #lives = 0

  constructor(name: string, world: NodeWorld, skewMs: number) {
    this.name = name
    this.#world = world
    this.#skewMs = skewMs
  }

  get isUp(): boolean {
    return this.life?.isListening === true
  }

  start(): void {
    if (this.life !== undefined) return
    const life = this.#live()
    this.life = life
    this.#world.trace(`${this.name} starts`)
    void life.gateway.start().then(() => {
      life.isListening = life.isAlive
    })
  }

  /** `isSilent`: the machine is gone with it, and nobody tells the clients. */
  kill(isSilent: boolean): void {
    const { life } = this
    if (life === undefined) return
    this.#world.trace(`${this.name} is killed${isSilent ? ' silently' : ''}`)
    this.life = undefined
    life.isAlive = false
    life.isListening = false
    this.#world.bus.forget(life)
    for (const link of life.links) {
      if (isSilent) {
        link.up.break()
        link.down.break()
      } else link.serverDied()
    }
  }

  /** The process is asked to end: it serves its clients for a part of the time that it is given, and is gone a little later. */
  drain(withinMs: number): void {
    const { life } = this
    if (life === undefined || !life.isListening) return
    this.#world.trace(`${this.name} drains`)
    life.isListening = false
    void life.gateway.drain(withinMs * WINDOW_PART).then(() => life.isAlive && life.gateway.stop(withinMs))
    this.#world.time.after(GONE_MS, () => this.life === life && this.kill(false))
  }

  #live(): Life {
    const { seed, time, store, bus, limits, ratesEnforced } = this.#world
    const links = new Set<Road>()
    // The gateway needs ports, and the ports need to know whether its process still lives.
    const life = { node: this.name, isAlive: true, isListening: false, links } as Omit<Life, 'gateway' | 'http'> & {
      gateway: Gateway
      http: HttpDoor
    }
    const bornAt = time.now
    const clock: Clock = {
      now: () => time.now + this.#skewMs,
      uptime: () => time.now - bornAt + 1,
      timer: (ms, run) => time.after(ms, () => life.isAlive && run()),
    }
    const ports: Ports = {
      store: store.endOf(life),
      bus: bus.endOf(life),
      clock,
      random: (length) => random.bytes(length),
      limits,
      ratesEnforced,
      rates: createRates(clock, limits, ratesEnforced),
      log: this.#log(),
    }
    const random = createRandom(seed, `${this.name} ${this.#lives++}`)
    const keeper = doorkeeper(ports)
    life.gateway = new Gateway(ports, keeper, (run) => time.after(0, () => life.isAlive && run()))
    life.http = httpDoor(life.gateway, keeper)
    return life
  }

  #log(): Log {
    const silent = (): void => undefined
    return {
      debug: silent,
      info: silent,
      warn: silent,
      error: (message, fields) => {
        const error = fields !== undefined && 'error' in fields ? fields.error : undefined
        if (error === undefined || error instanceof StoreFault) return
        this.#world.blame(
          `${this.name} logged: ${message} ${error instanceof Error ? error.stack : JSON.stringify(error)}`,
        )
      },
    }
  }
}

/** Tokens are names here: signing in is not what is looked at. */
function doorkeeper({ store, clock }: Ports): Doorkeeper {
  return {
    async identify(token) {
      const id = token.replace(/^token:/, '') as UserId
      const [user] = await store.usersById([id])
      if (user === undefined) return undefined
      const session: SessionId = `se_${id.slice(3)}`
      const at = clock.now()
      return {
        user,
        session: {
          id: session,
          user: id,
          createdAt: at,
          lastSeenAt: at,
          expiresAt: at + SESSION_MS,
          device: '',
          address: '',
        },
      }
    },
  }
}
