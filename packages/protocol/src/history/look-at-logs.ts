import type { IndexedLog } from './final-log.ts'
import type { MakeLook, Report } from './rule.ts'

/** The logs by themselves: gapless numbers, no cid twice, nothing about a message before the message. */
export const lookAtLogs: MakeLook = (logs, report) => ({
  take() {},
  finish() {
    for (const log of logs.values()) look(log, report)
  },
})

function look({ room, rows }: IndexedLog, report: Report): void {
  const written = new Map<string, number>()
  const posted = new Set<number>()
  let n = 0
  rows.forEach(({ seq, type, by, cid, subject, n: nAfter }, index) => {
    if (seq !== index + 1) report('H4', `${room}: row ${index + 1} of the log has the number ${seq}.`)
    if (type === 'message.posted') {
      posted.add(seq)
      n++
    }
    if (nAfter !== n) report('H4', `${room}: row ${seq} counts ${nAfter} messages, there are ${n}.`)
    if (subject !== undefined && !posted.has(subject))
      report('H10', `${room}: row ${seq} (${type}) is about ${subject}, which is no message before it.`)
    const first = cid === undefined ? undefined : written.get(`${by} ${cid}`)
    if (first !== undefined) report('H3', `${room}: ${by} wrote ${cid} twice, as ${first} and as ${seq}.`)
    if (cid !== undefined) written.set(`${by} ${cid}`, seq)
  })
}
