import type { SessionId, User } from '@natter/protocol'
import type { Session, TokenHash } from '../../../ports/account-store.ts'
import { STORE_BOUNDS } from '../../../ports/store-bounds.ts'
import { SESSION_COLUMNS, sessionOfRow } from '../rows/session.ts'
import type { SessionRow } from '../rows/session.ts'
import { query } from '../sql.ts'
import type { Writing } from './writing.ts'

/** A session that has ended since gets none. */
const insertTicket = query(
  'insert or replace into tickets (hash, session, expires_at) select ?, id, ? from sessions where id = ?',
)
/** By tickets_by_session. */
const deleteOldTickets = query(
  `delete from tickets where n in (select n from tickets where session = ? order by n desc limit -1 offset ?)`,
)
/** By the unique hash and the primary key. */
const sessionOfTicket = query<SessionRow & { ticket_expires_at: number }>(
  `select ${SESSION_COLUMNS}, t.expires_at as ticket_expires_at
  from tickets t join sessions s on s.id = t.session where t.hash = ?`,
)
const deleteTicket = query('delete from tickets where hash = ?')

export function putTicket(
  { sql }: Writing,
  { hash, session, expiresAt }: { hash: TokenHash; session: SessionId; expiresAt: number },
): void {
  sql.run(insertTicket, hash, expiresAt, session)
  sql.run(deleteOldTickets, session, STORE_BOUNDS.ticketsPerSession)
}

export function takeTicket(
  writing: Writing,
  hash: TokenHash,
  now: number,
): { session: Session; user: User } | undefined {
  const row = writing.sql.one(sessionOfTicket, hash)
  if (row === undefined) return undefined
  writing.sql.run(deleteTicket, hash)
  const user = writing.activeAccount(row.user)?.user
  if (user === undefined || row.ticket_expires_at <= now || row.ends_at <= now) return undefined
  return { session: sessionOfRow(row), user }
}
