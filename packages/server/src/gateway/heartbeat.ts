import { isExpired, isHelloOverdue } from '@natter/core'
import type { Connection } from './connection.ts'
import type { Gateway } from './gateway.ts'
import { SharedFrame } from './shared-frame.ts'

/** A connection that hears nothing from the server for about this long is pinged. */
export const PING_EVERY_MS = 25_000
/** Spread around it, so that connections made at once are not pinged at once. */
const PING_SPREAD = 0.2
/** Any sign of life in this time answers a ping. */
export const PONG_WITHIN_MS = 10_000

const PING = new SharedFrame('{"control":"ping"}')

/** One pass over all connections: hello in time, token not ended, still there. Called twice a second; no timer a connection. */
export function checkConnections(gateway: Gateway, connections: Iterable<Connection>): void {
  const uptime = gateway.ports.clock.uptime()
  const now = gateway.ports.clock.now()
  for (const connection of connections) {
    const { session } = connection
    if (isHelloOverdue(session, uptime)) connection.close('helloTimeout', 'No hello in time.')
    else if (isExpired(session, now)) connection.close('tokenExpired', 'The token has ended. Renew it and come back.')
    else if (session.state !== 'greeting' && session.state !== 'entering') checkPulse(connection, uptime)
  }
}

function checkPulse(connection: Connection, uptime: number): void {
  if (connection.pingedAt !== undefined) {
    if (uptime - connection.pingedAt >= PONG_WITHIN_MS) connection.close('noPong', 'No answer to a ping.')
    return
  }
  if (uptime - connection.lastOutAt < PING_EVERY_MS * spreadOf(connection)) return
  connection.pingedAt = uptime
  connection.push(PING)
  connection.transport.ping()
}

/** 0.8 to 1.2, by the connection's id. */
function spreadOf(connection: Connection): number {
  const letter = connection.id.charCodeAt(connection.id.length - 1) % 16
  return 1 - PING_SPREAD + (letter / 15) * 2 * PING_SPREAD
}
