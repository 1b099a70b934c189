import type { Announcement } from '@natter/protocol'
import { createAlarm } from './alarm.ts'
import type { Environment } from './environment.ts'
import { createSource, kept } from './view.ts'
import type { Source } from './view.ts'

/** Announcements shown at once; the oldest goes. */
const ANNOUNCEMENTS_MAX = 20

/** What an owner or admin tells everybody, until it ends. */
export interface Announcements {
  readonly view: Source<readonly Announcement[]>
  /** Exactly these, as long as they last. */
  set(announcements: readonly Announcement[]): void
  heard(announcement: Announcement): void
}

export function createAnnouncements(environment: Environment, serverNow: () => number): Announcements {
  let present: readonly Announcement[] = []
  const view = createSource<readonly Announcement[]>((previous) => kept(previous, present))
  const alarm = createAlarm(environment, () => set(present))

  function set(announcements: readonly Announcement[]): void {
    const now = serverNow()
    present = announcements.filter(({ untilAt }) => untilAt > now).slice(-ANNOUNCEMENTS_MAX)
    view.changed()
    alarm.clear()
    if (present.length > 0) alarm.set(Math.min(...present.map(({ untilAt }) => untilAt)) - now)
  }

  return {
    view,
    set,
    heard: (announcement) => set([...present.filter(({ id }) => id !== announcement.id), announcement]),
  }
}
