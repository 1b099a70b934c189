import type { Random } from '../../sim/world/random.ts'

/** What clients do: the first try within a second, then full jitter that doubles up to half a minute. */
const FIRST_TRY_WITHIN_MS = 1_000
const BACKOFF_MS_MAX = 30_000

/** How long a client waits before try number `attempt`, from 0. */
export function reconnectDelayMs(attempt: number, random: Pick<Random, 'next'>): number {
  return random.next() * Math.min(BACKOFF_MS_MAX, FIRST_TRY_WITHIN_MS * 2 ** attempt)
}
