import type { RoomId } from '../ids.ts'
import type { IndexedLog } from './final-log.ts'
import type { HistoryRecord, WriteLine } from './record.ts'
import type { MakeLook, Report } from './rule.ts'

interface Write {
  invoke: WriteLine
  ok?: WriteLine & { phase: 'ok' }
  fail?: WriteLine
}

/** Every acknowledged write is in the log, where it was said to be; nothing is in the log that nobody wrote. */
export const lookAtWrites: MakeLook = (logs, report) => {
  const writes = new Map<string, Write>()
  return {
    take(record) {
      if (record.op !== 'send' && record.op !== 'write') return
      const key = keyOf(record.room, record.user, record.cid)
      const write = writes.get(key)
      if (write === undefined) writes.set(key, { invoke: record })
      if (record.phase === 'ok') answered(write ?? { invoke: record }, record, logs.get(record.room), report)
      if (record.phase === 'fail' && write !== undefined) write.fail = record
    },
    finish() {
      for (const log of logs.values()) compare(log, writes, report)
    },
  }
}

function answered(write: Write, ok: WriteLine & { phase: 'ok' }, log: IndexedLog | undefined, report: Report): void {
  const { ok: first } = write
  const { room, cid, seq, user, t } = ok
  write.ok = ok
  if (seq > (log?.lastingAt(t) ?? Infinity)) return
  const row = log?.row(seq)
  // A write that found nothing to do is answered with the head, and leaves no row.
  const isThere = row?.by === user && row.cid === cid
  if (ok.op === 'send' && !isThere) report('H1', `${room}: ${cid} was acknowledged as ${seq}, where it is not.`, ok)
  if (ok.op === 'send' && isThere && ok.n !== undefined && ok.n !== row.n)
    report('H1', `${room}: ${cid} was acknowledged as message ${ok.n}, it is ${row.n}.`, ok)
  const isStable = first !== undefined && first.seq <= (log?.lastingAt(first.t) ?? Infinity)
  // Whatever else found nothing to do may find something later, and does it then.
  if (isStable && first.seq !== seq && ok.op === 'send')
    report('H15', `${room}: ${cid} was answered with ${first.seq} and then with ${seq}.`, first, ok)
}

function compare({ room, rows }: IndexedLog, writes: ReadonlyMap<string, Write>, report: Report): void {
  for (const { seq, by, cid } of rows) {
    if (cid === undefined) continue
    const write = writes.get(keyOf(room, by, cid))
    if (write === undefined) report('H2', `${room}: row ${seq} by ${by} (${cid}) was written by nobody.`)
    else if (write.fail !== undefined && write.ok === undefined)
      report('H2', `${room}: ${cid} was refused and is in the log as ${seq}.`, ...shown(write))
  }
}

function shown({ invoke, fail }: Write): HistoryRecord[] {
  return fail === undefined ? [invoke] : [invoke, fail]
}

function keyOf(room: RoomId, user: string, cid: string): string {
  return `${room} ${user} ${cid}`
}
