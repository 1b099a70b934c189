import type { DurableEvent, RoomId } from '@natter/protocol'
import type { FinalLog, FinalRow } from '@natter/protocol/history'
import { Reader } from '../../packages/server/src/adapters/sqlite/reader.ts'
import type { StoredEvent } from '../../packages/server/src/ports/log-store.ts'
import { GROWN_CID } from './grow-rooms.ts'

const PAGE = 500

/** The logs of these rooms as the database has them, once no server is on it. */
export function finalLogs(folder: string, rooms: readonly RoomId[]): FinalLog[] {
  const reader = new Reader(folder)
  try {
    return rooms.map((room) => ({ room, rows: rowsOf(reader, room) }))
  } finally {
    reader.close()
  }
}

function rowsOf(reader: Reader, room: RoomId): FinalRow[] {
  const rows: FinalRow[] = []
  for (;;) {
    const [answer] = reader.answer([{ n: 1, method: 'eventsAfter', args: [room, rows.length, PAGE] }])
    if (answer === undefined || 'fault' in answer) throw new Error(`The log of ${room} cannot be read.`)
    const page = answer.ok as StoredEvent[]
    if (page.length === 0) return rows
    rows.push(...page.map(rowOf))
  }
}

/** Without a hash of the content: what sockets received is reconciled by their seqs. */
function rowOf({ seq, ref, type, n, json }: StoredEvent): FinalRow {
  const { by, cid } = JSON.parse(json) as DurableEvent
  const row: FinalRow = { seq, ref, type, n, by, hash: '' }
  // Rooms, memberships and what rooms were grown with were made before anybody kept a record.
  const isSent = type === 'message.posted' && cid !== undefined && !cid.startsWith(GROWN_CID)
  return isSent ? { ...row, cid } : row
}
