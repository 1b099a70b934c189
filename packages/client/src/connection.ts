import { SUBPROTOCOL } from '@natter/protocol'
import type { HelloReply } from '@natter/protocol'
import { randomNumber } from './chance.ts'
import { IDLE } from './connection-machine.ts'
import type { AskWhy, ConnectionEvent, Dial, Effect, TimerName } from './connection-machine.ts'
import { step } from './connection-state.ts'
import { verdictOfClose, verdictOfRefusal } from './connection-verdict.ts'
import { connectionView } from './connection-view.ts'
import type { Connection } from './connection-view.ts'
import type { Environment, Socket } from './environment.ts'
import { errorIn, NatterError } from './errors.ts'
import { HELLO_ID } from './requests.ts'
import { fits } from './shapes.ts'
import type { Json } from './shapes.ts'
import { createSource } from './view.ts'
import type { Source } from './view.ts'
import { readFrame } from './wire.ts'

/** Silence between two pings of the server that is no cause for worry: 35 s for 25 s, which include 20 % of jitter. */
const QUIET_FACTOR = 1.4
/** What a client that goes away says, whether it comes back or not. */
const CLOSE_NORMAL = 1000

/** What the connection needs to be told, and whom it tells. */
export interface ConnectionPorts {
  environment: Environment
  /** Origin of the server, http or https. */
  url: string
  token(why: AskWhy): Promise<string | undefined>
  /** What `hello` says besides the token. */
  hello(): object
  live(hello: HelloReply): void
  down(): void
  received(frame: Json): void
  malformed(): void
  /** Put a fresh token into the live connection, then say `renewed`. */
  renew(): void
}

/** Does what the machine of connection-state.ts decides: sockets, timers, tokens. At most two sockets at a time. */
export interface ConnectionShell {
  readonly view: Source<Connection>
  /** Runs the machine on, and then what it asks for. */
  handle(event: ConnectionEvent): void
  /** Sends over the live socket. */
  transmit(json: string): void
  wake(): void
}

export function createConnection(ports: ConnectionPorts): ConnectionShell {
  const { environment } = ports
  const { now } = environment
  const sockets = new Map<number, Socket>()
  const timers = new Map<TimerName, () => void>()
  let machine = IDLE
  let hello: HelloReply | undefined
  let heardAt = 0
  let askedAt = 0
  let roundTripMs = 0
  const view = createSource<Connection>(() => {
    const now = connectionView(machine)
    return now.state === 'live' ? { ...now, roundTripMs } : now
  })

  function handle(event: ConnectionEvent): void {
    const [next, effects] = step(machine, event, { now: now(), random: () => randomNumber(environment) })
    machine = next
    view.changed()
    for (const effect of effects) perform(effect)
  }

  function perform(effect: Effect): unknown {
    switch (effect.do) {
      case 'token':
        return askToken(effect.dial)
      case 'socket':
        return open(effect.dial.id)
      case 'hello':
        askedAt = now()
        return send(effect.dial.id, { id: HELLO_ID, type: 'hello', token: effect.dial.token, ...ports.hello() })
      case 'live':
        return hello && ports.live(hello)
      case 'ping':
        return send(effect.id, { control: 'ping' })
      case 'drop':
        sockets.get(effect.id)?.close(CLOSE_NORMAL)
        return sockets.delete(effect.id)
      case 'set':
      case 'clear':
        timers.get(effect.timer)?.()
        return effect.do === 'set' && setTimer(effect.timer, effect.delayMs)
      case 'down':
        return ports.down()
    }
  }

  function askToken({ id, ask }: Dial): void {
    ports.token(ask).then(
      (token) => handle({ type: 'token', id, token }),
      (error: unknown) => {
        const isFinal = error instanceof NatterError && error.code === 'unauthorized'
        const stop = isFinal && { stop: { code: 'unauthorized', action: 'signIn' } as const }
        handle({ type: 'noToken', id, verdict: { why: String(error), ...stop } })
      },
    )
  }

  function open(id: number): void {
    const url = `${ports.url.replace(/^http/, 'ws')}/v1/ws`
    const socket = environment.openSocket(url, [SUBPROTOCOL], {
      opened: () => handle({ type: 'opened', id }),
      received: (text) => sockets.has(id) && received(id, readFrame(text)),
      closed(code, reason) {
        if (sockets.delete(id)) handle({ type: 'ended', id, verdict: verdictOfClose(code, reason) })
      },
    })
    sockets.set(id, socket)
  }

  function send(id: number, frame: object): void {
    sockets.get(id)?.send(JSON.stringify(frame))
  }

  function received(id: number, frame: Json | undefined): void {
    const { phase } = machine
    if (frame === undefined) return ports.malformed()
    if (phase.state !== 'live' || phase.id !== id) return greeted(id, frame)
    heardAt = now()
    const { control, reconnectInMs } = frame
    if (control === 'ping') send(id, { control: 'pong' })
    // The cast: as its shape says.
    else if (control === 'drain' && fits('a', reconnectInMs))
      handle({ type: 'drain', reconnectInMs: reconnectInMs as number })
    else if (control !== 'pong') ports.received(frame)
  }

  /** Before the reply to `hello` nothing else is of interest. */
  function greeted(id: number, { re, ok, error }: Json): void {
    if (re !== HELLO_ID) return
    if (!fits('=hello', ok)) return handle({ type: 'ended', id, verdict: verdictOfRefusal(errorIn(error)) })
    // The cast: as its shape says.
    hello = ok as HelloReply
    const { expiresAt, nowAt, pingEveryMs } = hello
    heardAt = now()
    roundTripMs = heardAt - askedAt
    handle({ type: 'hello', id, expiresInMs: expiresAt - nowAt, quietMs: pingEveryMs * QUIET_FACTOR })
  }

  function setTimer(timer: TimerName, delayMs: number): void {
    const fire = (): void => {
      if (timer === 'renew') ports.renew()
      handle({ type: 'timer', timer, quietMs: now() - heardAt })
    }
    timers.set(timer, environment.setTimer(Math.max(0, delayMs), fire))
  }

  return {
    view,
    handle,
    transmit(json) {
      const { phase } = machine
      if (phase.state === 'live') sockets.get(phase.id)?.send(json)
    },
    wake: () => handle({ type: 'wake', quietMs: now() - heardAt }),
  }
}
