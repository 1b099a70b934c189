import type { IndexedLog } from './final-log.ts'
import type { HistoryRecord } from './record.ts'
import type { MakeLook } from './rule.ts'

/** The furthest that one client knows of one room, by its own acknowledged writes and by what it has received. */
interface Known {
  written: HistoryRecord & { seq: number }
  received: HistoryRecord & { seq: number }
}

/** Whoever has written or seen something finds it whenever they ask afterwards, on whatever node. */
export const lookAtReads: MakeLook = (logs, report) => {
  const known = new Map<string, Partial<Known>>()
  const asked = new Map<string, Partial<Known>>()
  return {
    take(record) {
      const key = `${record.proc} ${record.room}`
      if (record.phase === 'invoke' && (record.op === 'resume' || record.op === 'history'))
        return void asked.set(`${record.proc} ${record.id}`, { ...known.get(key) })
      if (record.phase !== 'ok') return
      if (record.op === 'send') note(key, 'written', record)
      else if (record.op === 'recv') note(key, 'received', record)
      else if (record.op === 'resume' || record.op === 'history') {
        answered(record)
        if (record.op === 'resume') note(key, 'received', record)
      }
    },
  }

  function note(key: string, how: keyof Known, record: HistoryRecord & { seq: number }): void {
    const before = known.get(key)
    const furthest = before?.[how]
    if (furthest !== undefined && furthest.seq >= record.seq && isLasting(logs.get(record.room), furthest)) return
    known.set(key, { ...before, [how]: record })
  }

  function answered(record: HistoryRecord & { seq: number; id: string }): void {
    const key = `${record.proc} ${record.id}`
    const before = asked.get(key)
    asked.delete(key)
    // A page of history says nothing about the head.
    if (before === undefined || record.op === 'history') return
    const log = logs.get(record.room)
    const { written, received } = before
    if (written !== undefined && record.seq < written.seq && isLasting(log, written))
      report(
        'H6',
        `${record.room}: ${record.proc} wrote ${written.seq} and then read up to ${record.seq}.`,
        written,
        record,
      )
    if (received !== undefined && record.seq < received.seq && isLasting(log, received))
      report(
        'H7',
        `${record.room}: ${record.proc} saw ${received.seq} and then read up to ${record.seq}.`,
        received,
        record,
      )
  }
}

function isLasting(log: IndexedLog | undefined, { seq, t }: { seq: number; t: number }): boolean {
  return log === undefined || seq <= log.lastingAt(t)
}
