import { BOUNDS } from '@natter/protocol'
import type { CommandOf, Cursor, RoomId } from '@natter/protocol'
import type { Environment } from './environment.ts'
import type { NatterError } from './errors.ts'
import type { Requests } from './requests.ts'

/** How long a gap may stay open by itself: what is missing is often only late. */
export const GAP_WAIT_MS = 300
/** The wait after a `sync` that could not be answered. */
const RETRY_MS = 1_000
/** After so many answers that did not close a gap, the server is believed: there is nothing. */
const FRUITLESS_MAX = 5

/** A room's log, or the user's own. */
export type LogName = RoomId | 'user'

/** A log that can be asked for what it misses. */
export interface Repairable {
  readonly cursor: Cursor | undefined
  readonly hasGap: boolean
  /** Its part of the answer: a catch-up or a refusal. */
  takeRepair(part: unknown): void
  dropEarly(): void
}

/** `isCertain`: ask even if no gap is to be seen by then. */
interface Need {
  isCertain: boolean
  fruitless: number
}

/** Asks for what logs miss: one `sync` at a time, several logs in it. Bounded by the logs that are followed. */
export class Repair {
  readonly #environment: Environment
  readonly #requests: Requests
  readonly #find: (log: LogName) => Repairable | undefined
  readonly #waiting = new Map<LogName, () => void>()
  readonly #due = new Map<LogName, Need>()
  #isAsking = false

  constructor(environment: Environment, requests: Requests, find: (log: LogName) => Repairable | undefined) {
    this.#environment = environment
    this.#requests = requests
    this.#find = find
  }

  /** A gap was seen: look again in 300 ms. */
  gapIn(log: LogName): void {
    if (!this.#due.has(log)) this.#later(log, GAP_WAIT_MS, { isCertain: false, fruitless: 0 })
  }

  /** The server says that it left something out. */
  behindIn(logs: Iterable<LogName>): void {
    for (const log of logs) this.#due.set(log, { isCertain: true, fruitless: 0 })
    this.#ask()
  }

  /** Without a connection there is nothing to repair: the next one catches up anyway. */
  disconnected(): void {
    for (const cancel of this.#waiting.values()) cancel()
    this.#waiting.clear()
    this.#due.clear()
    this.#isAsking = false
  }

  #later(log: LogName, delayMs: number, need: Need): void {
    if (this.#waiting.has(log)) return
    const task = (): void => {
      this.#waiting.delete(log)
      this.#due.set(log, need)
      this.#ask()
    }
    this.#waiting.set(log, this.#environment.setTimer(delayMs, task))
  }

  #ask(): void {
    if (this.#isAsking) return
    const asked = new Map<LogName, Need>()
    for (const [log, need] of this.#due) {
      if (asked.size === BOUNDS.syncRooms) break
      this.#due.delete(log)
      if (need.isCertain || this.#find(log)?.hasGap === true) asked.set(log, need)
    }
    if (asked.size > 0) this.#sync(asked)
  }

  #sync(asked: ReadonlyMap<LogName, Need>): void {
    const rooms: NonNullable<CommandOf<'sync'>['rooms']> = {}
    const fields: { rooms: typeof rooms; user?: Cursor | null } = { rooms }
    for (const log of asked.keys()) {
      const cursor = this.#find(log)?.cursor ?? null
      if (log === 'user') fields.user = cursor
      else rooms[log] = cursor
    }
    this.#isAsking = true
    this.#requests.send('sync', fields, (answer) => {
      if ('error' in answer && answer.error.code === 'network') return
      this.#isAsking = false
      for (const [log, need] of asked) {
        if ('error' in answer) this.#refused(log, answer.error, need)
        else this.#answered(log, log === 'user' ? answer.ok.user : ownValue(answer.ok.rooms, log), need)
      }
      this.#ask()
    })
  }

  #refused(log: LogName, { retryAfterMs }: NatterError, need: Need): void {
    if (retryAfterMs !== undefined) this.#later(log, Math.max(retryAfterMs, RETRY_MS), need)
  }

  #answered(log: LogName, part: unknown, { fruitless }: Need): void {
    const found = this.#find(log)
    const before = found?.cursor?.[0]
    found?.takeRepair(part)
    if (found?.hasGap !== true) return
    const tries = found.cursor?.[0] === before ? fruitless + 1 : 0
    if (tries >= FRUITLESS_MAX) found.dropEarly()
    else this.#later(log, GAP_WAIT_MS * 2 ** tries, { isCertain: false, fruitless: tries })
  }
}

function ownValue(record: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined
}
