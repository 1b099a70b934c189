import type { WireError } from '@natter/protocol'
import type { StopAction, StopCode } from './connection-verdict.ts'

/**
 * The connection as a pure machine: events in, effects out.
 *
 *     idle ──> dialing ──> live ──> (dialing a successor while live, when the server drains)
 *                 ^ |        |
 *                 | v        v
 *               waiting <────┘      any ──> stopped
 */
export interface Machine {
  readonly phase: Phase
  /** How many tries or connections in a row have failed. */
  readonly failures: number
  /** A fresh token was asked for since the last successful hello. */
  readonly hasRenewed: boolean
  /** The number of the last question for a token, and of the last socket. */
  readonly serial: number
}

export type Phase =
  | { readonly state: 'idle' }
  | { readonly state: 'dialing'; readonly dial: Dial }
  | Live
  | {
      readonly state: 'waiting'
      readonly retryAt: number
      readonly why: string
      readonly isFirm: boolean
      readonly renew: boolean
    }
  | { readonly state: 'stopped'; readonly code: StopCode; readonly why: string; readonly action: StopAction }

export type Live = {
  readonly state: 'live'
  readonly socket: number
  readonly since: number
  /** Silence that is looked into. */
  readonly quietMs: number
  readonly isProbing: boolean
  /** The connection that is to take over. */
  readonly dial?: Dial
}

/** For what a token is asked: to connect, or because the present one ends or was refused. */
export type AskWhy = 'connect' | 'renew'

/** How far a new connection has come. */
export type Dial =
  | { readonly step: 'token'; readonly ask: number; readonly why: AskWhy }
  | { readonly step: 'socket'; readonly socket: number; readonly token: string | undefined }
  | { readonly step: 'hello'; readonly socket: number }

/** `dial`: a step of connecting takes too long. `retry`: the next try is due. `watch`: look at the silence. */
export type TimerName = 'dial' | 'retry' | 'watch' | 'stable' | 'renew'

export type ConnectionEvent =
  | { type: 'start' | 'close' }
  | { type: 'token'; ask: number; token: string | undefined }
  | NoToken
  | { type: 'opened'; socket: number }
  | { type: 'hello'; socket: number; expiresInMs: number; pingEveryMs: number }
  | { type: 'refused'; socket: number; error: WireError }
  | { type: 'closed'; socket: number; code: number; reason: string }
  | { type: 'renewed'; expiresInMs: number }
  | { type: 'notRenewed' }
  | { type: 'drain'; reconnectInMs: number }
  /** The network came back or the page became visible; `quietMs` since the last frame. */
  | { type: 'wake'; quietMs: number }
  | { type: 'timer'; timer: TimerName; quietMs: number }

export type NoToken = { type: 'noToken'; ask: number; isFinal: boolean; why: string }

export type Effect =
  | { do: 'askToken'; ask: number; why: AskWhy }
  | { do: 'open' | 'live' | 'ping'; socket: number }
  | { do: 'hello'; socket: number; token: string | undefined }
  | { do: 'drop'; socket: number; code: number }
  | { do: 'set'; timer: TimerName; delayMs: number }
  | { do: 'clear'; timer: TimerName }
  /** The live connection is gone. */
  | { do: 'down' }
  /** Renew the token of the live connection. */
  | { do: 'renew' }

export type Step = [Machine, Effect[]]
export interface Chance {
  now: number
  random: () => number
}

export const IDLE: Machine = { phase: { state: 'idle' }, failures: 0, hasRenewed: false, serial: 0 }
