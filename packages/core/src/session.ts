import { CLOSE, refuse } from '@natter/protocol'
import type { CloseName, Limits, Refusal, SessionId, UserId } from '@natter/protocol'
import { takeFromRate } from './rate-limit.ts'

/** Frames that may wait while `hello` is being checked; one more closes the connection. */
export const HELD_FRAMES_MAX = 16
/** A connection that is refused more than three times what it is allowed in this time is closed. */
export const FLOOD_WINDOW_MS = 10_000
export const FLOOD_FACTOR = 3

/**
 * One socket's session. Times are milliseconds of a clock that never goes back, except `expiresAt`: since the epoch.
 *
 *     greeting ──hello──> entering ──signed in──> live ──> draining
 *         └──────────────────┴─────────────────────┴────────┴────> closed
 */
export type Session =
  | { readonly state: 'greeting'; readonly deadline: number; readonly pace: Pace }
  | { readonly state: 'entering'; readonly deadline: number; readonly held: number; readonly pace: Pace }
  | ({ readonly state: 'live'; readonly pace: Pace } & SignedIn)
  | ({ readonly state: 'draining'; readonly until: number; readonly pace: Pace } & SignedIn)
  | { readonly state: 'closed'; readonly code: number }

/** Who a session belongs to and until when, in milliseconds since the epoch. */
export interface SignedIn {
  readonly user: UserId
  readonly session: SessionId
  readonly expiresAt: number
}

/** How fast a connection has been: three numbers, however many frames it sent. */
export interface Pace {
  /** Of `takeFromRate`. */
  readonly dueAt: number
  /** When the present window of refusals began, and how many it holds. */
  readonly refusedSince: number
  readonly refused: number
}

export interface SessionRules {
  readonly limits: Limits
  /** False: neither rate nor flood is looked at. */
  readonly ratesEnforced: boolean
}

/**
 * What to do with an inbound frame. `hold`: ask again once the session is live; at most `HELD_FRAMES_MAX` are held.
 * `ignore`: the session is closed already.
 */
export type Admission =
  | { readonly verdict: 'run' | 'hold' | 'ignore' }
  | ({ readonly verdict: 'refuse' } & Refusal)
  | { readonly verdict: 'close'; readonly close: CloseName; readonly why: string }

/** A session as it is after the upgrade: `hello` must come within `limits.helloMs`. */
export function createSession(now: number, limits: Pick<Limits, 'helloMs'>): Session {
  return { state: 'greeting', deadline: now + limits.helloMs, pace: { dueAt: 0, refusedSince: 0, refused: 0 } }
}

/**
 * Decides about one inbound frame: `type` is its command's type, or null for control frames and for what could not be
 * read. The first frame must be `hello`; it moves the session to `entering`. All later frames count against the rate,
 * whatever they hold: beyond it they are refused with `rate_limited`, and a flood of refusals closes the connection.
 */
export function admitCommand(
  session: Session,
  type: string | null,
  now: number,
  rules: SessionRules,
): [Session, Admission] {
  switch (session.state) {
    case 'greeting':
      return admitFirst(session, type, now)
    case 'entering':
      if (session.held < HELD_FRAMES_MAX) return [{ ...session, held: session.held + 1 }, { verdict: 'hold' }]
      return closed('protocolError', 'Wait for the reply to hello.')
    case 'live':
    case 'draining':
      if (rules.ratesEnforced) return admitByRate(session, type, now, rules.limits)
      return [session, admitLater(type)]
    case 'closed':
      return [session, { verdict: 'ignore' }]
  }
}

/** The session once `hello` was accepted. Only an `entering` session becomes live; any other stays as it is. */
export function enterSession(session: Session, signedIn: SignedIn): Session {
  return session.state === 'entering' ? { state: 'live', ...signedIn, pace: session.pace } : session
}

/** The session with a fresh token of the same user. */
export function renewSession(session: Session, expiresAt: number): Session {
  return session.state === 'live' || session.state === 'draining' ? { ...session, expiresAt } : session
}

/** The session of a server that is going away: commands are still answered until `until`. */
export function drainSession(session: Session, until: number): Session {
  if (session.state !== 'live') return session
  return { ...session, state: 'draining', until }
}

export function closeSession(session: Session, code: number): Session {
  return session.state === 'closed' ? session : { state: 'closed', code }
}

/** Whether `hello` has not been accepted in time: close with `helloTimeout`. */
export function isHelloOverdue(session: Session, now: number): boolean {
  return (session.state === 'greeting' || session.state === 'entering') && now >= session.deadline
}

/** Whether the token has ended at `nowAt`, in milliseconds since the epoch: close with `tokenExpired`. */
export function isExpired(session: Session, nowAt: number): boolean {
  return (session.state === 'live' || session.state === 'draining') && nowAt >= session.expiresAt
}

function admitFirst(
  session: Extract<Session, { state: 'greeting' }>,
  type: string | null,
  now: number,
): [Session, Admission] {
  if (isHelloOverdue(session, now)) return closed('helloTimeout', 'No hello in time.')
  if (type !== 'hello') return closed('protocolError', 'The first frame must be hello.')
  return [{ state: 'entering', deadline: session.deadline, held: 0, pace: session.pace }, { verdict: 'run' }]
}

/** A session says hello once. */
function admitLater(type: string | null): Admission {
  if (type !== 'hello') return { verdict: 'run' }
  return { verdict: 'refuse', ...refuse('bad_request', 'This connection has said hello already.', { field: 'type' }) }
}

function admitByRate(
  session: Extract<Session, { state: 'live' | 'draining' }>,
  type: string | null,
  now: number,
  limits: Limits,
): [Session, Admission] {
  const { pace } = session
  const rate = { count: limits.commandsPerSecond, periodMs: 1_000, burst: limits.commandsBurst }
  const taken = takeFromRate(pace.dueAt, now, rate)
  if ('dueAt' in taken) return [{ ...session, pace: { ...pace, dueAt: taken.dueAt } }, admitLater(type)]
  const next = countRefusal(pace, now)
  const floodAt = (FLOOD_FACTOR * limits.commandsPerSecond * FLOOD_WINDOW_MS) / 1_000
  if (next.refused > floodAt) return closed('rateLimited', 'Far too many commands.')
  const refused = refuse('rate_limited', `At most ${rate.count} commands a second.`, taken)
  return [
    { ...session, pace: next },
    { verdict: 'refuse', ...refused },
  ]
}

/** A window opens with the first refusal after the last one ended: a steady flood fills some window whole. */
function countRefusal(pace: Pace, now: number): Pace {
  const isInWindow = pace.refused > 0 && now - pace.refusedSince < FLOOD_WINDOW_MS
  return {
    dueAt: pace.dueAt,
    refusedSince: isInWindow ? pace.refusedSince : now,
    refused: isInWindow ? pace.refused + 1 : 1,
  }
}

function closed(close: CloseName, why: string): [Session, Admission] {
  return [
    { state: 'closed', code: CLOSE[close] },
    { verdict: 'close', close, why },
  ]
}
