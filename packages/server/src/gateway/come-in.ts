import { admitCommand } from '@natter/core'
import { isRefusal, PROTOCOL_VERSION, refuse } from '@natter/protocol'
import type { CommandOf, Refusal } from '@natter/protocol'
import type { FallbackCall, FallbackHello } from '../ports/fallback-roads.ts'
import type { Connection } from './connection.ts'
import type { Gateway } from './gateway.ts'
import type { Goodbye } from './goodbye.ts'
import { refusalOf } from './goodbye.ts'
import { greet } from './receive.ts'
import type { Transport } from './transport.ts'

/** When an address with too many connections may try again. */
const FULL_RETRY_MS = 5_000

/** A transport that keeps what it was closed with. */
export interface FallbackTransport extends Transport {
  readonly goodbye: Goodbye | undefined
  /** Called once, when the road has ended. */
  ended: () => void
}

/** Says hello for somebody who sent a request, by the same rules as for a socket; returns the connection and its `ok`. */
export async function comeIn(
  gateway: Gateway,
  transport: FallbackTransport,
  { address, hello, proved, wire }: FallbackCall,
): Promise<{ connection: Connection; ok: string } | Refusal> {
  const turnedAway = isTurnedAway(gateway, address)
  if (isRefusal(turnedAway)) return turnedAway
  // Who went away while it was found out who they are must not take the place of who they are now.
  if (wire.gone.aborted) return refusalOf(undefined)
  const connection = gateway.connect(transport, address)
  // Told later, never from within the call that caused it: whoever closes may be walking through all connections.
  transport.ended = () => queueMicrotask(() => gateway.disconnect(connection))
  const leave = (): void => gateway.disconnect(connection)
  wire.gone.addEventListener('abort', leave, { once: true })
  try {
    const { clock, limits, ratesEnforced } = gateway.ports
    const [entering] = admitCommand(connection.session, 'hello', clock.uptime(), { limits, ratesEnforced })
    connection.session = entering
    const ok = await greet(gateway, connection, commandOf(hello), { proved })
    if (ok !== undefined && !wire.gone.aborted) return { connection, ok }
    leave()
    return refusalOf(transport.goodbye)
  } finally {
    wire.gone.removeEventListener('abort', leave)
  }
}

function isTurnedAway(gateway: Gateway, address: string): Refusal | undefined {
  const busy = gateway.admission.busy()
  if (busy !== undefined)
    return refuse(gateway.isStopped ? 'unavailable' : 'overloaded', busy.why, { retryAfterMs: busy.retryInMs })
  if (!gateway.isFullFor(address)) return undefined
  return refuse('rate_limited', 'Too many connections from this address.', { retryAfterMs: FULL_RETRY_MS })
}

export function commandOf({ user, rooms, device, client }: FallbackHello): CommandOf<'hello'> {
  return { id: 0, type: 'hello', version: PROTOCOL_VERSION, user, rooms, device, client }
}
