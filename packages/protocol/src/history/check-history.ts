import type { RoomId } from '../ids.ts'
import { IndexedLog } from './final-log.ts'
import type { FinalLog } from './final-log.ts'
import { lookAtAccess } from './look-at-access.ts'
import { lookAtContent } from './look-at-content.ts'
import { lookAtLogs } from './look-at-logs.ts'
import { lookAtMarks } from './look-at-marks.ts'
import { lookAtOrder } from './look-at-order.ts'
import { lookAtReads } from './look-at-reads.ts'
import { lookAtStates } from './look-at-states.ts'
import { lookAtStreams } from './look-at-streams.ts'
import { lookAtWrites } from './look-at-writes.ts'
import type { HistoryRecord } from './record.ts'
import type { HistoryRule, MakeLook, Violation } from './rule.ts'

/** Violations that are kept; the rest is counted. */
export const VIOLATIONS_KEPT_MAX = 100

const LOOKS: readonly MakeLook[] = [
  lookAtLogs,
  lookAtWrites,
  lookAtOrder,
  lookAtContent,
  lookAtStreams,
  lookAtReads,
  lookAtAccess,
  lookAtMarks,
  lookAtStates,
]

export interface Verdict {
  /** At most `VIOLATIONS_KEPT_MAX`, in the order in which they were found. */
  violations: readonly Violation[]
  /** All of them, by rule. */
  counts: Readonly<Partial<Record<HistoryRule, number>>>
  /** Sends that were acknowledged, and rows that reached a client. */
  acked: number
  received: number
}

/** Takes a history line by line. */
export interface HistoryChecker {
  take(record: HistoryRecord): void
  /** To be asked once, after the last line. */
  verdict(): Verdict
}

/**
 * Reads what clients did and saw, line by line, and compares it with the logs as they stand at the end. One linear pass;
 * memory grows with the writes and with what a room's readers saw, not with how often they saw it.
 */
export function createHistoryChecker(finalLogs: readonly FinalLog[]): HistoryChecker {
  const logs = new Map<RoomId, IndexedLog>(finalLogs.map((log) => [log.room, new IndexedLog(log)]))
  const violations: Violation[] = []
  const counts: Partial<Record<HistoryRule, number>> = {}
  const looks = LOOKS.map((make) =>
    make(logs, (rule, message, ...shown) => {
      counts[rule] = (counts[rule] ?? 0) + 1
      if (violations.length < VIOLATIONS_KEPT_MAX) violations.push({ rule, message, records: shown })
    }),
  )
  let acked = 0
  let received = 0
  return {
    take(record) {
      if (record.op === 'send' && record.phase === 'ok') acked++
      if (record.op === 'recv') received++
      for (const look of looks) look.take(record)
    },
    verdict() {
      for (const look of looks) look.finish?.()
      return { violations, counts, acked, received }
    },
  }
}

/** The same for a history that is there as a whole. */
export function checkHistory(records: Iterable<HistoryRecord>, finalLogs: readonly FinalLog[]): Verdict {
  const checker = createHistoryChecker(finalLogs)
  for (const record of records) checker.take(record)
  return checker.verdict()
}
