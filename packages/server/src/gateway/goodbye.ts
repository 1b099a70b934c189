import { CLOSE, refuse } from '@natter/protocol'
import type { CloseName, ErrorCode, Refusal } from '@natter/protocol'

/** With what a connection was closed. */
export interface Goodbye {
  code: CloseName | 'normal'
  reason: string
}

const REFUSALS: Record<CloseName, ErrorCode> = {
  internal: 'internal',
  goingAway: 'unavailable',
  noPong: 'unavailable',
  slowReader: 'overloaded',
  rateLimited: 'rate_limited',
  overloaded: 'overloaded',
  helloTimeout: 'timeout',
  tokenExpired: 'unauthorized',
  permissionsChanged: 'unavailable',
  replaced: 'conflict',
  protocolError: 'bad_request',
  versionNotSpoken: 'bad_request',
  tooLarge: 'too_large',
  forbidden: 'forbidden',
  accountDisabled: 'forbidden',
  connectionLimit: 'quota',
  signedOut: 'unauthorized',
}

const SENTENCES: Partial<Record<CloseName, string>> = {
  goingAway: 'This server is going away, or asks you to come back.',
  overloaded: 'This server is busy.',
  permissionsChanged: 'Your role has changed. Ask again.',
  accountDisabled: 'This account is disabled.',
  signedOut: 'This session has ended.',
}

/** A close in the words of HTTP. Undefined and `normal`: the client itself has gone. */
export function refusalOf(goodbye: Goodbye | undefined): Refusal {
  if (goodbye === undefined || goodbye.code === 'normal') return refuse('unavailable', 'The request was broken off.')
  const { code, reason } = goodbye
  const retryAfterMs = retryInMs(reason)
  const sentence = SENTENCES[code] ?? (reason === '' ? `Closed: ${code}.` : reason)
  return refuse(REFUSALS[code], sentence, retryAfterMs === undefined ? {} : { retryAfterMs })
}

/** A close as the last line of a stream. */
export function closeLine({ code, reason }: { code: CloseName; reason: string }): string {
  return JSON.stringify({ control: 'close', code: CLOSE[code], reason })
}

function retryInMs(reason: string): number | undefined {
  return /^\{"retryInMs":(\d{1,9})\}$/.exec(reason)?.[1] === undefined
    ? undefined
    : (JSON.parse(reason) as { retryInMs: number }).retryInMs
}
