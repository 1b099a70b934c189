import type { RoomId, UserId } from '../ids.ts'
import type { IndexedLog } from './final-log.ts'
import type { HistoryRecord } from './record.ts'
import type { MakeLook } from './rule.ts'

/** Nothing numbered after a removal reaches the one who was removed, unless they were back by then. */
export const lookAtAccess: MakeLook = (logs, report) => {
  const outs = new Map<RoomId, Map<UserId, Out[]>>([...logs].map(([room, log]) => [room, outsOf(log)]))

  function look(record: HistoryRecord, seq: number, isMeant: (out: Out) => boolean = () => true): void {
    const log = logs.get(record.room)
    if (log === undefined || seq > Math.min(log.lastingAt(record.t), log.head)) return
    const out = outs
      .get(record.room)
      ?.get(record.user)
      ?.find((each) => isMeant(each) && seq > each.from && seq < each.to)
    if (out !== undefined)
      report('H9', `${record.room}: ${record.user} was out from row ${out.from}, and was told of row ${seq}.`, record)
  }

  return {
    take(record) {
      if (record.phase !== 'ok') return
      if (record.op === 'recv' || record.op === 'head') look(record, record.seq)
      else if (record.op === 'resume' && record.mode === 'reset') look(record, record.seq)
      else if (record.op === 'resume' && record.rows.length > 0) look(record, record.seq)
      // A page may be of the time between, for those who are back.
      else if (record.op === 'history') look(record, record.seq, ({ to }) => to === Infinity)
    },
  }
}

/** From the row of the going, exclusive, to the row of the coming back, exclusive. */
interface Out {
  from: number
  to: number
}

function outsOf({ rows }: IndexedLog): Map<UserId, Out[]> {
  const outs = new Map<UserId, Out[]>()
  for (const { seq, type, member } of rows) {
    if (member === undefined) continue
    const mine = outs.get(member) ?? [{ from: 0, to: Infinity }]
    outs.set(member, mine)
    const last = mine.at(-1)
    if (type === 'member.left') mine.push({ from: seq, to: Infinity })
    else if (type === 'member.joined' && last !== undefined) {
      // Whoever is let in may read all of it: only the time between going and coming back counts, and only as it happens.
      last.to = last.from === 0 ? 0 : seq
    }
  }
  return outs
}
