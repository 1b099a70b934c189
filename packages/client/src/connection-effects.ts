import type { Dial, Due, Effect, Live, Machine, TimerName } from './connection-machine.ts'

/** What has to be done in the world to get from one state of the connection to another. */
export function effectsBetween(before: Machine, after: Machine): Effect[] {
  const was = partsOf(before)
  const is = partsOf(after)
  const effects: Effect[] = []
  for (const id of was.sockets) if (id !== undefined && !is.sockets.includes(id)) effects.push({ do: 'drop', id })
  const isChanged = was.live?.id !== is.live?.id
  if (was.live !== undefined && isChanged) effects.push({ do: 'down' })
  // The cast: the keys of `timers` below.
  for (const timer of Object.keys(was.timers) as TimerName[]) {
    const due = is.timers[timer]
    if (due === was.timers[timer]) continue
    effects.push(due === undefined ? { do: 'clear', timer } : { do: 'set', timer, delayMs: due.delayMs })
  }
  const { live, dial } = is
  if (live !== undefined && isChanged) effects.push({ do: 'live', id: live.id })
  if (live?.isProbing === true && was.live?.isProbing !== true) effects.push({ do: 'ping', id: live.id })
  if (dial !== undefined && dial.deadline !== was.dial?.deadline) effects.push({ do: dial.step, dial })
  return effects
}

interface Parts {
  live: Live | undefined
  dial: Dial | undefined
  sockets: (number | undefined)[]
  timers: Record<TimerName, Due | undefined>
}

function partsOf({ phase }: Machine): Parts {
  const live = phase.state === 'live' ? phase : undefined
  const dial = dialOf(phase)
  const retry = phase.state === 'waiting' ? phase.retry : live?.retry
  return {
    live,
    dial,
    sockets: [live?.id, dial?.id],
    timers: { dial: dial?.deadline, retry, watch: live?.watch, renew: live?.renew },
  }
}

/** The try that is on its way. */
export function dialOf(phase: Machine['phase']): Dial | undefined {
  return 'dial' in phase ? phase.dial : undefined
}
