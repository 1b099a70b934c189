import type { BOUNDS, PresenceStatus, UserId } from '@natter/protocol'
import { createAlarm } from './alarm.ts'
import type { Inside } from './inside.ts'
import { makePlace } from './make-place.ts'
import { createCell } from './view.ts'
import type { Cell } from './view.ts'

/** How long changes of what is watched are gathered: scrolling a list must not be a command a row. */
const GATHER_MS = 200
const WATCHED_MAX: (typeof BOUNDS)['watchedUsers'] = 200
/** People whose presence is remembered, watched or not. */
const REMEMBERED_MAX = 1_000
const STATUSES: readonly unknown[] = ['active', 'away', 'dnd', 'offline']

/** The presence of those who are being looked at, at most 200 people; of others it is not known, and shown as offline. */
export interface Presence {
  view(id: UserId): Cell<PresenceStatus>
  /** What the server says, as a map by user id. */
  heard(presence: Record<string, unknown>): void
  connected(): void
}

export function createPresence({ environment, requests }: Inside): Presence {
  const people = new Map<string, Cell<PresenceStatus>>()
  let told = ''
  const alarm = createAlarm(environment, tell)

  /** The whole list, if it is another one. */
  function tell(): void {
    const watched = [...people].filter(([, cell]) => cell.isWatched).slice(-WATCHED_MAX)
    // The cast: the keys are those that `view` was asked for.
    const users = watched.map(([id]) => id as UserId)
    if (users.join() === told) return
    told = users.join()
    requests.send('presence.watch', { users }, ({ ok, error }) => {
      if (ok !== undefined) return heard(ok.presence)
      told = ''
      if (error.retryAfterMs !== undefined) alarm.set(error.retryAfterMs)
    })
  }

  function heard(presence: Record<string, unknown>): void {
    for (const [id, said] of Object.entries(presence)) {
      // The cast: it is one of them.
      if (STATUSES.includes(said)) people.get(id)?.set(said as PresenceStatus)
    }
  }

  function watchable(id: UserId): Cell<PresenceStatus> {
    const cell = people.get(id) ?? createCell<PresenceStatus>('offline', () => alarm.set(GATHER_MS))
    if (!people.has(id)) makePlace(people, REMEMBERED_MAX, (each) => each.isWatched)
    people.set(id, cell)
    return cell
  }

  return {
    view: watchable,
    heard,
    connected() {
      told = ''
      alarm.set(GATHER_MS)
    },
  }
}
