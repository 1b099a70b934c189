import { backoffMs } from './backoff.ts'
import type {
  AskWhy,
  Chance,
  ConnectionEvent,
  Dial,
  Effect,
  Live,
  Machine,
  NoToken,
  Phase,
  Step,
} from './connection-machine.ts'
import { retry, verdictOfClose, verdictOfRefusal } from './connection-verdict.ts'
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
/** Silence between two pings of the server that is no cause for worry: 35 s for 25 s, 20 % of jitter included. */
export const QUIET_FACTOR = 1.4

/** What one event does to the connection. Events of sockets and questions that are no longer of interest do nothing. */
export function step(machine: Machine, event: ConnectionEvent, chance: Chance): Step {
  const { phase } = machine
  const dial = dialOf(phase)
  switch (event.type) {
    case 'start':
      if (phase.state === 'dialing' || phase.state === 'live') return [machine, []]
      if (phase.state === 'waiting') return redial(machine, phase.renew ? 'renew' : 'connect')
      return redial({ ...machine, failures: 0, hasRenewed: false })
    case 'close':
      return stop(machine, { next: 'stop', code: 'closed', why: 'Closed.', action: 'none' })
    case 'token':
      return dial?.step === 'token' && dial.ask === event.ask ? open(machine, event.token) : [machine, []]
    case 'noToken':
      return dial?.step === 'token' && dial.ask === event.ask
        ? noToken(machine, dial.why, event, chance)
        : [machine, []]
    case 'opened':
      return dial?.step === 'socket' && dial.socket === event.socket ? greet(machine, dial) : [machine, []]
    case 'hello':
      return dial?.step === 'hello' && dial.socket === event.socket ? goLive(machine, event, chance) : [machine, []]
    case 'refused':
      return isDialing(dial, event.socket) ? failed(machine, verdictOfRefusal(event.error), chance) : [machine, []]
    case 'closed':
      return closed(machine, event, chance)
    case 'renewed':
      return [machine, phase.state === 'live' ? [renewTimer(event.expiresInMs)] : []]
    case 'notRenewed':
      return [machine, phase.state === 'live' ? [{ do: 'set', timer: 'renew', delayMs: RENEW_AGAIN_MS }] : []]
    case 'drain':
      return [machine, phase.state === 'live' ? [{ do: 'set', timer: 'retry', delayMs: event.reconnectInMs }] : []]
    case 'wake':
      return woken(machine, event.quietMs)
    case 'timer':
      return timer(machine, event, chance)
  }
}

function dialOf(phase: Phase): Dial | undefined {
  return phase.state === 'dialing' || phase.state === 'live' ? phase.dial : undefined
}

function isDialing(dial: Dial | undefined, socket: number): boolean {
  return dial !== undefined && dial.step !== 'token' && dial.socket === socket
}

/** The machine with its new connection a step further. */
function dialing(machine: Machine, dial: Dial): Machine {
  const { phase } = machine
  return { ...machine, phase: phase.state === 'live' ? { ...phase, dial } : { state: 'dialing', dial } }
}

const DIAL_DEADLINE: Effect = { do: 'set', timer: 'dial', delayMs: DIAL_STEP_MS }

function redial(machine: Machine, why: AskWhy = 'connect'): Step {
  const ask = machine.serial + 1
  const next = dialing(
    { ...machine, serial: ask, hasRenewed: machine.hasRenewed || why === 'renew' },
    { step: 'token', ask, why },
  )
  return [next, [{ do: 'clear', timer: 'retry' }, { do: 'askToken', ask, why }, DIAL_DEADLINE]]
}

function open(machine: Machine, token: string | undefined): Step {
  const socket = machine.serial + 1
  const next = dialing({ ...machine, serial: socket }, { step: 'socket', socket, token })
  return [next, [{ do: 'open', socket }, DIAL_DEADLINE]]
}

