import { BOUNDS, isRefusal } from '@natter/protocol'
import type { Refusal } from '@natter/protocol'
import type { FallbackCall } from '../ports/fallback-roads.ts'
import { comeIn } from './come-in.ts'
import type { Gateway } from './gateway.ts'
import { CHECK_EVERY_MS } from './heartbeat.ts'
import { StreamTransport } from './stream-transport.ts'

/** Streams that began together end spread over this time. */
const SPREAD_MS = 15_000

/** Follows rooms by a response that lasts `BOUNDS.streamMs` at most. */
export async function openStream(gateway: Gateway, call: FallbackCall): Promise<ReadableStream<Uint8Array> | Refusal> {
  const { clock } = gateway.ports
  const transport = new StreamTransport(call.wire, clock)
  const beganAt = clock.uptime()
  const entered = await comeIn(gateway, transport, call)
  if (isRefusal(entered)) return entered
  entered.connection.endsAt = beganAt + BOUNDS.streamMs - 2 * CHECK_EVERY_MS - gateway.chance() * SPREAD_MS
  return transport.body
}
