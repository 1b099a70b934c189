import { isRefusal } from '@natter/protocol'
import type { Refusal } from '@natter/protocol'
import type { Ports } from '../ports/ports.ts'
import { NONCE_BYTES } from './argon2.ts'
import { createBoundedPool } from './bounded-pool.ts'
import { createHashing } from './hashing.ts'

/** One after the other: on a small machine a second hash would run on the core that those who chat are served by. The thread takes no more. */
const HASHES_AT_ONCE = 1
const HASH_MS = 50
/** How many may wait where rates are enforced: about three seconds of work. */
const HASHES_WAITING_MAX = 64
/** And where they are not, for load tests that make all their accounts at once. */
const HASHES_WAITING_MAX_WITHOUT_RATES = 4_096

/** A hash that no password has: costs as much to check as a real one. */
const NOBODYS_HASH = '$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5J3Mgbm9uY2UhIQ$4yqo0uQqeUfJb8O8yq5N0GJjcG8cMZ9mP2Tkqw0XbKs'

/** Hashing in a bounded pool: an overflow is refused with `overloaded`. */
export interface Passwords {
  hash(password: string): Promise<string | Refusal>
  /** `encoded` undefined: there is no such account; false, after the same time. */
  verify(password: string, encoded: string | undefined): Promise<boolean | Refusal>
}

export function createPasswords(ports: Pick<Ports, 'random' | 'clock' | 'log' | 'ratesEnforced'>): Passwords {
  const queueMax = ports.ratesEnforced ? HASHES_WAITING_MAX : HASHES_WAITING_MAX_WITHOUT_RATES
  const pool = createBoundedPool({ concurrency: HASHES_AT_ONCE, queueMax, taskMs: HASH_MS })
  const hashing = createHashing(ports)
  return {
    async hash(password) {
      const hash = await pool.run(() => hashing({ password, nonce: ports.random(NONCE_BYTES) }))
      return isRefusal(hash) ? hash : String(hash)
    },
    async verify(password, encoded) {
      const matches = await pool.run(() => hashing({ password, encoded: encoded ?? NOBODYS_HASH }))
      return isRefusal(matches) ? matches : matches === true && encoded !== undefined
    },
  }
}
