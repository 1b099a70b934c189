import type { LiveConnection } from '../ports/live-connections.ts'
import type { Connection } from './connection.ts'

/** The connections that have said hello, as an admin sees them. */
export function listLive(connections: Iterable<Connection>): LiveConnection[] {
  return [...connections].flatMap((connection) => {
    const { id, actor, address, client, device, since, rooms, queuedBytes, transport, session } = connection
    if (actor === undefined || (session.state !== 'live' && session.state !== 'draining')) return []
    const { id: user, handle } = actor.user
    return [
      { id, user, handle, address, client, device, since, transport: transport.kind, rooms: rooms.size, queuedBytes },
    ]
  })
}
