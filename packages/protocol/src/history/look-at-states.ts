import type { MakeLook } from './rule.ts'

/** Once all is quiet, everybody sees the same room, and counts as unread what follows their mark. */
export const lookAtStates: MakeLook = (logs, report) => ({
  take(record) {
    if (record.op !== 'state') return
    const { room, proc, hash, unread, mark } = record
    const log = logs.get(room)
    if (log === undefined) return
    if (hash !== undefined && log.stateHash !== undefined && hash !== log.stateHash)
      report('H10', `${room}: ${proc} sees another state than the store has.`, record)
    if (unread === undefined || mark === undefined) return
    const after = (log.row(log.head)?.n ?? 0) - (log.row(mark)?.n ?? 0)
    if (unread !== after)
      report('H14', `${room}: ${proc} counts ${unread} unread, after its mark ${mark} are ${after}.`, record)
  },
})
