import type { IndexedLog } from './final-log.ts'
import type { HistoryRecord, LagLine, RecvLine, ResumeLine } from './record.ts'
import type { MakeLook, Report } from './rule.ts'

type Resumed = ResumeLine & { phase: 'ok' }
type Asked = ResumeLine & { phase: 'invoke' }

/** Where one connection stands in one room. */
interface Place {
  /** Through live rows and catch-ups together. */
  seq: number
  record: HistoryRecord
  /** The last row that came by itself. */
  live: number
  /** The server has said that rows are missing from here on. */
  isBroken?: boolean
}

/** What one connection receives of a room is contiguous, and a catch-up holds all that it claims to. */
export const lookAtStreams: MakeLook = (logs, report) => {
  const places = new Map<string, Place>()
  const asked = new Map<string, Asked>()
  return {
    take(record) {
      if (record.op === 'recv') receive(record)
      else if (record.op === 'lag') lag(record)
      else if (record.op === 'resume' && record.phase === 'invoke') asked.set(record.id, record)
      else if (record.op === 'resume') {
        const question = asked.get(record.id)
        asked.delete(record.id)
        if (record.phase === 'ok') resume(record, question)
      }
    },
  }

  function receive(record: RecvLine): void {
    const { room, conn, seq } = record
    const key = `${conn} ${room}`
    const place = places.get(key)
    if (place === undefined) return report('H8', `${room}: row ${seq} came before any catch-up.`, record)
    if (seq <= place.live) report('H3', `${room}: row ${seq} came again after ${place.live}.`, place.record, record)
    if (seq > place.seq + 1 && place.isBroken !== true)
      report('H8', `${room}: after ${place.seq} came ${seq}.`, place.record, record)
    places.set(key, { seq: Math.max(place.seq, seq), live: seq, record })
  }

  function lag(record: LagLine): void {
    const key = `${record.conn} ${record.room}`
    const place = places.get(key)
    if (place !== undefined) places.set(key, { ...place, isBroken: true })
  }

  function resume(record: Resumed, question: Asked | undefined): void {
    const { room, conn, seq, mode } = record
    const key = `${conn} ${room}`
    const { seq: reached = 0, live = 0, isBroken = false } = places.get(key) ?? {}
    // A reset is a new beginning: what comes after it may have come before it, too, and then need not come again.
    if (mode === 'reset') places.set(key, { seq: Math.max(seq, live), live: Math.min(live, seq), record, isBroken })
    else places.set(key, { seq: Math.max(seq, reached), live, record, isBroken })
    if (question === undefined) return report('H8', `${room}: a catch-up nobody asked for.`, record)
    if (mode === 'reset') return
    if (question.from === null)
      return report('H8', `${room}: a part of the log for one who knows nothing.`, question, record)
    completeness(question, record, logs.get(room), report)
  }
}

/** A delta is everything after the cursor, rising, without what later rows of it say again. */
function completeness(question: Asked, record: Resumed, log: IndexedLog | undefined, report: Report): void {
  const { room, rows, seq: upTo, t } = record
  const [from, ref] = question.from ?? [0, '']
  let last = from
  for (const { seq } of rows) {
    if (seq <= last || seq > upTo) report('H8', `${room}: row ${seq} is out of place in a catch-up.`, question, record)
    last = seq
  }
  if (upTo < from) report('H8', `${room}: a catch-up from ${from} leads back to ${upTo}.`, question, record)
  if (log === undefined || upTo > log.lastingAt(t)) return
  if (from > 0 && log.row(from)?.ref !== ref)
    report('H16', `${room}: a catch-up goes on from row ${from} "${ref}", which is not in this log.`, question, record)
  const got = new Set(rows.map(({ seq }) => seq))
  for (let seq = from + 1; seq <= upTo; seq++) {
    const row = log.row(seq)
    if (got.has(seq) || (row !== undefined && log.isSuperseded(row, upTo))) continue
    report('H8', `${room}: a catch-up from ${from} to ${upTo} leaves out ${seq}.`, question, record)
  }
}
