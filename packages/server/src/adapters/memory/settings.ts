import { decideSettingsSet, noSuchActor, settingsConflict } from '@natter/core'
import { isRefusal } from '@natter/protocol'
import type { Refusal } from '@natter/protocol'
import type { SettingsMoved, SettingsWrite } from '../../ports/log-store.ts'
import { inboxOf, note } from './inbox.ts'
import { activeAccount, settingsOf } from './world.ts'
import type { InboxEntry, World } from './world.ts'

export function setSettings(world: World, { user, cid, change, at }: SettingsWrite): SettingsMoved | Refusal {
  if (activeAccount(world, user) === undefined) return noSuchActor()
  const body = JSON.stringify(change)
  const inbox = inboxOf(world, user)
  const first = inbox.rows.find(({ entry }) => isChange(entry) && entry.cid === cid)
  if (first !== undefined) {
    if (isChange(first.entry) && first.entry.body !== body) return settingsConflict()
    return { place: { seq: first.seq, ref: first.ref, at: first.at, duplicate: true }, inbox: [] }
  }
  const decided = decideSettingsSet(settingsOf(world, user), change)
  if (isRefusal(decided)) return decided
  const { changed, after } = decided
  if (changed.size === 0) return { place: { seq: inbox.seq, ref: inbox.ref, at, duplicate: true }, inbox: [] }
  world.settings.set(user, after)
  const keys = [...changed.keys()]
  const event = note(world, user, at, { type: 'inbox.settingsChanged', keys, cid, body })
  return { place: { seq: event.seq, ref: event.ref, at, duplicate: false }, inbox: [event] }
}

function isChange(entry: InboxEntry): entry is Extract<InboxEntry, { type: 'inbox.settingsChanged' }> {
  return entry.type === 'inbox.settingsChanged'
}
