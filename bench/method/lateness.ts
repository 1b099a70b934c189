/** What is sent this long after it was due is late. Timers of the generator are exact to a millisecond or two. */
export const LATE_MS = 5
/** AnyCable's rule: with more late ticks than this the host is too loaded to be believed, */
const LOADED_SHARE = 0.1
/** and with more than this nothing is said at all. */
const DISCARD_SHARE = 0.3

export interface Lateness {
  sent: number
  late: number
  worstMs: number
}

export type Timeliness = 'on time' | 'host too loaded' | 'discarded'

export function noLateness(): Lateness {
  return { sent: 0, late: 0, worstMs: 0 }
}

export function addLateness(sum: Lateness, lateMs: number): void {
  sum.sent++
  if (lateMs > LATE_MS) sum.late++
  sum.worstMs = Math.max(sum.worstMs, lateMs)
}

export function lateShare({ sent, late }: Lateness): number {
  return sent === 0 ? 0 : late / sent
}

export function timeliness(lateness: Lateness): Timeliness {
  const share = lateShare(lateness)
  if (share > DISCARD_SHARE) return 'discarded'
  return share > LOADED_SHARE ? 'host too loaded' : 'on time'
}
