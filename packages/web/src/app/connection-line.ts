import type { Connection } from '@natter/client'

/** How long a lost connection is nobody's business. */
export const QUIET_MS = 5_000
/** How long "Back online" stays. */
export const BACK_MS = 2_000

/** What the line has told so far. */
export type LineState =
  | { state: 'quiet' }
  | { state: 'lost'; at: number }
  | { state: 'shown' }
  | { state: 'back'; until: number }

/** What the line says. */
export type ConnectionLine =
  | { kind: 'nothing' }
  | { kind: 'reconnecting'; retryInS?: number }
  | { kind: 'back' }
  | { kind: 'stopped'; why: string; action: 'signIn' | 'upgrade' | 'none' }

/** Moves on with the connection and with time. A short loss is never shown; only a shown one ends with "Back online". */
export function nextLineState(line: LineState, connection: Connection, now: number): LineState {
  if (connection.state === 'live') {
    if (line.state === 'shown') return { state: 'back', until: now + BACK_MS }
    return line.state === 'back' && now < line.until ? line : { state: 'quiet' }
  }
  if (line.state === 'shown') return line
  if (line.state === 'lost') return now - line.at >= QUIET_MS ? { state: 'shown' } : line
  return { state: 'lost', at: now }
}

/** When to look again without a change of the connection; undefined when there is nothing to wait for. */
export function nextLookAt(line: LineState, now: number): number | undefined {
  if (line.state === 'lost') return line.at + QUIET_MS
  if (line.state === 'back') return line.until
  return line.state === 'shown' ? now + 1_000 : undefined
}

/** The sentence's parts. A stopped connection is told at once: it needs the reader. */
export function connectionLine(line: LineState, connection: Connection, now: number): ConnectionLine {
  if (connection.state === 'stopped') {
    return { kind: 'stopped', why: connection.why, action: connection.action }
  }
  if (line.state === 'back') return { kind: 'back' }
  if (line.state !== 'shown') return { kind: 'nothing' }
  if (connection.state !== 'waiting') return { kind: 'reconnecting' }
  return { kind: 'reconnecting', retryInS: Math.max(0, Math.ceil((connection.retryAt - now) / 1_000)) }
}
