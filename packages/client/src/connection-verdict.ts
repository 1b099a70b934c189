import { CLOSE, closeAction } from '@natter/protocol'
import type { CloseName, ErrorCode, WireError } from '@natter/protocol'
import { amount, isRecord } from './shapes.ts'

/** Why the connection has stopped for good: a final close, a final refusal, or `closed` by the application. */
export type StopCode = CloseName | ErrorCode | 'closed'
/** What the person can do about it. */
export type StopAction = 'signIn' | 'upgrade' | 'none'

/** What follows from the end of a connection or of a try to make one. */
export type Verdict =
  /** Try again; after `delayMs` where the server named a time, with a fresh token where `renew` is set. */
  | { next: 'retry'; why: string; delayMs?: number; renew?: boolean }
  /** Get a fresh token first. */
  | { next: 'renew'; why: string }
  /** Say hello again at once. */
  | { next: 'hello'; why: string }
  | { next: 'stop'; code: StopCode; why: string; action: StopAction }

/** The longest wait that a server can impose. */
const SERVER_DELAY_MS_MAX = 10 * 60_000

const WHY: Partial<Record<CloseName, string>> = {
  goingAway: 'The server is restarting.',
  slowReader: 'This device could not keep up.',
  rateLimited: 'Too much at once; the server asks for a pause.',
  overloaded: 'The server is busy.',
  tokenExpired: 'The sign-in has ended.',
  permissionsChanged: 'Permissions have changed.',
  replaced: 'This device has connected elsewhere.',
  protocolError: 'Server and client do not understand each other.',
  versionNotSpoken: 'This version is too old for the server, or too new.',
  forbidden: 'This is not allowed.',
  accountDisabled: 'The account is disabled.',
  connectionLimit: 'There are too many open connections of this account.',
  signedOut: 'This device was signed out.',
}

const ACTIONS: Partial<Record<CloseName, StopAction>> = { signedOut: 'signIn', versionNotSpoken: 'upgrade' }

/** What a close code and its reason ask for; unknown codes follow their range. */
export function verdictOfClose(code: number, reason: string): Verdict {
  const name = (Object.keys(CLOSE) as CloseName[]).find((each) => CLOSE[each] === code)
  const why = (name && WHY[name]) ?? 'The connection was lost.'
  switch (closeAction(code)) {
    case 'stop':
      return { next: 'stop', code: name ?? 'forbidden', why, action: (name && ACTIONS[name]) ?? 'none' }
    case 'renew':
      return { next: 'renew', why }
    case 'hello':
      return { next: 'hello', why }
    case 'reconnect':
      return retry(why, retryInMs(reason))
  }
}

/** What a refused `hello` asks for. */
export function verdictOfRefusal({ code, message, retryAfterMs }: WireError): Verdict {
  if (code === 'unauthorized') return { next: 'renew', why: message }
  if (retryAfterMs !== undefined) return retry(message, retryAfterMs)
  return { next: 'stop', code, why: message, action: 'none' }
}

export function retry(why: string, delayMs?: number): Verdict & { next: 'retry' } {
  return delayMs === undefined
    ? { next: 'retry', why }
    : { next: 'retry', why, delayMs: Math.min(delayMs, SERVER_DELAY_MS_MAX) }
}

/** The reason of a close is JSON where it helps. */
function retryInMs(reason: string): number | undefined {
  try {
    const said: unknown = JSON.parse(reason)
    return isRecord(said) && amount(said['retryInMs']) ? (said['retryInMs'] as number) : undefined
  } catch {
    return undefined
  }
}
