import { signal } from '@preact/signals'
import type { ReadonlySignal, Signal } from '@preact/signals'
import type { Natter } from '@natter/client'
import type { UserId } from '@natter/protocol'

/** How many different handles are looked up in one visit; those after them are shown as typed. */
const HANDLES_MAX = 500

export type UserFinder = Pick<Natter, 'self'> & { http: Pick<Natter['http'], 'findUsers'> }

interface Known {
  users: Map<string, Signal<UserId | undefined>>
  /** One question at a time: a page full of mentions is no reason to hurry the server. */
  last: Promise<void>
}

const known = new WeakMap<UserFinder, Known>()

/** Who a handle belongs to, asked for once; undefined until known, and for nobody's. A question that got no answer is asked again by the next who wants to know. */
export function userByHandle(natter: UserFinder, handle: string): ReadonlySignal<UserId | undefined> {
  const all = known.get(natter) ?? { users: new Map<string, Signal<UserId | undefined>>(), last: Promise.resolve() }
  known.set(natter, all)
  const asked = all.users.get(handle)
  if (asked !== undefined) return asked
  const self = natter.self.value
  const found = signal(self?.handle === handle ? self.id : undefined)
  if (all.users.size >= HANDLES_MAX) return found
  all.users.set(handle, found)
  if (found.peek() === undefined) {
    all.last = all.last.then(() =>
      natter.http.findUsers(handle).then(
        ({ users }) => {
          found.value = users.find((user) => user.handle === handle)?.id
        },
        () => void all.users.delete(handle),
      ),
    )
  }
  return found
}