function noToken(machine: Machine, asked: AskWhy, { isFinal, why }: NoToken, chance: Chance): Step {
  if (isFinal) return stop(machine, { next: 'stop', code: 'unauthorized', why, action: 'signIn' })
  // A renewal that did not get through is not a renewal that was refused: it is tried again.
  const renew = asked === 'renew'
  return failed({ ...machine, hasRenewed: machine.hasRenewed && !renew }, { ...retry(why), renew }, chance)
}

function greet(machine: Machine, { socket, token }: Dial & { step: 'socket' }): Step {
  return [dialing(machine, { step: 'hello', socket }), [{ do: 'hello', socket, token }, DIAL_DEADLINE]]
}

function goLive(machine: Machine, event: ConnectionEvent & { type: 'hello' }, { now }: Chance): Step {
  const { socket, expiresInMs, pingEveryMs } = event
  const before = machine.phase
  const quietMs = pingEveryMs * QUIET_FACTOR
  const takeover: Effect[] =
    before.state === 'live' ? [{ do: 'drop', socket: before.socket, code: 1000 }, { do: 'down' }] : []
  return [
    { ...machine, hasRenewed: false, phase: { state: 'live', socket, since: now, quietMs, isProbing: false } },
    [
      ...takeover,
      { do: 'clear', timer: 'dial' },
      { do: 'clear', timer: 'retry' },
      { do: 'set', timer: 'watch', delayMs: quietMs },
      { do: 'set', timer: 'stable', delayMs: STABLE_MS },
      renewTimer(expiresInMs),
      { do: 'live', socket },
    ],
  ]
}

function renewTimer(expiresInMs: number): Effect {
  return { do: 'set', timer: 'renew', delayMs: Math.max(expiresInMs - RENEW_BEFORE_MS, expiresInMs / 2) }
}

function closed(
  machine: Machine,
  { socket, code, reason }: ConnectionEvent & { type: 'closed' },
  chance: Chance,
): Step {
  const { phase } = machine
  const verdict = verdictOfClose(code, reason)
  if (phase.state === 'live' && phase.socket === socket) return lost(machine, phase, verdict, chance)
  return isDialing(dialOf(phase), socket) ? failed(machine, verdict, chance) : [machine, []]
}

/** The live connection has ended. A successor that is on its way goes on, unless the end was final. */
function lost(machine: Machine, { dial }: Live, verdict: Verdict, chance: Chance): Step {
  if (verdict.next === 'stop') return stop(machine, verdict)
  if (dial !== undefined) return [{ ...machine, phase: { state: 'dialing', dial } }, [...DOWN]]
  const [next, effects] = follow({ ...machine, phase: { state: 'idle' } }, verdict, chance)
  return [next, [...DOWN, ...effects]]
}

const DOWN: readonly Effect[] = [
  { do: 'clear', timer: 'watch' },
  { do: 'clear', timer: 'stable' },
  { do: 'clear', timer: 'renew' },
  { do: 'clear', timer: 'retry' },
  { do: 'down' },
]

/** The new connection did not come about. */
function failed(machine: Machine, verdict: Verdict, chance: Chance): Step {
  const { phase } = machine
  if (verdict.next === 'stop') return stop(machine, verdict)
  const cleared: Effect[] = [...dropDial(phase), { do: 'clear', timer: 'dial' }]
  if (phase.state === 'live') {
    // The old connection still serves: keep it, and try for a successor again later.
    const { dial: _, ...live } = phase
    const failures = machine.failures + 1
    const delayMs = serverDelayMs(verdict) ?? backoffMs(failures, chance.random)
    return [{ ...machine, failures, phase: live }, [...cleared, { do: 'set', timer: 'retry', delayMs }]]
  }
  const [next, effects] = follow({ ...machine, phase: { state: 'idle' } }, verdict, chance)
  return [next, [...cleared, ...effects]]
}

function serverDelayMs(verdict: Verdict): number | undefined {
  return verdict.next === 'retry' ? verdict.delayMs : undefined
}

function dropDial(phase: Phase): Effect[] {
  const dial = dialOf(phase)
  return dial === undefined || dial.step === 'token' ? [] : [{ do: 'drop', socket: dial.socket, code: 1000 }]
}

