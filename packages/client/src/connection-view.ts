import type { Machine } from './connection-machine.ts'
import type { StopAction, StopCode } from './connection-verdict.ts'

/** How things stand between this client and the server. Times are milliseconds since the epoch of this device's clock. */
export type Connection =
  /** On the way; `attempt` counts from 1 since the last connection that lasted. */
  | { readonly state: 'connecting'; readonly attempt: number }
  /** Signed in and caught up. `roundTripMs`: how long the answer to the greeting took. */
  | { readonly state: 'live'; readonly since: number; readonly roundTripMs?: number }
  /** Between two tries. */
  | { readonly state: 'waiting'; readonly attempt: number; readonly retryAt: number; readonly why: string }
  /** For good, until `reconnectNow`. `action`: what the person can do. */
  | { readonly state: 'stopped'; readonly code: StopCode; readonly why: string; readonly action: StopAction }

/** What the application sees of the machine. */
export function connectionView({ phase, failures }: Machine): Connection {
  const { state } = phase
  if (state === 'live') return { state, since: phase.since }
  if (state === 'waiting') return { state, attempt: failures, retryAt: phase.retryAt, why: phase.why }
  return state === 'stopped' ? phase : { state: 'connecting', attempt: failures + 1 }
}
