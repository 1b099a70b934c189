import { backoffMs } from './backoff.ts'
import { dialOf, effectsBetween } from './connection-effects.ts'
import type { AskWhy, Chance, ConnectionEvent, Dial, Due, Effect, Live, Machine } from './connection-machine.ts'
import type { Verdict } from './connection-verdict.ts'

/** How long one step of connecting may take: getting a token, opening the socket, hearing the reply to `hello`. */
export const DIAL_STEP_MS = 15_000
/** How long an unanswered ping may stay unanswered. */
export const PROBE_MS = 5_000
/** A connection that has lasted this long makes the failures before it forgotten. */
export const STABLE_MS = 30_000
/** How long before the end of a token it is renewed; of short-lived ones, half their life. */
export const RENEW_BEFORE_MS = 60_000
/** The wait after a renewal that did not get through. */
export const RENEW_AGAIN_MS = 10_000

/** What one event does to the connection. Events of tries that are no longer of interest do nothing. */
export function step(machine: Machine, event: ConnectionEvent, chance: Chance): [Machine, Effect[]] {
  const next = transition(machine, event, chance)
  return [next, effectsBetween(machine, next)]
}

function transition(machine: Machine, event: ConnectionEvent, chance: Chance): Machine {
  const { phase } = machine
  const live = phase.state === 'live' ? phase : undefined
  const dial = dialOf(phase)
  const mine = 'id' in event && event.id === dial?.id ? dial : undefined
  switch (event.type) {
    case 'start':
      if (phase.state === 'waiting') return dialing(machine, phase.ask)
      return (live ?? dial) ? machine : dialing({ ...machine, failures: 0, hasRenewed: false })
    case 'close':
      return ended(machine, { why: 'This was closed.', stop: { code: 'closed', action: 'none' } }, chance)
    case 'token':
      return mine?.step === 'token' ? advanced(machine, { ...mine, step: 'socket', token: event.token }) : machine
    case 'opened':
      return mine?.step === 'socket' ? advanced(machine, { ...mine, step: 'hello' }) : machine
    case 'hello':
      return mine ? alive(machine, event, chance) : machine
    case 'noToken':
      // A renewal that did not get through is not a renewal that was refused: it is tried again.
      return mine ? ended(machine, event.verdict, chance, mine.ask) : machine
    case 'ended':
      if (event.id === live?.id) return lost(machine, live, event.verdict, chance)
      return mine ? ended(machine, event.verdict, chance) : machine
    case 'renewed':
      return live ? { ...machine, phase: { ...live, renew: renewDue(event.expiresInMs) } } : machine
    case 'drain':
      return live ? { ...machine, phase: { ...live, retry: { delayMs: event.reconnectInMs } } } : machine
    case 'wake':
      // A time that the server has named counts for more.
      if (phase.state === 'waiting' && !phase.isFirm) return dialing(machine, phase.ask)
      return live && !live.isProbing && isOver(event.quietMs, PROBE_MS) ? probed(machine, live) : machine
    case 'timer':
      return timedOut(machine, event, chance)
  }
}

function timedOut(machine: Machine, { timer, quietMs }: ConnectionEvent & { type: 'timer' }, chance: Chance): Machine {
  const { phase } = machine
  if (timer === 'dial') return ended(machine, { why: 'No answer in time.' }, chance)
  if (timer === 'retry') return dialing(machine, phase.state === 'waiting' ? phase.ask : 'connect')
  if (timer === 'renew' || phase.state !== 'live') return machine
  if (!isOver(quietMs, phase.isProbing ? PROBE_MS : phase.quietMs)) {
    return { ...machine, phase: { ...phase, isProbing: false, watch: { delayMs: phase.quietMs - quietMs } } }
  }
  return phase.isProbing ? lost(machine, phase, { why: 'No answer in time.' }, chance) : probed(machine, phase)
}

/** A clock that was set back says nothing about silence, so it counts as silence. */
function isOver(quietMs: number, limitMs: number): boolean {
  return quietMs < 0 || quietMs >= limitMs
}

function probed(machine: Machine, live: Live): Machine {
  return { ...machine, phase: { ...live, isProbing: true, watch: { delayMs: PROBE_MS } } }
}

/** A new try; beside the live connection, if there is one, which serves until then. */
function dialing(machine: Machine, ask: AskWhy = 'connect'): Machine {
  const id = machine.serial + 1
  const hasRenewed = machine.hasRenewed || ask === 'renew'
  return advanced({ ...machine, serial: id, hasRenewed }, { step: 'token', id, ask })
}

function advanced(machine: Machine, step: Omit<Dial, 'deadline'>): Machine {
  const dial = { ...step, deadline: { delayMs: DIAL_STEP_MS } }
  const { phase } = machine
  return { ...machine, phase: phase.state === 'live' ? { ...phase, dial } : { state: 'dialing', dial } }
}

function alive(
  machine: Machine,
  { id, expiresInMs, quietMs }: ConnectionEvent & { type: 'hello' },
  { now }: Chance,
): Machine {
  const timers = { watch: { delayMs: quietMs }, renew: renewDue(expiresInMs) }
  return {
    ...machine,
    hasRenewed: false,
    phase: { state: 'live', id, since: now, quietMs, isProbing: false, ...timers },
  }
}

function renewDue(expiresInMs: number | undefined): Due {
  return {
    delayMs: expiresInMs === undefined ? RENEW_AGAIN_MS : Math.max(expiresInMs - RENEW_BEFORE_MS, expiresInMs / 2),
  }
}

/** The live connection has ended. A successor that is on its way goes on, unless the end was final. */
function lost(machine: Machine, { dial, since }: Live, verdict: Verdict, chance: Chance): Machine {
  if (dial !== undefined && verdict.stop === undefined) return { ...machine, phase: { state: 'dialing', dial } }
  const failures = isOver(chance.now - since, STABLE_MS) ? 0 : machine.failures
  return ended({ ...machine, failures, phase: { state: 'idle' } }, verdict, chance)
}

/** A try did not come about, or there is no connection left. */
function ended(machine: Machine, verdict: Verdict, { now, random }: Chance, asked: AskWhy = 'connect'): Machine {
  const { why, delayMs, first, stop } = verdict
  const isRefused = first === 'renew' && machine.hasRenewed
  if (stop !== undefined || isRefused) {
    return { ...machine, phase: { state: 'stopped', why, ...(stop ?? { code: 'unauthorized', action: 'signIn' }) } }
  }
  const failures = machine.failures + 1
  const next: Machine = { ...machine, failures }
  const ask = first ?? asked
  const retry = { delayMs: delayMs ?? backoffMs(failures, random) }
  const { phase } = machine
  if (phase.state === 'live') {
    // The old connection still serves: keep it, and look for a successor again later.
    const { dial: _, ...live } = phase
    return { ...next, phase: { ...live, retry } }
  }
  // The first time there is no reason to wait: a new token or a new hello is likely to do.
  if (first !== undefined && failures === 1) return dialing(next, ask)
  return {
    ...next,
    phase: { state: 'waiting', retryAt: now + retry.delayMs, retry, why, isFirm: delayMs !== undefined, ask },
  }
}
