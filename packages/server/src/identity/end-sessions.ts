import type { SessionId, UserId } from '@natter/protocol'
import type { Ports } from '../ports/ports.ts'

/** Ends sessions of a user and closes their sockets on every node. Resolves to those that ended. */
export async function endSessions(
  ports: Ports,
  user: UserId,
  which: { only?: SessionId; except?: SessionId },
): Promise<SessionId[]> {
  const sessions = await ports.store.revokeSessions(user, which)
  if (sessions.length > 0) ports.bus.publish('all', { kind: 'signedOut', user, sessions, why: 'signedOut' })
  return sessions
}
