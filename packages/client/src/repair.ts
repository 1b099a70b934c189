import type { BOUNDS, RoomId } from '@natter/protocol'
import { createAlarm } from './alarm.ts'
import type { Counters } from './counters.ts'
import type { Environment } from './environment.ts'
import type { Requests } from './requests.ts'
import type { LogReader } from './sync.ts'

/** How long a gap may stay open by itself: what is missing is often only late. */
export const GAP_WAIT_MS = 300
/** After so many answers that did not close a gap, the server is believed: there is nothing. */
const FRUITLESS_MAX = 5
const ROOMS_MAX: (typeof BOUNDS)['syncRooms'] = 50

/** A room's log, or the user's own. */
export type LogName = RoomId | 'user'

/** A log that can be asked for what it misses. */
export interface Repairable {
  readonly reader: Pick<LogReader<never>, 'cursor' | 'hasGap' | 'dropEarly' | 'forget'>
  /** Takes its part of an answer: a catch-up or a refusal. True: refused for now, and to be asked for again. */
  takeRepair(part: unknown): boolean
}

/** Asks for what logs miss: one `sync` at a time, several logs in it. Bounded by the logs that are followed. */
export interface Repair {
  /** A gap was seen: look again in 300 ms. */
  gapIn(log: LogName): void
  /** The server says that it left something out. */
  behindIn(logs: readonly LogName[]): void
  /** Without a connection there is nothing to repair: the next one catches up anyway. */
  disconnected(): void
}

export function createRepair(
  environment: Environment,
  requests: Requests,
  counters: Counters,
  find: (log: LogName) => Repairable | undefined,
): Repair {
  /** What to look at next, and whether to ask even if no gap is to be seen. */
  const needs = new Map<LogName, boolean>()
  const alarm = createAlarm(environment, ask)
  let isAsking = false
  let fruitless = 0

  function ask(): void {
    if (isAsking) return
    const next = [...needs].slice(0, ROOMS_MAX)
    for (const [log] of next) needs.delete(log)
    const asked = next.filter(([log, isCertain]) => isCertain || find(log)?.reader.hasGap).map(([log]) => log)
    if (asked.length === 0) return
    const { user, ...rooms } = Object.fromEntries(asked.map((log) => [log, find(log)?.reader.cursor ?? null]))
    isAsking = true
    requests.send('sync', { user, rooms }, ({ ok, error }) => {
      isAsking = false
      for (const log of asked) {
        if (ok !== undefined) answered(log, log === 'user' ? ok.user : ok.rooms[log])
        else if (error.retryAfterMs !== undefined) needs.set(log, true)
      }
      if (needs.size > 0) alarm.set(error?.retryAfterMs || GAP_WAIT_MS * 2 ** fruitless)
    })
  }

  function answered(log: LogName, part: unknown): void {
    const found = find(log)
    if (found === undefined) return
    const { reader } = found
    const before = reader.cursor?.[0]
    const isPutOff = found.takeRepair(part)
    const isFurther = reader.cursor?.[0] !== before
    if (!isPutOff && !reader.hasGap) {
      if (isFurther) {
        counters.gapsHealed++
        counters.gapHealedAt = environment.now()
      }
      return
    }
    fruitless = isFurther ? 0 : Math.min(fruitless + 1, FRUITLESS_MAX)
    if (isPutOff || fruitless < FRUITLESS_MAX) needs.set(log, isPutOff)
    else reader.dropEarly()
  }

  return {
    gapIn(log) {
      needs.set(log, needs.get(log) ?? false)
      alarm.set(GAP_WAIT_MS)
    },
    behindIn(logs) {
      for (const log of logs) needs.set(log, true)
      ask()
    },
    disconnected() {
      isAsking = false
      needs.clear()
      alarm.clear()
    },
  }
}
