import type { HistoryRecord, ReceivedRow } from './record.ts'
import type { IndexedLog } from './final-log.ts'
import type { MakeLook, Report } from './rule.ts'

interface Seen {
  record: HistoryRecord
  hash: string
}

/** The same number means the same content for everybody, and that is what the log has. */
export const lookAtContent: MakeLook = (logs, report) => {
  const seen = new Map<string, Seen>()
  const numbers = new Map<string, Seen & { ref: string }>()

  function see(record: HistoryRecord, row: ReceivedRow): void {
    const { room, t } = record
    const log = logs.get(room)
    compareWithLog({ record, row, log }, report)
    const place = `${room} ${row.seq} ${row.ref}`
    const before = seen.get(place)
    seen.set(place, { record, hash: row.hash })
    const mayDiffer = log !== undefined && (mayChange(log, row, t) || mayChange(log, row, before?.record.t ?? t))
    if (before !== undefined && before.hash !== row.hash && !mayDiffer)
      report('H4', `${room}: row ${row.seq} has two contents.`, before.record, record)
    const number = `${room} ${row.seq} ${log?.restoresBefore(t) ?? 0}`
    const other = numbers.get(number)
    if (other !== undefined && other.ref !== row.ref && row.seq > (log?.lastingAt(t) ?? 0))
      report('H16', `${room}: the number ${row.seq} was given twice.`, other.record, record)
    numbers.set(number, { record, hash: row.hash, ref: row.ref })
  }

  return {
    take(record) {
      if (record.op === 'recv') see(record, record)
      else if (record.op === 'resume' && record.phase === 'ok') for (const row of record.rows) see(record, row)
    },
  }
}

function compareWithLog(
  { record, row, log }: { record: HistoryRecord; row: ReceivedRow; log: IndexedLog | undefined },
  report: Report,
): void {
  if (log === undefined || row.seq > log.lastingAt(record.t)) return
  const there = log.row(row.seq)
  const what = `${record.room}: ${record.proc} received row ${row.seq}`
  if (there === undefined) report('H2', `${what}, which is not in the log.`, record)
  else if (there.ref !== row.ref) report('H4', `${what} as "${row.ref}", in the log it is "${there.ref}".`, record)
  else if (there.hash !== row.hash && !log.mayDiffer(there, record.t))
    report('H4', `${what} with another content than the log's.`, record)
}

function mayChange(log: IndexedLog, { seq }: { seq: number }, t: number): boolean {
  const row = log.row(seq)
  return row === undefined || log.mayDiffer(row, t)
}
