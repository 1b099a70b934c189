import type { CommandOf, CommandType, ReplyOf } from '@natter/protocol'
import type { Environment } from './environment.ts'
import { errorOf, NatterError } from './errors.ts'
import type { Frame } from './frame.ts'
import { findUnsendable } from './sendable.ts'
import { isReplyTo } from './reply-shapes.ts'

/** How long a reply may take; after it the outcome is unknown. */
export const REPLY_MS = 15_000
/** Commands that wait for their replies at once; far more than a server takes in a second. */
const IN_FLIGHT_MAX = 200
/** The wait before a command is tried again whose reply could not be understood. */
const MISUNDERSTOOD_RETRY_MS = 5_000
/** Taken by `hello`, which has its own way. */
export const HELLO_ID = 1

export type Fields<T extends CommandType> = Omit<CommandOf<T>, 'id' | 'type'>
/** `network`: the connection was lost before the reply; `timeout`: the reply took too long. Both: outcome unknown. */
export type Answer<T extends CommandType> = { ok: ReplyOf<T> } | { error: NatterError }

interface InFlight {
  type: CommandType
  done: (answer: { ok: unknown } | { error: NatterError }) => void
  cancelTimer: () => void
}

/** Pairs commands with their replies on the one live connection. Answers come synchronously with the frame, in its order. */
export class Requests {
  readonly #environment: Environment
  readonly #inFlight = new Map<number, InFlight>()
  #lastId = HELLO_ID
  #transmit: ((json: string) => void) | undefined
  #frameBytesMax = 0

  constructor(environment: Environment) {
    this.#environment = environment
  }

  get isLive(): boolean {
    return this.#transmit !== undefined
  }

  /** From now on commands go out by `transmit`. */
  connected(transmit: (json: string) => void, frameBytesMax: number): void {
    this.#transmit = transmit
    this.#frameBytesMax = frameBytesMax
  }

  /** Everything in flight is answered with `network`. */
  disconnected(): void {
    this.#transmit = undefined
    for (const id of this.#inFlight.keys()) {
      this.#settle(id, { error: new NatterError('network', 'The connection was lost before the answer.') })
    }
  }

  send<T extends CommandType>(type: T, fields: Fields<T>, done: (answer: Answer<T>) => void): void {
    const id = ++this.#lastId
    const json = JSON.stringify({ id, type, ...fields })
    const error = this.#refused(json, fields)
    if (error !== undefined || this.#transmit === undefined) {
      return done({ error: error ?? new NatterError('network', 'There is no connection.') })
    }
    const cancelTimer = this.#environment.setTimer(REPLY_MS, () =>
      this.#settle(id, { error: new NatterError('timeout', `No answer to ${type} in time.`, { retryAfterMs: 0 }) }),
    )
    // The cast: `received` has checked that the reply fits the type.
    this.#inFlight.set(id, { type, done: done as InFlight['done'], cancelTimer })
    this.#transmit(json)
  }

  received(frame: Frame & { kind: 'reply' | 'refusal' }): void {
    const { type } = this.#inFlight.get(frame.re) ?? {}
    if (type === undefined) return
    if (frame.kind === 'refusal') return this.#settle(frame.re, { error: errorOf(frame.error) })
    if (isReplyTo(type, frame.ok)) return this.#settle(frame.re, { ok: frame.ok })
    const details = { retryAfterMs: MISUNDERSTOOD_RETRY_MS }
    this.#settle(frame.re, { error: new NatterError('internal', `The answer to ${type} makes no sense.`, details) })
  }

  #settle(id: number, answer: { ok: unknown } | { error: NatterError }): void {
    const request = this.#inFlight.get(id)
    if (request === undefined) return
    this.#inFlight.delete(id)
    request.cancelTimer()
    request.done(answer)
  }

  /** What the server would close the connection for is refused here. */
  #refused(json: string, fields: object): NatterError | undefined {
    if (this.#inFlight.size >= IN_FLIGHT_MAX) {
      return new NatterError('overloaded', 'Too many commands at once.', { retryAfterMs: 1_000 })
    }
    return this.isLive ? findUnsendable(json, fields, this.#frameBytesMax) : undefined
  }
}
