import { base62, refuse } from '@natter/protocol'
import type { Cid, Refusal } from '@natter/protocol'
import { cid } from '@natter/protocol/schemas'
import type { HttpDeps } from './http-deps.ts'

/** 130 bits. */
const MINTED_LENGTH = 22

/**
 * The `cid` of a write: from the body or the header `Idempotency-Key`, the same if in both. Undefined where there is
 * neither.
 */
export function givenCid(inBody: Cid | undefined, header: string | undefined): { cid: Cid | undefined } | Refusal {
  if (header === undefined) return { cid: inBody }
  const parsed = cid.safeParse(header)
  if (!parsed.success) {
    return refuse('bad_request', 'The header Idempotency-Key must be 1 to 64 of A-Z a-z 0-9 _ - . :')
  }
  if (inBody !== undefined && inBody !== header) {
    return refuse('bad_request', '"cid" and the header Idempotency-Key differ.', { field: 'cid' })
  }
  return { cid: header }
}

/** A `cid` for a request that names none: sent again, it is another write. */
export function mintCid({ ports }: HttpDeps): Cid {
  return base62(ports.random(MINTED_LENGTH), MINTED_LENGTH)
}
