import { takeFromRate } from '@natter/core'
import type { Rate } from '@natter/core'
import { refuse } from '@natter/protocol'
import type { Limits, Refusal } from '@natter/protocol'
import type { Clock } from '../ports/clock.ts'
import type { Rates } from '../ports/rates.ts'

/** How many rates are remembered at once; a full table forgets those that have run out, then the oldest. */
const RATES_REMEMBERED_MAX = 100_000

/** Rates in this node's memory; without any where they are not enforced. */
export function createRates(clock: Clock, limits: Limits, enforced: boolean): Rates {
  const dueAt = new Map<string, number>()
  const roomSends: Rate = { count: limits.roomSendsPerSecond, periodMs: 1_000, burst: limits.roomSendsBurst }
  const userSends: Rate = { count: limits.userSendsPerSecond, periodMs: 1_000, burst: limits.userSendsBurst }
  const joins: Rate = { count: limits.joinsPerMinute, periodMs: 60_000, burst: limits.joinsPerMinute }
  const typing: Rate = { count: 1, periodMs: limits.typingIntervalMs, burst: 1 }

  function refused(what: string, cost: number, ...rates: [key: string, rate: Rate][]): Refusal | undefined {
    const now = clock.uptime()
    const steps = rates.map(([key, rate]) => ({ key, step: takeFromRate(dueAt.get(key) ?? 0, now, rate, cost) }))
    const waits = steps.flatMap(({ step }) => ('retryAfterMs' in step ? [step.retryAfterMs] : []))
    if (waits.length > 0) {
      const retryAfterMs = Math.max(...waits)
      return refuse('rate_limited', `Too many ${what} at once. Try again in ${retryAfterMs} ms.`, { retryAfterMs })
    }
    // Only what is allowed by all counts against any.
    for (const { key, step } of steps) if ('dueAt' in step) remember(key, step.dueAt)
    return undefined
  }

  function remember(key: string, due: number): void {
    dueAt.delete(key)
    dueAt.set(key, due)
    if (dueAt.size > RATES_REMEMBERED_MAX) forget(dueAt, clock.uptime())
  }

  if (!enforced) return { refusedSend: () => undefined, refusedJoin: () => undefined, refusedTyping: () => undefined }
  return {
    refusedSend: (user, room, count) => refused('messages', count, [user, userSends], [`${user} ${room}`, roomSends]),
    refusedJoin: (user) => refused('joins', 1, [`${user} joins`, joins]),
    refusedTyping: (user, room) => refused('typing notices', 1, [`${user} typing ${room}`, typing]),
  }
}

/** Drops what has run out; if nearly nothing has, the oldest tenth. */
function forget(dueAt: Map<string, number>, now: number): void {
  for (const [key, due] of dueAt) if (due <= now) dueAt.delete(key)
  const surplus = dueAt.size - RATES_REMEMBERED_MAX * 0.9
  if (surplus <= 0) return
  let dropped = 0
  for (const key of dueAt.keys()) {
    if (dropped++ >= surplus) return
    dueAt.delete(key)
  }
}
