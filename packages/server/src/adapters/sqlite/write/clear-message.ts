import type { Mentioned } from '@natter/core'
import type { Message, RoomId } from '@natter/protocol'
import { KINDS } from '../rows/kinds.ts'
import type { PostedData } from '../rows/log-data.ts'
import { query } from '../sql.ts'
import type { Writing } from './writing.ts'

/** By the primary key. */
const dataAt = query<{ data: string }>('select data from log where room = ? and seq = ?')
const clearPosting = query('update log set data = ?, print = null where room = ? and seq = ?')
const forgetChanges = query('delete from changed_messages where room = ? and seq = ?')
const deleteMention = query('delete from mentions where user = ? and room = ? and seq = ?')
/** By log_subject. */
const clearChanges = query(
  `update log set data = '{}', print = null
  where room = ? and subject = ? and kind in (${KINDS['message.edited']}, ${KINDS['reaction.changed']})`,
)

/** What was said, whom it named and how people reacted leaves the database; the rows and their numbers stay. */
export function clearMessage({ sql }: Writing, room: RoomId, { seq, replyTo }: Message, deletedAt: number): void {
  for (const user of mentionsOf(sql.one(dataAt, room, seq)?.data)) sql.run(deleteMention, user, room, seq)
  const left: PostedData = replyTo === undefined ? { deletedAt } : { replyTo, deletedAt }
  sql.run(clearPosting, JSON.stringify(left), room, seq)
  sql.run(clearChanges, room, seq)
  sql.run(forgetChanges, room, seq)
}

function mentionsOf(data: string | undefined): Mentioned[] {
  return data === undefined ? [] : ((JSON.parse(data) as PostedData).mentions ?? [])
}
