import type { RoomId } from '../ids.ts'
import type { IndexedLog } from './final-log.ts'
import type { HistoryRecord } from './record.ts'

/** Something that must not have happened. */
export interface Violation {
  /** The invariant, as `docs/spec/history.md` names it. */
  rule: HistoryRule
  message: string
  /** The lines that show it. */
  records: readonly HistoryRecord[]
}

export type HistoryRule = 'H1' | 'H2' | 'H3' | 'H4' | 'H5' | 'H6' | 'H7' | 'H8' | 'H9' | 'H10' | 'H14' | 'H15' | 'H16'

export type Report = (rule: HistoryRule, message: string, ...records: HistoryRecord[]) => void

/** One look at a history: takes its lines one after the other, and says at the end what only the end shows. */
export interface Look {
  take(record: HistoryRecord): void
  finish?(): void
}

export type MakeLook = (logs: ReadonlyMap<RoomId, IndexedLog>, report: Report) => Look
