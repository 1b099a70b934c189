import { isExpired, isHelloOverdue } from '@natter/core'
import type { Clock } from '../ports/clock.ts'
import type { Connection } from './connection.ts'
import { rollOver } from './roll-over.ts'
import { SharedFrame } from './shared-frame.ts'

/** A connection that hears nothing from the server for about this long is pinged. */
export const PING_EVERY_MS = 25_000
/** One from which nothing is heard for about so many times that long is pinged too, however much it is sent. */
const UNHEARD_FACTOR = 2
/** Spread around it, so that connections made at once are not pinged at once. */
const PING_SPREAD = 0.2
/** Any sign of life in this time answers a ping. */
export const PONG_WITHIN_MS = 10_000
/** How often all connections are looked at. */
export const CHECK_EVERY_MS = 500

const PING = new SharedFrame('{"control":"ping"}')

/** Looks at all connections twice a second: hello in time, token not ended, not behind, still there. No timer a connection. */
export class Heartbeat {
  readonly #clock: Clock
  readonly #caughtUp: (connection: Connection) => void
  #lastLookAt: number

  /** `caughtUp`: a reader that fell behind has taken what was kept for it. */
  constructor(clock: Clock, caughtUp: (connection: Connection) => void) {
    this.#clock = clock
    this.#caughtUp = caughtUp
    this.#lastLookAt = clock.uptime()
  }

  look(connections: Iterable<Connection>): void {
    const uptime = this.#clock.uptime()
    const now = this.#clock.now()
    // While this process stood still, pongs could arrive but not be read: nobody is to blame for that time.
    const stalledMs = Math.max(0, uptime - this.#lastLookAt - 2 * CHECK_EVERY_MS)
    this.#lastLookAt = uptime
    for (const connection of connections) {
      const { session } = connection
      if (connection.pingedAt !== undefined) connection.pingedAt += stalledMs
      if (isHelloOverdue(session, uptime)) connection.close('helloTimeout', 'No hello in time.')
      else if (isExpired(session, now)) connection.close('tokenExpired', 'The token has ended. Renew it and come back.')
      else if (uptime >= connection.endsAt) rollOver(connection)
      else if (session.state === 'live' || session.state === 'draining') {
        if (connection.outbox.measure(uptime, stalledMs)) this.#caughtUp(connection)
        checkPulse(connection, uptime)
      }
    }
  }
}

function checkPulse(connection: Connection, uptime: number): void {
  if (connection.isClosed) return
  if (connection.pingedAt !== undefined) {
    if (uptime - connection.pingedAt >= PONG_WITHIN_MS) connection.close('noPong', 'No answer to a ping.')
    return
  }
  const everyMs = PING_EVERY_MS * spreadOf(connection)
  // Over HTTP nothing comes back: such a transport lasts a minute at most, and that is its pulse.
  const isOneWay = connection.transport.kind !== 'websocket'
  const isHeard = isOneWay || uptime - connection.lastInAt < everyMs * UNHEARD_FACTOR
  if (uptime - connection.lastOutAt < everyMs && isHeard) return
  connection.push(PING)
  if (isOneWay) return
  connection.pingedAt = uptime
  connection.transport.ping()
}

/** 0.8 to 1.2, by the connection's id. */
function spreadOf({ id }: Connection): number {
  const letter = id.charCodeAt(id.length - 1) % 16
  return 1 - PING_SPREAD + (letter / 15) * 2 * PING_SPREAD
}
