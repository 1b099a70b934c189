import { refuse } from '@natter/protocol'
import type { Refusal } from '@natter/protocol'

/** What a command answers: an object, an `ok` that is encoded already (then only reading was done), or a refusal. */
export type Answer = { ok: object } | { json: string } | Refusal

/** UTF-8 bytes of the catch-ups of several rooms in one answer; the rooms beyond are refused with `overloaded`. */
export const ANSWER_BYTES_MAX = 524_288

/** An encoded `ok`, or the refusal that a store answered instead. */
export function encodedAnswer(found: string | Refusal): Answer {
  return typeof found === 'string' ? { json: found } : found
}

/** What a client asks for at once is bounded; the rest of it is there for the asking. */
export function tooMuchAtOnce(): Refusal {
  return refuse('overloaded', 'This is too much at once. Ask for it again in a moment, by itself.')
}
