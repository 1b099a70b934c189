import type { RoomId, UserId } from '@natter/protocol'
import type { Environment } from './environment.ts'
import type { Requests } from './requests.ts'
import { Source } from './view.ts'

/** People shown as typing in one room at once. */
const TYPISTS_MAX = 50
/** The longest that one notice may hold. */
const EXPIRES_MS_MAX = 10_000

/** What typing in a room needs of the connection. */
export interface TypingPorts {
  readonly id: RoomId
  readonly environment: Environment
  readonly requests: Requests
  intervalMs(): number
  self(): UserId | undefined
}

/** Who is typing in one room, and telling it that we are. */
export class Typing {
  readonly view: Source<readonly UserId[]>
  readonly #ports: TypingPorts
  readonly #typists = new Map<UserId, () => void>()
  #cancelPause: (() => void) | undefined
  #isAnnounced = false

  constructor(ports: TypingPorts) {
    this.#ports = ports
    this.view = new Source<readonly UserId[]>(() => [...this.#typists.keys()])
  }

  /** Says that we are typing, at most every 3 s however often it is called, or that we have stopped. Lost ones do no harm. */
  announce(on: boolean): void {
    const { environment, requests, id } = this.#ports
    if (!requests.isLive || on === this.#isAnnounced) return
    if (on && this.#cancelPause !== undefined) return
    this.#isAnnounced = on
    if (on) this.#cancelPause = environment.setTimer(this.#ports.intervalMs(), () => this.#paused())
    requests.send('typing', { room: id, on }, () => undefined)
  }

  /** Our message has gone out: it says for everybody that we have stopped. */
  sent(): void {
    this.#isAnnounced = false
  }

  heard(user: UserId, expiresInMs: number): void {
    this.stopped(user)
    if (expiresInMs === 0 || user === this.#ports.self() || this.#typists.size >= TYPISTS_MAX) return
    const expire = (): void => this.stopped(user)
    this.#typists.set(user, this.#ports.environment.setTimer(Math.min(expiresInMs, EXPIRES_MS_MAX), expire))
    this.view.changed()
  }

  /** They have stopped, or have posted. */
  stopped(user: UserId): void {
    this.#typists.get(user)?.()
    if (this.#typists.delete(user)) this.view.changed()
  }

  forget(): void {
    for (const user of this.#typists.keys()) this.stopped(user)
    this.#cancelPause?.()
    this.#paused()
  }

  #paused(): void {
    this.#cancelPause = undefined
    this.#isAnnounced = false
  }
}
