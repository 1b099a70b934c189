import type { CommandType, ReplyOf } from '@natter/protocol'
import { createAlarm } from './alarm.ts'
import type { Environment } from './environment.ts'
import { NatterError } from './errors.ts'
import { quieted } from './quiet.ts'
import { TOO_MANY } from './requests.ts'
import type { Fields, Requests } from './requests.ts'

/** How long a command of the application is tried for, connection lost or not. */
export const COMMAND_MS = 30_000
/** Commands that are on their way at once. */
const COMMANDS_MAX = 500

/**
 * Commands that an application waits for: tried again where that can help, also on a new connection, with the same `cid`.
 * What is sent must therefore be harmless when done twice.
 */
export interface Commands {
  /** Rejects with the refusal, or with what kept it from being answered within 30 s. May be ignored. */
  run<T extends CommandType>(type: T, fields: Fields<T>): Promise<ReplyOf<T>>
  /** A new connection is live, and nothing was sent over it yet. */
  connected(): void
  /** What waits is rejected; `isForGood`: and everything to come. */
  stop(error: NatterError, isForGood: boolean): void
}

export function createCommands(environment: Environment, requests: Requests): Commands {
  const attempts = new Map<() => void, (error: NatterError) => void>()
  let stopped: NatterError | undefined

  return {
    run(type, fields) {
      const { promise, resolve, reject } = Promise.withResolvers<ReplyOf<typeof type>>()
      const retry = createAlarm(environment, again)
      const deadline = createAlarm(environment, () => fail(last))
      let last = new NatterError('network', 'No connection.')

      function again(): void {
        requests.send(type, fields, ({ ok, error }) => {
          if (!attempts.has(again)) return
          if (error === undefined) {
            end()
            return resolve(ok)
          }
          last = error
          if (error.retryAfterMs !== undefined) retry.set(error.retryAfterMs)
          // The end of a sign-in is the end of the connection: the next one tries again.
          else if (error.code !== 'unauthorized') fail(error)
        })
      }

      function end(): void {
        retry.clear()
        deadline.clear()
        attempts.delete(again)
      }

      function fail(error: NatterError): void {
        end()
        reject(error)
      }

      if (stopped !== undefined) fail(stopped)
      else if (attempts.size >= COMMANDS_MAX) fail(new NatterError('overloaded', TOO_MANY))
      else {
        attempts.set(again, fail)
        deadline.set(COMMAND_MS)
        again()
      }
      return quieted(promise)
    },
    connected() {
      for (const again of attempts.keys()) again()
    },
    stop(error, isForGood) {
      if (isForGood) stopped = error
      for (const fail of attempts.values()) fail(error)
    },
  }
}
