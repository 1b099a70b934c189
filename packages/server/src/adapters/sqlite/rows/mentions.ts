import { EVERYBODY } from '@natter/core'
import type { RoomId, UserId } from '@natter/protocol'
import { query } from '../sql.ts'
import type { Sql } from '../sql.ts'

/** By the primary key. */
const mentionsAfter = query<{ mentions: number }>(
  'select count(*) as mentions from mentions where user = ? and room = ? and seq > ?',
)
/** By the primary keys; what one has said oneself mentions others. */
const mentionsOfAllAfter = query<{ mentions: number }>(
  `select count(*) as mentions from mentions m join log l on l.room = m.room and l.seq = m.seq
  where m.user = '${EVERYBODY}' and m.room = ? and m.seq > ? and l.actor <> ?`,
)

/** How many messages after `seq` mention the user, by name or with everybody. */
export function countMentions(sql: Sql, user: UserId, room: RoomId, seq: number): number {
  const named = sql.one(mentionsAfter, user, room, seq)?.mentions ?? 0
  return named + (sql.one(mentionsOfAllAfter, room, seq, user)?.mentions ?? 0)
}
