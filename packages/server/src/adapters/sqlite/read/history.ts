import { firstSeqAt } from '@natter/core'
import { BOUNDS, isRefusal } from '@natter/protocol'
import type { HistoryReply, Message, Refusal, Room, RoomId, UserId } from '@natter/protocol'
import type { Encoded } from '../../../ports/encoded.ts'
import type { HistoryPage } from '../../../ports/read-store.ts'
import { STORE_BOUNDS } from '../../../ports/store-bounds.ts'
import { messageOfRow } from '../rows/message.ts'
import type { MessageRow } from '../rows/message.ts'
import { query } from '../sql.ts'
import type { Sql } from '../sql.ts'
import { enter } from './enter.ts'
import { headOfMessages, messagesNumbered } from './numbered-messages.ts'

/** By the primary key. */
const timeAt = query<{ at: number }>('select at from log where room = ? and seq = ?')

export function history(sql: Sql, viewer: UserId, id: RoomId, page: HistoryPage): Encoded<HistoryReply> | Refusal {
  const entered = enter(sql, viewer, id)
  if (isRefusal(entered)) return entered
  const { room } = entered
  const { before, around, at } = page
  const after = at === undefined ? page.after : seqBefore(sql, room, at)
  const bounds = { count: Math.min(page.limit, BOUNDS.historyPage), bytes: STORE_BOUNDS.pageBytes }
  if (around !== undefined) return pageAround(sql, room, around, bounds)
  if (after !== undefined) return encode(messagesAfter(sql, room, after, bounds))
  return encode(messagesBefore(sql, room, before ?? room.head[0] + 1, bounds))
}

/** The last row before the first that is as late as `at`. */
function seqBefore(sql: Sql, { id, head }: Room, at: number): number {
  return firstSeqAt(head[0], (seq) => sql.one(timeAt, id, seq)?.at ?? 0, at) - 1
}

export interface PageBounds {
  count: number
  /** Of UTF-8; one message comes whatever it has. */
  bytes: number
}

/** Messages as JSON, oldest first; `more` in the direction of reading. */
export interface MessagesPage {
  messages: string[]
  more: boolean
  firstSeq: number | undefined
}

/** The newest messages before a seq. */
export function messagesBefore(sql: Sql, room: Room, seq: number, { count, bytes }: PageBounds): MessagesPage {
  const to = headOfMessages(sql, room.id, Math.min(seq - 1, room.head[0]))
  const rows = messagesNumbered(sql, room.id, { from: Math.max(1, to - count + 1), to, headSeq: room.head[0] })
  const messages = encodeWithin(rows.toReversed(), bytes)
  return { messages: messages.toReversed(), more: to > messages.length, firstSeq: rows.at(-messages.length)?.seq }
}

/** The oldest messages after a seq. */
function messagesAfter(sql: Sql, room: Room, seq: number, { count, bytes }: PageBounds): MessagesPage {
  const known = headOfMessages(sql, room.id, Math.min(seq, room.head[0]))
  const rows = messagesNumbered(sql, room.id, {
    from: known + 1,
    to: Math.min(known + count, room.n),
    headSeq: room.head[0],
  })
  const messages = encodeWithin(rows, bytes)
  return { messages, more: known + messages.length < room.n, firstSeq: rows[0]?.seq }
}

function pageAround(sql: Sql, room: Room, seq: number, { count, bytes }: PageBounds): Encoded<HistoryReply> {
  const olderCount = count >> 1
  const older = messagesBefore(sql, room, seq, { count: olderCount, bytes: bytes >> 1 })
  const newer = messagesAfter(sql, room, seq - 1, { count: count - olderCount, bytes: bytes >> 1 })
  const messages = [...older.messages, ...newer.messages]
  return `{"messages":[${messages.join(',')}],"more":${older.more},"moreAfter":${newer.more}}`
}

function encodeWithin(rows: readonly MessageRow[], bytes: number): string[] {
  const messages: string[] = []
  let size = 0
  for (const row of rows) {
    const json = JSON.stringify(messageOfRow(row) satisfies Message)
    size += Buffer.byteLength(json)
    if (size > bytes && messages.length > 0) break
    messages.push(json)
  }
  return messages
}

function encode({ messages, more }: MessagesPage): Encoded<HistoryReply> {
  return `{"messages":[${messages.join(',')}],"more":${more}}`
}
