import type { Environment, Socket, SocketListener } from './environment.ts'
import { FallbackSocket } from './fallback-socket.ts'
import type { Opener } from './with-fallback.ts'

/** So many WebSockets in a row that did not open: something on the way does not let them through. */
const BLOCKED_AFTER = 2
/** When it is looked whether a WebSocket gets through after all, and how often from then on. */
const FIRST_LOOK_MS = 15_000
const LOOK_EVERY_MS = 300_000
/** How long a look may take, and the least time between two of them, however often the network comes back. */
const LOOK_MS = 10_000
/** How long a successor waits for the answers that its predecessor has asked for; what is still open is asked for again. */
const HANDOVER_MS = 3_000

export interface FallbackPorts {
  environment: Environment
  /** Of the WebSocket that is blocked. */
  url: string
  protocols: string[]
  /** The next connection is to be a WebSocket. */
  tryWebSocket: () => void
}

const openers = new WeakSet<Opener>()

/** Has the opener open responses in place of WebSockets once two of these have not opened, until one does again. */
export function fallBack(opener: Opener, environment: Environment): void {
  if (openers.has(opener)) return
  openers.add(opener)
  let fallback: Fallback | undefined
  let isBlocked = false
  const tryWebSocket = (): void => void (isBlocked = false)
  opener.openSocket = (url, protocols, listener) => {
    isBlocked ||= opener.unopened > BLOCKED_AFTER
    if (!isBlocked) return environment.openSocket(url, protocols, listener)
    fallback ??= new Fallback({ environment, url, protocols, tryWebSocket })
    return fallback.open(listener)
  }
}

/**
 * Sockets over plain HTTP: streamed responses, or polls where something on the way keeps streams to itself. One response
 * is one socket; each has itself succeeded by the word with which a server drains, so that the cursors carry everything.
 */
export class Fallback {
  readonly ports: FallbackPorts
  /** Where plain requests go. */
  readonly origin: string
  /** Streams do not get through. */
  isBuffered = false
  /** The socket that is live. */
  greeted: FallbackSocket | undefined
  #latest: FallbackSocket | undefined
  #batch: Promise<void> = Promise.resolve()
  /** Undefined: not since a WebSocket has worked. */
  #lookedAt: number | undefined
  #nextLookMs = FIRST_LOOK_MS
  #stopLooking: (() => void) | undefined
  #endLook = (): void => undefined

  constructor(ports: FallbackPorts) {
    this.ports = ports
    this.origin = ports.url.replace(/^ws/, 'http').replace(/\/v1\/ws$/, '')
  }

  open(listener: SocketListener): Socket {
    this.#latest = new FallbackSocket(this, listener)
    return this.#latest
  }

  /** Another connection is on its way. */
  isSucceeded(socket: FallbackSocket): boolean {
    return this.#latest !== socket
  }

  inTurn(batch: () => Promise<void>): void {
    this.#batch = this.#batch.then(batch)
  }

  /** Resolves when what was asked for is answered, or has taken too long. */
  quiet(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    const cancelTimer = this.ports.environment.setTimer(HANDOVER_MS, resolve)
    return Promise.race([this.#batch, promise]).finally(cancelTimer)
  }

  arrived(socket: FallbackSocket): void {
    this.greeted = socket
    if (this.#stopLooking === undefined) this.#startLooking()
  }

  ended(socket: FallbackSocket, wasHeard: boolean): void {
    if (this.greeted === socket) {
      this.greeted = undefined
      this.#stopLooking?.()
    } else if (!wasHeard && this.greeted === undefined) {
      // Nobody answers over HTTP either: it is the network or the server, not the WebSocket.
      this.ports.tryWebSocket()
    }
  }

  #startLooking(): void {
    const { environment } = this.ports
    let cancelTimer = (): void => undefined
    const sinceLook = (): number => environment.now() - (this.#lookedAt ??= environment.now())
    const plan = (): void => {
      const inMs = Math.max(0, this.#nextLookMs - sinceLook())
      cancelTimer = environment.setTimer(Math.min(inMs, LOOK_EVERY_MS), look)
    }
    const look = (): void => {
      cancelTimer()
      if (Math.abs(sinceLook()) >= LOOK_MS) this.#look()
      plan()
    }
    plan()
    const endWaking = environment.onWake(look)
    this.#stopLooking = () => {
      cancelTimer()
      endWaking()
      this.#endLook()
      this.#stopLooking = undefined
    }
  }

  #look(): void {
    const { environment, url, protocols } = this.ports
    this.#lookedAt = environment.now()
    this.#nextLookMs = LOOK_EVERY_MS
    const opened = (): void => {
      this.#endLook()
      this.#back()
    }
    const closed = (): void => cancelTimer()
    const socket = environment.openSocket(url, protocols, { opened, received: () => undefined, closed })
    this.#endLook = () => {
      cancelTimer()
      socket.close(1000)
      this.#endLook = () => undefined
    }
    const cancelTimer = environment.setTimer(LOOK_MS, () => this.#endLook())
  }

  /** A WebSocket has opened: the next one takes over from what is live here. */
  #back(): void {
    this.#latest = undefined
    this.#lookedAt = undefined
    this.#nextLookMs = FIRST_LOOK_MS
    this.isBuffered = false
    this.ports.tryWebSocket()
    this.greeted?.comeBack(0)
  }
}
