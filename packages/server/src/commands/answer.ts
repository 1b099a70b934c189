import type { Refusal } from '@natter/protocol'

/** What a command answers: an object, an `ok` that is encoded already, or a refusal. */
export type Answer = { ok: object } | { json: string } | Refusal

/** An encoded `ok`, or the refusal that a store answered instead. */
export function encodedAnswer(found: string | Refusal): Answer {
  return typeof found === 'string' ? { json: found } : found
}
