import { BOUNDS } from '@natter/protocol'
import type { PresenceStatus, UserId } from '@natter/protocol'
import type { Environment } from './environment.ts'
import type { Requests } from './requests.ts'
import { userId } from './shapes.ts'
import { Source } from './view.ts'

/** How long changes of what is watched are gathered: scrolling a list must not be a command a row. */
const GATHER_MS = 200
/** People whose presence is remembered, watched or not. */
const REMEMBERED_MAX = 1_000
const STATUSES: ReadonlySet<string> = new Set<PresenceStatus>(['active', 'away', 'dnd', 'offline'])

interface Person {
  status: PresenceStatus
  source: Source<PresenceStatus>
}

/** The presence of those who are being looked at, at most 200 people; of others it is not known, and shown as offline. */
export class Presence {
  readonly #environment: Environment
  readonly #requests: Requests
  readonly #people = new Map<UserId, Person>()
  readonly #watched = new Set<UserId>()
  #told = ''
  #cancelTimer: (() => void) | undefined

  constructor(environment: Environment, requests: Requests) {
    this.#environment = environment
    this.#requests = requests
  }

  view(id: UserId): Source<PresenceStatus> {
    return this.#person(id).source
  }

  /** What the server says, as a map by user id. */
  heard(presence: Record<string, unknown>): void {
    for (const [id, status] of Object.entries(presence)) {
      if (!userId(id) || !isStatus(status)) continue
      const person = this.#people.get(id)
      if (person === undefined) continue
      person.status = status
      person.source.changed()
    }
  }

  connected(): void {
    this.#told = ''
    this.#gather()
  }

  stop(): void {
    this.#cancelTimer?.()
    this.#cancelTimer = undefined
  }

  #person(id: UserId): Person {
    const present = this.#people.get(id)
    if (present !== undefined) return present
    const source = new Source<PresenceStatus>(() => person.status, {
      watched: (isWatched) => this.#watch(id, isWatched),
    })
    const person: Person = { status: 'offline', source }
    this.#evict()
    this.#people.set(id, person)
    return person
  }

  #evict(): void {
    if (this.#people.size < REMEMBERED_MAX) return
    for (const id of this.#people.keys()) if (!this.#watched.has(id)) return void this.#people.delete(id)
  }

  #watch(id: UserId, isWatched: boolean): void {
    this.#watched.delete(id)
    if (isWatched) this.#watched.add(id)
    this.#gather()
  }

  #gather(): void {
    if (!this.#requests.isLive) return
    this.#cancelTimer ??= this.#environment.setTimer(GATHER_MS, () => {
      this.#cancelTimer = undefined
      this.#tell()
    })
  }

  /** The whole list, those last looked at if there are too many. */
  #tell(): void {
    const users = [...this.#watched].slice(-BOUNDS.watchedUsers)
    const told = users.join()
    if (!this.#requests.isLive || told === this.#told) return
    this.#told = told
    this.#requests.send('presence.watch', { users }, (answer) => {
      if ('ok' in answer)
        return this.heard({ ...Object.fromEntries(users.map((id) => [id, 'offline'])), ...answer.ok.presence })
      this.#told = ''
      if (answer.error.retryAfterMs !== undefined) this.#gather()
    })
  }
}

function isStatus(value: unknown): value is PresenceStatus {
  return STATUSES.has(value as string)
}
