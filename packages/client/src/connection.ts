import { PROTOCOL_VERSION, SUBPROTOCOL } from '@natter/protocol'
import type { HelloReply } from '@natter/protocol'
import { randomNumber } from './chance.ts'
import { IDLE } from './connection-machine.ts'
import type { AskWhy, ConnectionEvent, Effect, Machine, TimerName } from './connection-machine.ts'
import { step } from './connection-state.ts'
import { connectionView } from './connection-view.ts'
import type { Connection } from './connection-view.ts'
import type { Environment, Socket } from './environment.ts'
import { NatterError } from './errors.ts'
import { readFrame } from './frame.ts'
import type { Frame } from './frame.ts'
import { readHello } from './reply-shapes.ts'
import { HELLO_ID } from './requests.ts'
import { Source } from './view.ts'

/** Bounds on what a server may ask of the heartbeat. */
const PING_EVERY_MS_MIN = 5_000
const PING_EVERY_MS_MAX = 300_000

/** What the connection needs to be told, and whom it tells. */
export interface ConnectionPorts {
  environment: Environment
  /** Origin of the server, http or https. */
  url: string
  token(why: AskWhy): Promise<string | undefined>
  /** What `hello` says besides version and token. */
  hello(): object
  live(hello: HelloReply): void
  down(): void
  received(frame: Frame): void
  malformed(): void
  /** Put a fresh token into the live connection, then say `renewed` or `notRenewed`. */
  renew(): void
}

/** Does what the machine of connection-state.ts decides: sockets, timers, tokens. At most two sockets at a time. */
export class ConnectionShell {
  readonly view: Source<Connection>
  readonly #ports: ConnectionPorts
  readonly #sockets = new Map<number, Socket>()
  readonly #timers = new Map<TimerName, () => void>()
  #machine: Machine = IDLE
  #hello: HelloReply | undefined
  #heardAt = 0
  #askedAt = 0
  #roundTripMs = 0

  constructor(ports: ConnectionPorts) {
    this.#ports = ports
    this.view = new Source(() => connectionView(this.#machine.phase, this.#machine.failures, this.#roundTripMs))
  }

  /** Sends over the live socket. */
  transmit(json: string): void {
    const { phase } = this.#machine
    if (phase.state === 'live') this.#sockets.get(phase.socket)?.send(json)
  }

  wake(): void {
    this.handle({ type: 'wake', quietMs: this.#quietMs() })
  }

  /** Runs the machine on, and then what it asks for. */
  handle(event: ConnectionEvent): void {
    const { environment } = this.#ports
    const [machine, effects] = step(this.#machine, event, {
      now: environment.now(),
      random: () => randomNumber(environment),
    })
    const isNews = machine.phase !== this.#machine.phase
    this.#machine = machine
    for (const effect of effects) this.#perform(effect)
    if (isNews) this.view.changed()
  }

  #perform(effect: Effect): void {
    switch (effect.do) {
      case 'askToken':
        return this.#askToken(effect.ask, effect.why)
      case 'open':
        return this.#open(effect.socket)
      case 'hello':
        return this.#greet(effect.socket, effect.token)
      case 'live':
        return this.#hello && this.#ports.live(this.#hello)
      case 'ping':
        this.#askedAt = this.#ports.environment.now()
        return this.#sockets.get(effect.socket)?.send('{"control":"ping"}')
      case 'drop':
        this.#sockets.get(effect.socket)?.close(effect.code)
        return void this.#sockets.delete(effect.socket)
      case 'set':
        return this.#setTimer(effect.timer, effect.delayMs)
      case 'clear':
        this.#timers.get(effect.timer)?.()
        return void this.#timers.delete(effect.timer)
      case 'down':
        return this.#ports.down()
      case 'renew':
        return this.#ports.renew()
    }
  }

  #askToken(ask: number, why: AskWhy): void {
    this.#ports.token(why).then(
      (token) => this.handle({ type: 'token', ask, token }),
      (error: unknown) => {
        const isFinal = error instanceof NatterError && error.code === 'unauthorized'
        this.handle({ type: 'noToken', ask, isFinal, why: error instanceof Error ? error.message : 'No token.' })
      },
    )
  }

  #open(socket: number): void {
    const url = `${this.#ports.url.replace(/^http/, 'ws')}/v1/ws`
    const opened = this.#ports.environment.openSocket(url, [SUBPROTOCOL], {
      opened: () => this.#sockets.has(socket) && this.handle({ type: 'opened', socket }),
      received: (text) => this.#sockets.has(socket) && this.#received(socket, readFrame(text)),
      closed: (code, reason) => {
        if (this.#sockets.delete(socket)) this.handle({ type: 'closed', socket, code, reason })
      },
    })
    this.#sockets.set(socket, opened)
  }

  #greet(socket: number, token: string | undefined): void {
    this.#askedAt = this.#ports.environment.now()
    const hello = { id: HELLO_ID, type: 'hello', version: PROTOCOL_VERSION, token, ...this.#ports.hello() }
    this.#sockets.get(socket)?.send(JSON.stringify(hello))
  }

  #received(socket: number, frame: Frame | undefined): void {
    const { phase } = this.#machine
    if (frame === undefined) return this.#ports.malformed()
    if (phase.state !== 'live' || phase.socket !== socket) return this.#greeted(socket, frame)
    this.#heardAt = this.#ports.environment.now()
    switch (frame.kind) {
      case 'ping':
        return this.transmit('{"control":"pong"}')
      case 'pong':
        return this.#measured()
      case 'drain':
        return this.handle({ type: 'drain', reconnectInMs: frame.reconnectInMs })
      default:
        return this.#ports.received(frame)
    }
  }

  /** Before the reply to `hello` nothing else is of interest. */
  #greeted(socket: number, frame: Frame): void {
    if (frame.kind === 'refusal') return this.handle({ type: 'refused', socket, error: frame.error })
    if (frame.kind !== 'reply' || frame.re !== HELLO_ID) return
    const hello = readHello(frame.ok)
    if (hello === undefined) {
      this.#ports.malformed()
      const error = {
        code: 'internal',
        message: 'The greeting of the server makes no sense.',
        retryAfterMs: 30_000,
      } as const
      return this.handle({ type: 'refused', socket, error })
    }
    this.#hello = hello
    this.#heardAt = this.#ports.environment.now()
    this.#measured()
    this.handle({
      type: 'hello',
      socket,
      expiresInMs: hello.expiresAt - hello.nowAt,
      pingEveryMs: Math.min(Math.max(hello.pingEveryMs, PING_EVERY_MS_MIN), PING_EVERY_MS_MAX),
    })
  }

  #measured(): void {
    this.#roundTripMs = Math.max(0, this.#ports.environment.now() - this.#askedAt)
    this.view.changed()
  }

  #setTimer(timer: TimerName, delayMs: number): void {
    this.#timers.get(timer)?.()
    const fire = (): void => {
      this.#timers.delete(timer)
      this.handle({ type: 'timer', timer, quietMs: this.#quietMs() })
    }
    this.#timers.set(timer, this.#ports.environment.setTimer(Math.max(0, delayMs), fire))
  }

  #quietMs(): number {
    return this.#ports.environment.now() - this.#heardAt
  }
}
