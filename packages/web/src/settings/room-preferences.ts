import type { RoomId } from '@natter/protocol'
import type { Settings } from './own-settings.ts'

/** What one wants of a room. `section`: the id of an own section it stands in. */
export interface RoomPreference {
  readonly favourite?: true
  readonly muted?: true
  readonly section?: string
}

const NONE: RoomPreference = {}

/** Reads what is kept for a room; what is no preference counts as none. */
export function roomPreference(settings: Settings, room: RoomId): RoomPreference {
  const kept = settings[keyOf(room)]
  if (typeof kept !== 'object' || kept === null) return NONE
  return {
    ...('favourite' in kept && kept.favourite === true ? { favourite: true } : {}),
    ...('muted' in kept && kept.muted === true ? { muted: true } : {}),
    ...('section' in kept && typeof kept.section === 'string' ? { section: kept.section } : {}),
  }
}

/** What to set so that a room is preferred so. Nothing is kept for a room without preferences. */
export function preferenceChange(room: RoomId, preference: RoomPreference): Settings {
  return { [keyOf(room)]: Object.keys(preference).length === 0 ? null : preference }
}

/** The preference with one wish turned over. */
export function toggled(preference: RoomPreference, wish: 'favourite' | 'muted'): RoomPreference {
  const { [wish]: had, ...others } = preference
  return had ? others : { ...others, [wish]: true }
}

function keyOf(room: RoomId): string {
  return `room.${room}`
}
