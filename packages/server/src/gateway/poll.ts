import { isRefusal } from '@natter/protocol'
import type { HelloReply, Refusal } from '@natter/protocol'
import type { FallbackCall } from '../ports/fallback-roads.ts'
import { comeIn } from './come-in.ts'
import type { Connection } from './connection.ts'
import type { Gateway } from './gateway.ts'
import { refusalOf } from './goodbye.ts'
import { helloReply } from './hello-reply.ts'
import { openRooms } from './open-rooms.ts'
import { PollTransport } from './poll-transport.ts'

/**
 * Answers at once if anything came after the cursors. Otherwise the client is live for up to `waitMs`, like one on a
 * socket; the first word for it ends the wait, and what is answered is read anew from the cursors. So nothing hangs on
 * the connection: what happens between two polls is in the second one.
 */
export async function poll(gateway: Gateway, call: FallbackCall, waitMs: number): Promise<string | Refusal> {
  const transport = new PollTransport()
  const entered = await comeIn(gateway, transport, call)
  if (isRefusal(entered)) return entered
  const { connection, ok } = entered
  try {
    if (waitMs === 0 || hasNews(ok)) return ok
    await wait(gateway, transport, call.wire.gone, waitMs)
    if (connection.isClosed || call.wire.gone.aborted) return refusalOf(transport.goodbye)
    const answer = await read(gateway, connection, call)
    return answer === undefined || connection.isClosed ? refusalOf(transport.goodbye) : answer
  } finally {
    gateway.disconnect(connection)
  }
}

function hasNews(ok: string): boolean {
  const { user, rooms } = JSON.parse(ok) as HelloReply
  return [user, ...Object.values(rooms)].some(
    (part) => !('mode' in part) || part.mode === 'reset' || part.events.length > 0,
  )
}

async function wait(gateway: Gateway, transport: PollTransport, gone: AbortSignal, waitMs: number): Promise<void> {
  const { wake, woken } = transport
  const cancelTimer = gateway.ports.clock.timer(waitMs, wake)
  gone.addEventListener('abort', wake, { once: true })
  try {
    await woken
  } finally {
    cancelTimer()
    gone.removeEventListener('abort', wake)
  }
}

/** The `ok` as it is by now. Undefined: the account does not exist any more. */
async function read(
  gateway: Gateway,
  connection: Connection,
  { hello, proved: { user, session } }: FallbackCall,
): Promise<string | undefined> {
  const { store, clock } = gateway.ports
  const greeting = await store.greet(user.id, hello.user ?? null, clock.now())
  if (greeting === undefined) return undefined
  const rooms = await openRooms(gateway, connection, hello.rooms ?? {})
  return helloReply(gateway, connection, { greeting, rooms, expiresAt: session.expiresAt })
}
