import type { Settings } from '@natter/core'
import type { UserId } from '@natter/protocol'
import { query } from '../sql.ts'
import type { Sql } from '../sql.ts'

/** By the primary key. */
const settingsByUser = query<{ key: string; value: string }>(
  'select key, value from settings where user = ? order by key',
)

export function settingsOf(sql: Sql, user: UserId): Settings {
  return new Map(sql.all(settingsByUser, user).map(({ key, value }) => [key, value]))
}
