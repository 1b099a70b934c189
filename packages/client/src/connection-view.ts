import type { Phase } from './connection-machine.ts'
import type { StopAction, StopCode } from './connection-verdict.ts'

/** How things stand between this client and the server. Times are milliseconds since the epoch of this device's clock. */
export type Connection =
  /** On the way; `attempt` counts from 1 since the last connection that lasted. */
  | { readonly state: 'connecting'; readonly attempt: number }
  /** Signed in and caught up. `roundTripMs` of the last greeting or ping. */
  | { readonly state: 'live'; readonly since: number; readonly roundTripMs: number }
  /** Between two tries. */
  | { readonly state: 'waiting'; readonly attempt: number; readonly retryAt: number; readonly why: string }
  /** For good, until `reconnectNow`. `action`: what the person can do. */
  | { readonly state: 'stopped'; readonly code: StopCode; readonly why: string; readonly action: StopAction }

/** What the application sees of the machine. */
export function connectionView(phase: Phase, failures: number, roundTripMs: number): Connection {
  switch (phase.state) {
    case 'live':
      return { state: 'live', since: phase.since, roundTripMs }
    case 'waiting':
      return { state: 'waiting', attempt: failures, retryAt: phase.retryAt, why: phase.why }
    case 'stopped':
      return { state: 'stopped', code: phase.code, why: phase.why, action: phase.action }
    case 'idle':
    case 'dialing':
      return { state: 'connecting', attempt: failures + 1 }
  }
}
