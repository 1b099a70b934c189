import { drainSession } from '@natter/core'
import type { Connection } from './connection.ts'

/** Clients are told to connect anew within this part of the window, so that the new connection is there before the old one ends. */
const RECONNECT_PART = 0.5
/** For one who has only to start anew. */
const SOON_MS = 1_000

/**
 * Tells each client that the node is going, and when to connect anew; it is served on meanwhile. Who has yet to come in,
 * and who waits for one answer only, is sent away at once. `chance`: from 0 up to 1, spreads them.
 */
export function askToLeave(
  connections: Iterable<Connection>,
  { until, windowMs, chance }: { until: number; windowMs: number; chance: () => number },
): void {
  for (const connection of connections) {
    const reconnectInMs = Math.floor(chance() * windowMs * RECONNECT_PART)
    if (connection.session.state !== 'live' || connection.transport.kind === 'poll') sendAway(connection, reconnectInMs)
    else {
      connection.session = drainSession(connection.session, until)
      connection.pushJson(JSON.stringify({ control: 'drain', reconnectInMs }))
    }
  }
}

/** Tells a client when to come back, by default soon, and closes. */
export function sendAway(connection: Connection, retryInMs = SOON_MS): void {
  connection.close('goingAway', JSON.stringify({ retryInMs }))
}
