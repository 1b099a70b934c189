import type { ErrorCode, WireError } from '@natter/protocol'

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
  readonly code: NatterErrorCode
  /** There when trying again unchanged, so many milliseconds later, can help. */
  readonly retryAfterMs?: number
  /** Where in the input the trouble is. */
  readonly field?: string
  /** HTTP status, of answers over HTTP. */
  readonly status?: number

  constructor(code: NatterErrorCode, message: string, { retryAfterMs, field, status }: NatterErrorDetails = {}) {
    super(message)
    this.code = code
    if (retryAfterMs !== undefined) this.retryAfterMs = retryAfterMs
    if (field !== undefined) this.field = field
    if (status !== undefined) this.status = status
  }
}

/** A server's refusal as an error. */
export function errorOf(refusal: WireError, status?: number): NatterError {
  return new NatterError(refusal.code, refusal.message, { ...refusal, status })
}

/** An error as the wire would put it, for what is shown and stored. */
export function refusalOf(error: NatterError): WireError {
  const code = error.code === 'network' || error.code === 'stopped' ? 'unavailable' : error.code
  const refusal: WireError = { code, message: error.message }
  if (error.retryAfterMs !== undefined) refusal.retryAfterMs = error.retryAfterMs
  if (error.field !== undefined) refusal.field = error.field
  return refusal
}
