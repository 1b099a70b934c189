import type { RoomId } from '@natter/protocol'
import { messageBySeq, messagesBetween } from '../rows/message.ts'
import type { MessageRow } from '../rows/message.ts'
import { query } from '../sql.ts'
import type { Sql } from '../sql.ts'

/** Rows of the log that one message of a page may cost before looking each up is cheaper than reading them all. */
const ROWS_A_MESSAGE_MAX = 20

/** By the primary key. */
const headOfMessagesAt = query<{ n: number }>('select n from log where room = ? and seq = ?')

/** The messages that have the numbers `from` to `to` of the room, both inclusive, by rising seq. */
export function messagesNumbered(
  sql: Sql,
  room: RoomId,
  { from, to, headSeq }: { from: number; to: number; headSeq: number },
): MessageRow[] {
  if (to < from) return []
  const firstSeq = seqOfNumber(sql, room, from, headSeq)
  const lastSeq = seqOfNumber(sql, room, to, headSeq)
  if (lastSeq - firstSeq < (to - from + 1) * ROWS_A_MESSAGE_MAX)
    return sql.all(messagesBetween, room, firstSeq, lastSeq)
  // Between them lies a long run of other rows, such as a reaction put on and taken off ten thousand times.
  return Array.from({ length: to - from + 1 }, (_, index) => seqOfNumber(sql, room, from + index, headSeq)).flatMap(
    (seq) => sql.one(messageBySeq, room, seq) ?? [],
  )
}

/** How many messages the room had at a row of its log; 0 before the first. */
export function headOfMessages(sql: Sql, room: RoomId, seq: number): number {
  return seq < 1 ? 0 : (sql.one(headOfMessagesAt, room, seq)?.n ?? 0)
}

/** Where the message with this number stands: the first row whose `n` reaches it, by halving, for `n` never falls. */
function seqOfNumber(sql: Sql, room: RoomId, number: number, headSeq: number): number {
  let low = number
  let high = headSeq
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (headOfMessages(sql, room, middle) < number) low = middle + 1
    else high = middle
  }
  return low
}
