import { noSuchMessage } from '@natter/core'
import { BOUNDS, isRefusal } from '@natter/protocol'
import type { Refusal, RoomId, UserId, VersionsReply } from '@natter/protocol'
import { newestVersions } from '../../../ports/newest-versions.ts'
import { KINDS } from '../rows/kinds.ts'
import type { EditedData, PostedData } from '../rows/log-data.ts'
import { query } from '../sql.ts'
import type { Sql } from '../sql.ts'
import { enter } from './enter.ts'

interface VersionRow {
  actor: UserId
  at: number
  data: string
}

/** By the primary key. */
const postedAt = query<VersionRow>(
  `select actor, at, data from log where room = ? and seq = ? and kind = ${KINDS['message.posted']}`,
)
/** By log_subject. */
const newestEdits = query<VersionRow>(
  `select actor, at, data from log where room = ? and subject = ? and kind = ${KINDS['message.edited']}
  order by seq desc limit ?`,
)

export function versions(sql: Sql, viewer: UserId, room: RoomId, seq: number): VersionsReply | Refusal {
  const entered = enter(sql, viewer, room)
  if (isRefusal(entered)) return entered
  const posted = sql.one(postedAt, room, seq)
  if (posted === undefined) return noSuchMessage(seq)
  if ((JSON.parse(posted.data) as PostedData).deletedAt !== undefined) return { versions: [], more: false }
  const rows = [...sql.all(newestEdits, room, seq, BOUNDS.versionsPage + 1), posted]
  return newestVersions(
    rows.map(({ actor: by, at, data }) => ({ text: (JSON.parse(data) as EditedData).text ?? '', at, by })),
  )
}
