import type { IndexedLog } from './final-log.ts'
import type { HistoryRecord, MarkLine } from './record.ts'
import type { MakeLook } from './rule.ts'

/** A read mark goes back only where its user has asked for that, and counts the messages up to it. */
export const lookAtMarks: MakeLook = (logs, report) => {
  const marks = new Map<string, MarkLine>()
  const forced = new Map<string, HistoryRecord>()
  return {
    take(record) {
      if (record.op === 'force') forced.set(`${record.user} ${record.room}`, record)
      if (record.op !== 'mark') return
      const { proc, user, room, seq, n, t } = record
      const key = `${proc} ${room}`
      const before = marks.get(key)
      marks.set(key, record)
      const log = logs.get(room)
      const isForced = forced.has(`${user} ${room}`)
      if (before !== undefined && seq < before.seq && !isForced && isSameLog(log, before.t, t))
        report('H14', `${room}: the mark of ${user} went back from ${before.seq} to ${seq}.`, before, record)
      if (log === undefined || seq > Math.min(log.lastingAt(t), log.head)) return
      const there = log.row(seq)?.n ?? 0
      if (n !== there)
        report('H14', `${room}: the mark of ${user} at ${seq} counts ${n} messages, there are ${there}.`, record)
    },
  }
}

/** A mark that was lost with a part of the log does not go back. */
function isSameLog(log: IndexedLog | undefined, one: number, other: number): boolean {
  return log === undefined || log.restoresBefore(one) === log.restoresBefore(other)
}
