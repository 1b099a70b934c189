import type { CLOSE, ErrorCode } from '@natter/protocol'
import type { AskWhy } from './connection-machine.ts'
import type { NatterError } from './errors.ts'
import { fits } from './shapes.ts'
import { readFrame } from './wire.ts'

/** Why the connection has stopped for good: a close code of 4400 to 4599, a refusal, or `closed` by the application. */
export type StopCode = number | ErrorCode | 'closed'
/** What the person can do about it. */
export type StopAction = 'signIn' | 'upgrade' | 'none'

/** What follows from the end of a connection or of a try to make one. */
export interface Verdict {
  why: string
  /** The wait that the server has named. */
  delayMs?: number
  /** What to do first, without waiting if it is the first time: ask for a fresh token, or only say hello again. */
  first?: AskWhy
  /** Not to be tried again. */
  stop?: { code: StopCode; action: StopAction }
}

/** The longest wait that a server can impose. */
const SERVER_DELAY_MS_MAX = 10 * 60_000

// The same as `closeAction` of the protocol, which a test holds it to; without the table of all codes, for the size.
const TOKEN_EXPIRED: (typeof CLOSE)['tokenExpired'] = 4401
const REPLACED: (typeof CLOSE)['replaced'] = 4403
const VERSION_NOT_SPOKEN: (typeof CLOSE)['versionNotSpoken'] = 4501
const SIGNED_OUT: (typeof CLOSE)['signedOut'] = 4506

/** What a close code and its reason ask for; unknown codes follow their range. The reason is JSON or a sentence. */
export function verdictOfClose(code: number, reason: string): Verdict {
  const said = readFrame(reason)
  const why = (said === undefined && reason) || 'No connection.'
  if (code < 4400 || code >= 4600) return verdict(why, said?.['retryInMs'])
  if (code < 4500 && code !== REPLACED) return { why, first: code === TOKEN_EXPIRED ? 'renew' : 'connect' }
  const action = code === SIGNED_OUT ? 'signIn' : code === VERSION_NOT_SPOKEN ? 'upgrade' : 'none'
  return { why, stop: { code, action } }
}

/** What a refused `hello` asks for. */
export function verdictOfRefusal({ code, message, retryAfterMs }: NatterError): Verdict {
  if (code === 'unauthorized') return { why: message, first: 'renew' }
  if (retryAfterMs !== undefined) return verdict(message, retryAfterMs)
  // The cast: a server's refusal has none of the SDK's own codes.
  return { why: message, stop: { code: code as ErrorCode, action: 'none' } }
}

function verdict(why: string, delayMs: unknown): Verdict {
  return fits('a', delayMs) ? { why, delayMs: Math.min(delayMs as number, SERVER_DELAY_MS_MAX) } : { why }
}
