import { BOUNDS, isRefusal } from '@natter/protocol'
import type { HistoryReply, Message, Refusal, RoomId, UserId } from '@natter/protocol'
import type { Encoded } from '../../../ports/encoded.ts'
import type { HistoryPage } from '../../../ports/read-store.ts'
import { STORE_BOUNDS } from '../../../ports/store-bounds.ts'
import { messageOfRow, messagesBefore, messagesFrom } from '../rows/message.ts'
import type { MessageRow } from '../rows/message.ts'
import type { Query, Sql } from '../sql.ts'
import { enter } from './enter.ts'

export function history(sql: Sql, viewer: UserId, room: RoomId, page: HistoryPage): Encoded<HistoryReply> | Refusal {
  const entered = enter(sql, viewer, room)
  if (isRefusal(entered)) return entered
  const { before = BEYOND, after, around } = page
  const bounds = { count: Math.min(page.limit, BOUNDS.historyPage), bytes: STORE_BOUNDS.pageBytes }
  if (around !== undefined) return aroundPage(sql, room, around, bounds)
  if (after !== undefined) return encode(messagesPage(sql, messagesFrom, [room, after + 1], bounds))
  return encode(newestBefore(sql, room, before, bounds))
}

/** Larger than every seq. */
export const BEYOND = Number.MAX_SAFE_INTEGER

export interface PageBounds {
  count: number
  /** Of UTF-8; one message comes whatever it has. */
  bytes: number
}

/** Messages as JSON, oldest first, and the seq of the first. */
export interface MessagesPage {
  messages: string[]
  more: boolean
  firstSeq: number | undefined
}

export function newestBefore(sql: Sql, room: RoomId, seq: number, bounds: PageBounds): MessagesPage {
  const { messages, more, lastSeq } = messagesPage(sql, messagesBefore, [room, seq], bounds)
  return { messages: messages.reverse(), more, firstSeq: lastSeq }
}

function aroundPage(sql: Sql, room: RoomId, seq: number, { count, bytes }: PageBounds): Encoded<HistoryReply> {
  const half = { count: count >> 1, bytes: bytes >> 1 }
  const older = newestBefore(sql, room, seq, half)
  const newer = messagesPage(sql, messagesFrom, [room, seq], { count: count - half.count, bytes: half.bytes })
  const messages = [...older.messages, ...newer.messages]
  return `{"messages":[${messages.join(',')}],"more":${older.more},"moreAfter":${newer.more}}`
}

/** In the order of the statement; one row more than fits tells whether there is more. */
function messagesPage(
  sql: Sql,
  statement: Query<MessageRow>,
  [room, seq]: [RoomId, number],
  { count, bytes }: PageBounds,
): { messages: string[]; more: boolean; lastSeq: number | undefined } {
  const rows = sql.all(statement, room, seq, count + 1)
  const messages: string[] = []
  let size = 0
  for (const row of rows.slice(0, count)) {
    const json = JSON.stringify(messageOfRow(row) satisfies Message)
    size += Buffer.byteLength(json)
    if (size > bytes && messages.length > 0) break
    messages.push(json)
  }
  return { messages, more: rows.length > messages.length, lastSeq: rows[messages.length - 1]?.seq }
}

function encode({ messages, more }: { messages: string[]; more: boolean }): Encoded<HistoryReply> {
  return `{"messages":[${messages.join(',')}],"more":${more}}`
}