/** Does what a verdict says, from a state without any connection. */
function follow(machine: Machine, verdict: Verdict, { now, random }: Chance): Step {
  if (verdict.next === 'stop') return stop(machine, verdict)
  if (verdict.next === 'renew' && machine.hasRenewed) {
    return stop(machine, { next: 'stop', code: 'unauthorized', why: verdict.why, action: 'signIn' })
  }
  const failures = machine.failures + 1
  const next = { ...machine, failures }
  const renew = verdict.next === 'renew' || (verdict.next === 'retry' && verdict.renew === true)
  // The first time there is no reason to wait: a new token or a new hello is likely to do.
  if (verdict.next !== 'retry' && failures === 1) return redial(next, renew ? 'renew' : 'connect')
  const firmMs = serverDelayMs(verdict)
  const delayMs = firmMs ?? backoffMs(failures, random)
  const phase: Phase = {
    state: 'waiting',
    retryAt: now + delayMs,
    why: verdict.why,
    isFirm: firmMs !== undefined,
    renew,
  }
  return [{ ...next, phase }, [{ do: 'set', timer: 'retry', delayMs }]]
}

function stop(machine: Machine, { code, why, action }: Verdict & { next: 'stop' }): Step {
  const { phase } = machine
  const drop: Effect[] = phase.state === 'live' ? [{ do: 'drop', socket: phase.socket, code: 1000 }] : []
  const down = phase.state === 'live' ? DOWN : DOWN.filter((effect) => effect.do === 'clear')
  return [
    { ...machine, phase: { state: 'stopped', code, why, action } },
    [...dropDial(phase), ...drop, { do: 'clear', timer: 'dial' }, ...down],
  ]
}

/** Tries at once, unless the server has named the time; a live connection is looked at if it is quiet. */
function woken(machine: Machine, quietMs: number): Step {
  const { phase } = machine
  if (phase.state === 'waiting' && !phase.isFirm) return redial(machine, phase.renew ? 'renew' : 'connect')
  if (phase.state === 'live' && !phase.isProbing && isOver(quietMs, PROBE_MS)) return probe(machine, phase)
  return [machine, []]
}

/** A clock that was set back says nothing about silence, so it counts as silence. */
function isOver(quietMs: number, limitMs: number): boolean {
  return quietMs < 0 || quietMs >= limitMs
}

function probe(machine: Machine, live: Live): Step {
  return [
    { ...machine, phase: { ...live, isProbing: true } },
    [
      { do: 'ping', socket: live.socket },
      { do: 'set', timer: 'watch', delayMs: PROBE_MS },
    ],
  ]
}

function timer(machine: Machine, event: ConnectionEvent & { type: 'timer' }, chance: Chance): Step {
  const { phase } = machine
  switch (event.timer) {
    case 'dial':
      return dialOf(phase) === undefined
        ? [machine, []]
        : failed(machine, retry('The server did not answer in time.'), chance)
    case 'retry':
      if (phase.state === 'waiting') return redial(machine, phase.renew ? 'renew' : 'connect')
      return phase.state === 'live' && phase.dial === undefined ? redial(machine) : [machine, []]
    case 'stable':
      return [{ ...machine, failures: 0 }, []]
    case 'renew':
      return [machine, [{ do: 'renew' }]]
    case 'watch':
      return phase.state === 'live' ? watched(machine, phase, event.quietMs, chance) : [machine, []]
  }
}

function watched(machine: Machine, live: Live, quietMs: number, chance: Chance): Step {
  const isQuiet = isOver(quietMs, live.isProbing ? PROBE_MS : live.quietMs)
  if (isQuiet && !live.isProbing) return probe(machine, live)
  if (!isQuiet) {
    return [
      { ...machine, phase: { ...live, isProbing: false } },
      [{ do: 'set', timer: 'watch', delayMs: live.quietMs - quietMs }],
    ]
  }
  const [next, effects] = lost(machine, live, retry('The server fell silent.'), chance)
  return [next, [{ do: 'drop', socket: live.socket, code: 4000 }, ...effects]]
}
