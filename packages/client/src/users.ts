import type { User, UserId } from '@natter/protocol'
import { createBatcher } from './batcher.ts'
import type { Environment } from './environment.ts'
import { makePlace } from './make-place.ts'
import type { Requests } from './requests.ts'
import { createSource, kept } from './view.ts'
import type { Source } from './view.ts'

/** Users remembered; beyond it those are forgotten that nobody watches. */
const USERS_MAX = 5_000

/** Users by id: fetched in batches when first looked at, kept fresh by what the server tells, doubted after each new connection. */
export interface Users {
  view(id: UserId): Source<User | undefined>
  learn(user: User): void
  /** What changed while there was no connection was not heard. */
  connected(): void
}

interface Entry {
  user: User | undefined
  /** What is known may be old: ask when somebody looks. */
  isStale: boolean
  source: Source<User | undefined>
}

export function createUsers(environment: Environment, requests: Requests): Users {
  const entries = new Map<UserId, Entry>()
  const want = createBatcher<UserId>(environment, (users, done) =>
    requests.send('users', { users }, ({ ok, error }) => {
      ok?.users.forEach(learn)
      done(error)
    }),
  )

  function entryOf(id: UserId): Entry {
    const known = entries.get(id)
    if (known) return known
    // Asked once: somebody who is not there does not come to be by asking again.
    const source: Source<User | undefined> = createSource(
      () => entry.user,
      () => {
        if (entry.isStale) want(id)
        entry.isStale = false
      },
    )
    const entry: Entry = { user: undefined, isStale: true, source }
    makePlace(entries, USERS_MAX, (each) => each.source.isWatched)
    entries.set(id, entry)
    return entry
  }

  function learn(user: User): void {
    const entry = entryOf(user.id)
    entry.isStale = false
    entry.user = kept(entry.user, user)
    entry.source.changed()
  }

  return {
    view: (id) => entryOf(id).source,
    learn,
    connected() {
      for (const [id, entry] of entries) {
        entry.isStale = !entry.source.isWatched
        if (entry.source.isWatched) want(id)
      }
    },
  }
}
