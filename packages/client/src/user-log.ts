import type { InboxEvent } from '@natter/protocol'
import type { Inside } from './inside.ts'
import type { Repairable } from './repair.ts'
import { createLogReader } from './sync.ts'
import type { LogReader } from './sync.ts'
import { readCatchUp } from './wire.ts'

/** What a user has set, on whatever device, by key. */
export type Settings = Readonly<Record<string, unknown>>

/** The reading of the user's own log: rooms gained and lost, read marks and settings of other devices. */
export interface UserLog extends Repairable {
  readonly reader: LogReader<InboxEvent>
}

export function createUserLog(inside: Inside): UserLog {
  const reader = createLogReader<InboxEvent>({
    apply(event) {
      if (event.type === 'inbox.settingsChanged') changed({ ...inside.settings.value, ...event.settings })
      else inside.rooms.apply(event)
    },
    missing: () => inside.repair.gapIn('user'),
  })

  function changed(settings: Settings): void {
    const next = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== null))
    if (JSON.stringify(next) !== JSON.stringify(inside.settings.value)) inside.settings.set(next)
  }

  function takeRepair(part: unknown): boolean {
    const catchUp = readCatchUp(part, 'userReset')
    if (catchUp === undefined) return false
    const { mode, upTo } = catchUp
    // Without a place in the log a delta leads nowhere: ask for all of it.
    if (mode === 'delta' && reader.cursor === undefined) {
      inside.repair.behindIn(['user'])
      return false
    }
    if (mode === 'reset') {
      reader.startAt(upTo)
      inside.rooms.restart(catchUp.rooms)
      changed(catchUp.settings)
    }
    reader.takeDelta(mode === 'delta' ? catchUp.events : [], upTo)
    // Then it was read before what another connection has told.
    return (reader.cursor ?? upTo)[0] > upTo[0]
  }

  return { reader, takeRepair }
}
