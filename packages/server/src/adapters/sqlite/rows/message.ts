import { tombstone } from '@natter/core'
import type { Message, Reactions, UserId } from '@natter/protocol'
import { query } from '../sql.ts'
import { KINDS } from './kinds.ts'
import type { EditedData, PostedData } from './log-data.ts'

/** The row that posted a message. */
export interface PostedRow {
  seq: number
  n: number
  actor: UserId
  at: number
  cid: string
  data: string
}

/** A message in its present state: the row that posted it, and what was changed since. */
export interface MessageRow extends PostedRow {
  /** Data of the edit that holds the text now. */
  edit: string | null
  edited_at: number | null
  reactions: string | null
}

const MESSAGE = `select p.seq, p.n, p.actor, p.at, p.cid, p.data, e.data as edit, c.edited_at, c.reactions
  from log p
  left join changed_messages c on c.room = p.room and c.seq = p.seq
  left join log e on e.room = p.room and e.seq = c.body_seq
  where p.kind = ${KINDS['message.posted']}`

/** Both by the primary keys. */
export const messageBySeq = query<MessageRow>(`${MESSAGE} and p.room = ? and p.seq = ?`)
export const messagesBetween = query<MessageRow>(`${MESSAGE} and p.room = ? and p.seq between ? and ? order by p.seq`)

export function messageOfRow(row: MessageRow): Message {
  const posted = JSON.parse(row.data) as PostedData
  const message = postedMessage(row, posted)
  if (posted.deletedAt !== undefined) return message
  if (row.edit !== null) message.text = (JSON.parse(row.edit) as EditedData).text ?? ''
  if (row.reactions !== null) message.reactions = JSON.parse(row.reactions) as Reactions
  if (row.edited_at !== null) message.editedAt = row.edited_at
  return message
}

/** The message as it was posted; a tombstone if it was deleted since. */
export function postedMessage(
  { seq, n, actor, at, cid }: PostedRow,
  { text = '', replyTo, deletedAt }: PostedData,
): Message {
  const message: Message = { seq, n, by: actor, at, cid, text }
  if (replyTo !== undefined) message.replyTo = replyTo
  return deletedAt === undefined ? message : tombstone(message, deletedAt)
}
