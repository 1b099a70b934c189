import { decideSettingsSet, noSuchActor, settingsAmong, settingsConflict } from '@natter/core'
import { isRefusal } from '@natter/protocol'
import type { Refusal, UserId } from '@natter/protocol'
import type { SettingsMoved, SettingsWrite } from '../../../ports/log-store.ts'
import { settingsOf } from '../rows/settings.ts'
import { query } from '../sql.ts'
import { note, userHead } from './inbox.ts'
import { printOf } from './print.ts'
import type { Writing } from './writing.ts'

interface WrittenChange {
  seq: number
  ref: string
  at: number
  print: Uint8Array
}

/** By user_log_once. */
const findChange = query<WrittenChange>('select seq, ref, at, print from user_log where user = ? and cid = ?')
/** Both by the primary key. */
const putSetting = query(
  'insert into settings (user, key, value) values (?, ?, ?) on conflict (user, key) do update set value = excluded.value',
)
const deleteSetting = query('delete from settings where user = ? and key = ?')

export function setSettings(writing: Writing, { user, cid, change, at }: SettingsWrite): SettingsMoved | Refusal {
  const { sql } = writing
  if (writing.activeAccount(user) === undefined) return noSuchActor()
  const print = printOf(JSON.stringify(change))
  const first = sql.one(findChange, user, cid)
  if (first !== undefined) {
    if (Buffer.compare(first.print, print) !== 0) return settingsConflict()
    return { place: { seq: first.seq, ref: first.ref, at: first.at, duplicate: true }, inbox: [] }
  }
  const decided = decideSettingsSet(settingsOf(sql, user), change)
  if (isRefusal(decided)) return decided
  const { changed, after } = decided
  if (changed.size === 0) {
    const { seq, ref } = sql.one(userHead, user) ?? { seq: 0, ref: '' }
    return { place: { seq, ref, at, duplicate: true }, inbox: [] }
  }
  write(writing, user, changed)
  const settings = settingsAmong(after, changed.keys())
  const event = note(writing, user, at, { type: 'inbox.settingsChanged', settings, cid, print })
  return { place: { seq: event.seq, ref: event.ref, at, duplicate: false }, inbox: [event] }
}

function write(writing: Writing, user: UserId, changed: ReadonlyMap<string, string | null>): void {
  for (const [key, json] of changed) {
    writing.bytes += key.length + (json?.length ?? 0)
    if (json === null) writing.sql.run(deleteSetting, user, key)
    else writing.sql.run(putSetting, user, key, json)
  }
}
