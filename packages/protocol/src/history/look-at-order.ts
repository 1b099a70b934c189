import type { WriteLine } from './record.ts'
import type { MakeLook } from './rule.ts'

/** What one client sends to one room stands in the log in the order in which it was sent. */
export const lookAtOrder: MakeLook = (logs, report) => {
  const invoked = new Map<string, { at: number; record: WriteLine }>()
  let count = 0
  return {
    take(record) {
      if (record.op !== 'send' || record.phase !== 'invoke') return
      invoked.set(`${record.room} ${record.user} ${record.cid}`, { at: count++, record })
    },
    finish() {
      for (const { room, rows } of logs.values()) {
        const last = new Map<string, { at: number; record: WriteLine }>()
        for (const { seq, by, cid } of rows) {
          const sent = cid === undefined ? undefined : invoked.get(`${room} ${by} ${cid}`)
          if (sent === undefined) continue
          const { proc } = sent.record
          const before = last.get(proc)
          if (before !== undefined && before.at > sent.at)
            report(
              'H5',
              `${room}: ${proc} sent ${cid} before ${before.record.cid}, and it stands behind it as ${seq}.`,
              sent.record,
              before.record,
            )
          last.set(proc, sent)
        }
      }
    },
  }
}
