import type { Announcement } from '@natter/protocol'
import type { Environment } from './environment.ts'
import { Cell } from './view.ts'

/** Announcements shown at once; the oldest goes. */
const ANNOUNCEMENTS_MAX = 20

/** What an owner or admin tells everybody, until it ends. */
export class Announcements {
  readonly view = new Cell<readonly Announcement[]>([])
  readonly #environment: Environment
  readonly #serverNow: () => number
  #cancelTimer: (() => void) | undefined

  constructor(environment: Environment, serverNow: () => number) {
    this.#environment = environment
    this.#serverNow = serverNow
  }

  /** Exactly these. */
  restart(announcements: readonly Announcement[]): void {
    const now = this.#serverNow()
    const present = announcements.filter(({ untilAt }) => untilAt > now).slice(-ANNOUNCEMENTS_MAX)
    const isSame =
      present.length === this.view.value.length && present.every(({ id }, i) => this.view.value[i]?.id === id)
    if (!isSame) this.view.set(present)
    this.#expireNext()
  }

  heard(announcement: Announcement): void {
    this.restart([...this.view.value.filter(({ id }) => id !== announcement.id), announcement])
  }

  stop(): void {
    this.#cancelTimer?.()
    this.#cancelTimer = undefined
  }

  #expireNext(): void {
    this.stop()
    const nextAt = Math.min(...this.view.value.map(({ untilAt }) => untilAt))
    if (nextAt === Infinity) return
    this.#cancelTimer = this.#environment.setTimer(Math.max(0, nextAt - this.#serverNow()), () =>
      this.restart(this.view.value),
    )
  }
}
