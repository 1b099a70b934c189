import type { SessionId, UserId } from '@natter/protocol'
import type { BusMessage } from '../ports/bus.ts'
import type { Clock } from '../ports/clock.ts'
import type { Store } from '../ports/store.ts'

/** Longer than any hello takes, with the check of its credential. */
const REMEMBERED_MS = 60_000
/** Beyond this the oldest are forgotten first. */
const SIGN_OUTS_REMEMBERED_MAX = 10_000

type Why = Extract<BusMessage, { kind: 'signedOut' }>['why']

/**
 * Whose sessions have ended lately: a credential may have been proved just before its session ended, and its connection
 * was not yet known as that user's when everybody heard of it.
 */
export class SignOuts {
  readonly #clock: Clock
  readonly #store: Store
  readonly #heard = new Map<UserId, { why: Why; at: number }>()

  constructor(clock: Clock, store: Store) {
    this.#clock = clock
    this.#store = store
  }

  get size(): number {
    return this.#heard.size
  }

  note(user: UserId, why: Why): void {
    this.#heard.delete(user)
    this.#heard.set(user, { why, at: this.#clock.uptime() })
    const [oldest] = this.#heard.keys()
    if (this.#heard.size > SIGN_OUTS_REMEMBERED_MAX && oldest !== undefined) this.#heard.delete(oldest)
  }

  /** Why the session has ended meanwhile; undefined: it stands. The store is asked only where there is doubt. */
  async endOf(user: UserId, session: SessionId): Promise<Why | undefined> {
    const heard = this.#heard.get(user)
    if (heard === undefined) return undefined
    const open = await this.#store.sessionsOf(user, this.#clock.now())
    return open.some(({ id }) => id === session) ? undefined : heard.why
  }

  tick(): void {
    const oldest = this.#clock.uptime() - REMEMBERED_MS
    for (const [user, { at }] of this.#heard) {
      if (at >= oldest) return
      this.#heard.delete(user)
    }
  }
}
