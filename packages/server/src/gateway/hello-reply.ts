import type { Greeting } from '../ports/read-store.ts'
import type { Connection } from './connection.ts'
import type { Gateway } from './gateway.ts'
import { PING_EVERY_MS } from './heartbeat.ts'

/** The `ok` of `hello`, around what the store and the rooms have encoded already. */
export function helloReply(
  gateway: Gateway,
  connection: Connection,
  { greeting, rooms, expiresAt }: { greeting: Greeting; rooms: string; expiresAt: number },
): string {
  const head = {
    connection: connection.id,
    epoch: gateway.ports.store.epoch,
    nowAt: gateway.ports.clock.now(),
    expiresAt,
    pingEveryMs: PING_EVERY_MS,
    limits: gateway.ports.limits,
    self: greeting.self,
    digest: greeting.digest,
    announcements: greeting.announcements,
  }
  return `${JSON.stringify(head).slice(0, -1)},"user":${greeting.user.json},"rooms":${rooms}}`
}
