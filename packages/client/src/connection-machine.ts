import type { StopAction, StopCode, Verdict } from './connection-verdict.ts'

/** For what a token is asked: to connect, or because the present one ends or was refused. */
export type AskWhy = 'connect' | 'renew'

/** A timer that is to run out after `delayMs`. Another object is another timer. */
export type Due = { readonly delayMs: number }

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
  /** The number of the last try. */
  readonly serial: number
}

export type Phase =
  | { readonly state: 'idle' }
  | { readonly state: 'dialing'; readonly dial: Dial }
  | Live
  | {
      readonly state: 'waiting'
      readonly retryAt: number
      readonly retry: Due
      readonly why: string
      /** The server has named the time. */
      readonly isFirm: boolean
      readonly ask: AskWhy
    }
  | { readonly state: 'stopped'; readonly code: StopCode; readonly why: string; readonly action: StopAction }

export type Live = {
  readonly state: 'live'
  readonly id: number
  readonly since: number
  /** Silence that is looked into. */
  readonly quietMs: number
  readonly isProbing: boolean
  readonly watch: Due
  readonly renew: Due
  /** When to look for a successor, and the one on its way. */
  readonly retry?: Due
  readonly dial?: Dial
}

/** One try to connect and how far it has come: asking for a token, opening the socket, waiting for the reply to `hello`. */
export type Dial = {
  readonly step: 'token' | 'socket' | 'hello'
  readonly id: number
  readonly ask: AskWhy
  readonly token?: string | undefined
  readonly deadline: Due
}

/** `dial`: a step of connecting takes too long. `retry`: the next try is due. `watch`: look at the silence. */
export type TimerName = 'dial' | 'retry' | 'watch' | 'renew'

export type ConnectionEvent =
  | { type: 'start' | 'close' }
  | { type: 'token'; id: number; token: string | undefined }
  | { type: 'opened'; id: number }
  | { type: 'hello'; id: number; expiresInMs: number; quietMs: number }
  /** A socket or a try has ended; `noToken`: there was no token to try with. */
  | { type: 'ended' | 'noToken'; id: number; verdict: Verdict }
  /** The token is good for so much longer; undefined: renewing it did not get through. */
  | { type: 'renewed'; expiresInMs: number | undefined }
  | { type: 'drain'; reconnectInMs: number }
  /** The network came back or the page became visible; `quietMs` since the last frame. */
  | { type: 'wake'; quietMs: number }
  | { type: 'timer'; timer: TimerName; quietMs: number }

export type Effect =
  | { do: 'token' | 'socket' | 'hello'; dial: Dial }
  | { do: 'drop' | 'live' | 'ping'; id: number }
  | { do: 'set'; timer: TimerName; delayMs: number }
  | { do: 'clear'; timer: TimerName }
  /** The live connection is gone. */
  | { do: 'down' }

export interface Chance {
  now: number
  random: () => number
}

export const IDLE: Machine = { phase: { state: 'idle' }, failures: 0, hasRenewed: false, serial: 0 }
