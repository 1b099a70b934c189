import type { ErrorCode, WireError } from '@natter/protocol'
import { fits } from './shapes.ts'

/** `network`: no answer came in time. `stopped`: the SDK was closed, or the thing was given up on purpose. */
export type NatterErrorCode = ErrorCode | 'network' | 'stopped'

/** What a refusal says beyond code and sentence. */
export interface NatterErrorDetails {
  retryAfterMs?: number | undefined
  field?: string | undefined
  status?: number | undefined
}

/** Why something did not happen: `code` for machines, `message` for people. */
export class NatterError extends Error {
  override readonly name = 'NatterError'
  declare readonly code: NatterErrorCode
  /** There when trying again unchanged, so many milliseconds later, can help. */
  declare readonly retryAfterMs: number | undefined
  /** Where in the input the trouble is. */
  declare readonly field: string | undefined
  /** HTTP status, of answers over HTTP. */
  declare readonly status: number | undefined

  constructor(code: NatterErrorCode, message: string, details?: NatterErrorDetails) {
    super(message)
    Object.assign(this, { code, ...details })
  }
}

/** What an answer that cannot be understood counts as. */
const MISUNDERSTOOD: WireError = { code: 'internal', message: 'The answer makes no sense.', retryAfterMs: 2_000 }

/** The error in an answer, whatever it is. */
export function errorIn(error: unknown, status?: number): NatterError {
  // The cast: as its shape says.
  const { code, message, retryAfterMs, field } = fits('error', error) ? (error as WireError) : MISUNDERSTOOD
  return new NatterError(code, message, { retryAfterMs, field, status })
}
