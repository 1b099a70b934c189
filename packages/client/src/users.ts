import { BOUNDS } from '@natter/protocol'
import type { User, UserId } from '@natter/protocol'
import { Batcher } from './batcher.ts'
import type { Environment } from './environment.ts'
import type { Requests } from './requests.ts'
import { kept, Source } from './view.ts'

/** Users remembered; beyond it those go first that nobody watches. */
const USERS_MAX = 5_000

interface Entry {
  user: User | undefined
  /** What is known may be old: ask when somebody looks. */
  isStale: boolean
  source: Source<User | undefined>
}

/** Users by id: fetched in batches when first looked at, kept fresh by what the server tells, doubted after each new connection. */
export class Users {
  readonly #entries = new Map<UserId, Entry>()
  readonly #batcher: Batcher<UserId>

  constructor(environment: Environment, requests: Requests) {
    this.#batcher = new Batcher({
      environment,
      batchMax: BOUNDS.usersPage,
      isLive: () => requests.isLive,
      fetch: (users, done) =>
        requests.send('users', { users }, (answer) => {
          if ('ok' in answer) for (const user of answer.ok.users) this.learn(user)
          done('error' in answer ? answer.error : undefined)
        }),
    })
  }

  view(id: UserId): Source<User | undefined> {
    return this.#entry(id).source
  }

  learn(user: User): void {
    const entry = this.#entry(user.id)
    entry.isStale = false
    entry.user = kept(entry.user, user)
    entry.source.changed()
  }

  /** News of somebody; of those who are not remembered it is not worth keeping. */
  refresh(user: User): void {
    if (this.#entries.has(user.id)) this.learn(user)
  }

  /** What changed while there was no connection was not heard. */
  connected(): void {
    for (const [id, entry] of this.#entries) {
      entry.isStale = true
      if (entry.source.isWatched) this.#look(id, entry)
    }
    this.#batcher.connected()
  }

  stop(): void {
    this.#batcher.stop()
  }

  #entry(id: UserId): Entry {
    const present = this.#entries.get(id)
    if (present !== undefined) return present
    const look = (): void => this.#look(id, entry)
    const source = new Source(() => entry.user, { read: look, watched: (isWatched) => isWatched && look() })
    const entry: Entry = { user: undefined, isStale: true, source }
    if (this.#entries.size >= USERS_MAX) this.#evict()
    this.#entries.set(id, entry)
    return entry
  }

  #evict(): void {
    for (const [id, { source }] of this.#entries) if (!source.isWatched) return void this.#entries.delete(id)
  }

  /** Asked once: somebody who is not there does not come to be by asking again. */
  #look(id: UserId, entry: Entry): void {
    if (!entry.isStale) return
    entry.isStale = false
    this.#batcher.want(id)
  }
}
