import { takeFromRate } from '@natter/core'
import type { Rate } from '@natter/core'

/** Remembers how much of a rate each key has used; bounded, so that it cannot be filled up by strangers. */
export interface RateTable {
  /** Takes `cost` of the key's rate: undefined if it is allowed, otherwise in how many ms it would be. */
  take(key: string, cost?: number): number | undefined
}

/** `keysMax`: beyond it the key that was used longest ago is forgotten. `uptime`: a clock in ms that never goes back. */
export function createRateTable(rate: Rate, keysMax: number, uptime: () => number): RateTable {
  // A Map keeps the order of insertion; a key is put at the end whenever it is used, so the first is the stalest.
  const dueAt = new Map<string, number>()
  return {
    take(key, cost = 1) {
      const step = takeFromRate(dueAt.get(key) ?? 0, uptime(), rate, cost)
      if ('retryAfterMs' in step) return step.retryAfterMs
      dueAt.delete(key)
      dueAt.set(key, step.dueAt)
      for (const stalest of dueAt.keys()) {
        if (dueAt.size <= keysMax) break
        dueAt.delete(stalest)
      }
      return undefined
    },
  }
}
