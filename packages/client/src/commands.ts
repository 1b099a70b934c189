import type { CommandType, ReplyOf } from '@natter/protocol'
import type { Environment } from './environment.ts'
import { NatterError } from './errors.ts'
import type { Answer, Fields, Requests } from './requests.ts'

/** How long a command of the application is tried for, connection lost or not. */
export const COMMAND_MS = 30_000
/** Commands that are on their way at once. */
const COMMANDS_MAX = 500

interface Attempt {
  again: () => void
  fail: (error: NatterError) => void
}

/**
 * Commands that an application waits for: tried again where that can help, also on a new connection, with the same `cid`.
 * What is sent must therefore be harmless when done twice.
 */
export class Commands {
  readonly #environment: Environment
  readonly #requests: Requests
  readonly #all = new Set<Attempt>()
  readonly #forConnection = new Set<Attempt>()
  #stopped: NatterError | undefined

  constructor(environment: Environment, requests: Requests) {
    this.#environment = environment
    this.#requests = requests
  }

  /** Rejects with the refusal, or with what kept it from being answered within 30 s. */
  run<T extends CommandType>(type: T, fields: Fields<T>): Promise<ReplyOf<T>> {
    const { promise, resolve, reject } = Promise.withResolvers<ReplyOf<T>>()
    const error = this.#refused()
    if (error !== undefined) return Promise.reject(error)
    let last = new NatterError('network', 'There is no connection to the server.')
    let cancelTimer = (): void => undefined
    const end = (): void => {
      cancelDeadline()
      cancelTimer()
      this.#all.delete(attempt)
      this.#forConnection.delete(attempt)
    }
    const fail = (reason: NatterError): void => {
      end()
      reject(reason)
    }
    const answered = (answer: Answer<T>): void => {
      if (!this.#all.has(attempt)) return
      if ('ok' in answer) {
        end()
        return resolve(answer.ok)
      }
      last = answer.error
      if (last.code === 'network' || last.code === 'unauthorized') this.#forConnection.add(attempt)
      else if (last.retryAfterMs === undefined) fail(last)
      else cancelTimer = this.#environment.setTimer(last.retryAfterMs, attempt.again)
    }
    const attempt: Attempt = { again: () => this.#requests.send(type, fields, answered), fail }
    const cancelDeadline = this.#environment.setTimer(COMMAND_MS, () => fail(last))
    this.#all.add(attempt)
    attempt.again()
    return promise
  }

  /** A new connection is live. */
  connected(): void {
    const waiting = [...this.#forConnection]
    this.#forConnection.clear()
    for (const attempt of waiting) attempt.again()
  }

  /** Nothing is sent any more. */
  stop(error: NatterError): void {
    this.#stopped = error
    this.giveUp(error)
  }

  /** What waits is rejected. */
  giveUp(error: NatterError): void {
    for (const attempt of this.#all) attempt.fail(error)
  }

  #refused(): NatterError | undefined {
    if (this.#stopped !== undefined) return this.#stopped
    return this.#all.size < COMMANDS_MAX ? undefined : new NatterError('overloaded', 'Too many commands at once.')
  }
}
