import type { CommandOf, CommandType, ReplyOf } from '@natter/protocol'
import type { Environment } from './environment.ts'
import { errorIn, NatterError } from './errors.ts'
import { toCleanJson } from './sendable.ts'
import { fits } from './shapes.ts'
import type { Json } from './shapes.ts'

/** How long a reply may take; after it the outcome is unknown. */
export const REPLY_MS = 15_000
/** Commands that wait for their replies at once; far more than a server takes in a second. */
const IN_FLIGHT_MAX = 200
/** Taken by `hello`, which has its own way. */
export const HELLO_ID = 1

export type Fields<T extends CommandType> = Omit<CommandOf<T>, 'id' | 'type'>
/** `timeout`: no reply in time, outcome unknown. */
export type Answer<Ok> = { ok: Ok; error?: undefined } | { ok?: undefined; error: NatterError }

/** Pairs commands with their replies on the one live connection. */
export interface Requests {
  readonly isLive: boolean
  /** From now on commands go out by `transmit`. */
  connected(transmit: (json: string) => void, frameBytesMax: number): void
  /** Everything in flight is forgotten: outcome unknown, and `done` is not called. */
  disconnected(): void
  /** Answers synchronously with the frame, in its order; without a connection not at all. */
  send<T extends CommandType>(type: T, fields: Fields<T>, done?: (answer: Answer<ReplyOf<T>>) => void): void
  received(frame: Json): void
}

export function createRequests({ setTimer }: Environment): Requests {
  const inFlight = new Map<unknown, { type: CommandType; answered: (answer?: Answer<unknown>) => void }>()
  let lastId = HELLO_ID
  let transmit: ((json: string) => void) | undefined
  let bytesMax = 0

  /** What the server would close the connection for. */
  function refusalOf(json: string): NatterError | undefined {
    if (inFlight.size >= IN_FLIGHT_MAX) return new NatterError('overloaded', TOO_MANY, { retryAfterMs: 1_000 })
    const { length } = new TextEncoder().encode(json)
    return length > bytesMax ? new NatterError('too_large', 'Too long.') : undefined
  }

  return {
    get isLive() {
      return transmit !== undefined
    },
    connected(by, frameBytesMax) {
      transmit = by
      bytesMax = frameBytesMax
    },
    disconnected() {
      transmit = undefined
      for (const { answered } of inFlight.values()) answered()
    },
    send(type, fields, done) {
      if (transmit === undefined) return
      const id = ++lastId
      const json = toCleanJson({ id, type, ...fields })
      const error = refusalOf(json)
      if (error !== undefined) return done?.({ error })
      const answered = (answer?: Answer<unknown>): void => {
        cancelTimer()
        inFlight.delete(id)
        // The cast: `received` has checked that the reply fits the type.
        if (answer !== undefined) done?.(answer as Answer<ReplyOf<typeof type>>)
      }
      const late = new NatterError('timeout', 'No answer in time.', { retryAfterMs: 0 })
      const cancelTimer = setTimer(REPLY_MS, () => answered({ error: late }))
      inFlight.set(id, { type, answered })
      transmit(json)
    },
    received({ re, ok, error }) {
      const { type, answered } = inFlight.get(re) ?? {}
      answered?.(fits(`=${type}`, ok) ? { ok } : { error: errorIn(error) })
    },
  }
}

export const TOO_MANY = 'Too much at once.'
