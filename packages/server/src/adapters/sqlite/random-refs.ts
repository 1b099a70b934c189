import { randomFillSync } from 'node:crypto'
import { base62 } from '@natter/protocol'

const REF_LENGTH = 4
const POOL_BYTES = 4_096

/** Draws the `ref`s of rows, with one call to the system for a thousand of them. */
export function randomRefs(): () => string {
  const pool = new Uint8Array(POOL_BYTES)
  let used = POOL_BYTES
  return () => {
    if (used === POOL_BYTES) {
      randomFillSync(pool)
      used = 0
    }
    used += REF_LENGTH
    return base62(pool.subarray(used - REF_LENGTH, used), REF_LENGTH)
  }
}
