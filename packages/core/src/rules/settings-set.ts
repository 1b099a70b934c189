import { BOUNDS, refuse, utf8Length } from '@natter/protocol'
import type { Refusal } from '@natter/protocol'

/** Settings by key, each value as JSON. */
export type Settings = ReadonlyMap<string, string>

/** What a change makes of somebody's settings. */
export interface SettingsChange {
  /** The keys that are not as they were, with their values; null: removed. */
  changed: ReadonlyMap<string, string | null>
  after: Settings
}

/** What a change would make of them; refused with `quota` where that would be too many or too long. */
export function decideSettingsSet(
  present: Settings,
  change: Readonly<Record<string, unknown>>,
): SettingsChange | Refusal {
  const changed = new Map<string, string | null>()
  const after = new Map(present)
  for (const [key, value] of Object.entries(change)) {
    const json = value === null ? null : JSON.stringify(value)
    if (json === (present.get(key) ?? null)) continue
    changed.set(key, json)
    if (json === null) after.delete(key)
    else after.set(key, json)
  }
  if (after.size > BOUNDS.settingsKeys) return tooMany(`At most ${BOUNDS.settingsKeys} settings are kept`)
  const bytes = [...after].reduce((sum, [key, json]) => sum + key.length + utf8Length(json), 0)
  if (bytes > BOUNDS.settingsBytes) return tooMany(`Settings take at most ${BOUNDS.settingsBytes} bytes in all`)
  return { changed, after }
}

/** Some of them as they travel; null: there is none any more. */
export function settingsAmong(settings: Settings, keys: Iterable<string>): Record<string, unknown> {
  return Object.fromEntries(Array.from(keys, (key) => [key, JSON.parse(settings.get(key) ?? 'null') as unknown]))
}

/** The refusal of a cid that was used for another change. */
export function settingsConflict(): Refusal {
  return refuse('cid_conflict', 'This cid was used for other settings. Use a new one for a new change.', {
    field: 'cid',
  })
}

function tooMany(what: string): Refusal {
  return refuse('quota', `${what}. Remove some first.`, { field: 'settings' })
}
