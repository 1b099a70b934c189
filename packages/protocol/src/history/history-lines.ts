import type { RoomId } from '../ids.ts'
import type { FinalLog, FinalRow, LogRestore } from './final-log.ts'
import type { HistoryRecord } from './record.ts'

/** Says that the log of a room follows, and what is to be known of it besides its rows. */
export interface LogLine {
  op: 'log'
  room: RoomId
  restores?: readonly LogRestore[]
  stateHash?: string
}

/** One row of a room's log as it stands at the end. */
export type RowLine = FinalRow & { op: 'row'; room: RoomId }

/** A history with its logs as lines of JSON, without line breaks: the logs first, so that one pass is enough to check it. */
export function* historyLines(records: Iterable<HistoryRecord>, logs: Iterable<FinalLog>): Iterable<string> {
  for (const { room, rows, restores, stateHash } of logs) {
    const log: LogLine = { op: 'log', room }
    if (restores !== undefined) log.restores = restores
    if (stateHash !== undefined) log.stateHash = stateHash
    yield JSON.stringify(log)
    for (const row of rows) yield JSON.stringify({ op: 'row', room, ...row } satisfies RowLine)
  }
  for (const record of records) yield JSON.stringify(record)
}
