import type { User } from '@natter/protocol'
import type { Session } from '../ports/account-store.ts'
import type { Ports } from '../ports/ports.ts'
import { hashToken, isToken, mintToken } from './tokens.ts'

/** Who somebody is, and by which session. */
export interface Identified {
  session: Session
  user: User
}

/** How long a ticket waits for its socket. */
const TICKET_MS = 30_000

/** The session of an access token that holds. */
export async function identify(ports: Ports, token: string): Promise<Identified | undefined> {
  return isToken('access', token) ? ports.store.sessionByAccess(hashToken(token), ports.clock.now()) : undefined
}

/** A code that signs one socket in as this session. */
export async function issueTicket(ports: Ports, session: Session): Promise<{ ticket: string; expiresAt: number }> {
  const ticket = mintToken('ticket', ports.random)
  const expiresAt = ports.clock.now() + TICKET_MS
  await ports.store.putTicket({ hash: hashToken(ticket), session: session.id, expiresAt })
  return { ticket, expiresAt }
}

/** Takes a ticket: of two who present it one gets in. */
export async function identifyTicket(ports: Ports, code: string): Promise<Identified | undefined> {
  return isToken('ticket', code) ? ports.store.takeTicket(hashToken(code), ports.clock.now()) : undefined
}
