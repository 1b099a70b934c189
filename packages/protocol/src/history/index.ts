/** What clients did and saw, and the proof that it fits the logs. */
export { checkHistory, VIOLATIONS_KEPT_MAX } from './check-history.ts'
export type { Verdict } from './check-history.ts'
export type { FinalLog, FinalRow, LogRestore } from './final-log.ts'
export type { HistoryRecord, ReceivedRow } from './record.ts'
export type { HistoryRule, Violation } from './rule.ts'
