import { takeFromRate } from '@natter/core'
import type { Rate } from '@natter/core'
import { refuse } from '@natter/protocol'
import type { Limits, Refusal, RoomId, UserId } from '@natter/protocol'
import type { Clock } from '../ports/clock.ts'

/** How many rates are remembered at once; a full table forgets those that have run out, then the oldest. */
const RATES_REMEMBERED_MAX = 100_000

/** What people may do how often, counted on this node. */
export interface Rates {
  /** A refusal, or undefined and the messages are counted. */
  refusedSend(user: UserId, room: RoomId, count: number): Refusal | undefined
  refusedJoin(user: UserId): Refusal | undefined
  refusedTyping(user: UserId, room: RoomId): Refusal | undefined
}

export function createRates(clock: Clock, limits: Limits, enforced: boolean): Rates {
  const dueAt = new Map<string, number>()
  const roomSends: Rate = { count: limits.roomSendsPerSecond, periodMs: 1_000, burst: limits.roomSendsBurst }
  const userSends: Rate = { count: limits.userSendsPerSecond, periodMs: 1_000, burst: limits.userSendsBurst }
  const joins: Rate = { count: limits.joinsPerMinute, periodMs: 60_000, burst: limits.joinsPerMinute }
  const typing: Rate = { count: 1, periodMs: limits.typingIntervalMs, burst: 2 }

  function refused(key: string, rate: Rate, cost: number, what: string): Refusal | undefined {
    const step = takeFromRate(dueAt.get(key) ?? 0, clock.uptime(), rate, cost)
    if ('retryAfterMs' in step)
      return refuse('rate_limited', `Too many ${what} at once. Try again in ${step.retryAfterMs} ms.`, step)
    dueAt.delete(key)
    dueAt.set(key, step.dueAt)
    if (dueAt.size > RATES_REMEMBERED_MAX) forget(dueAt, clock.uptime())
    return undefined
  }

  if (!enforced) return { refusedSend: () => undefined, refusedJoin: () => undefined, refusedTyping: () => undefined }
  return {
    refusedSend: (user, room, count) =>
      refused(user, userSends, count, 'messages') ??
      refused(`${user} ${room}`, roomSends, count, 'messages in this room'),
    refusedJoin: (user) => refused(`${user} joins`, joins, 1, 'joins'),
    refusedTyping: (user, room) => refused(`${user} typing ${room}`, typing, 1, 'typing notices'),
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
