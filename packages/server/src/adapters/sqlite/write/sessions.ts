import type { SessionId, UserId } from '@natter/protocol'
import type { NewSession } from '../../../ports/account-store.ts'
import { STORE_BOUNDS } from '../../../ports/store-bounds.ts'
import { query } from '../sql.ts'
import type { Writing } from './writing.ts'

const insertSession = query(
  `insert into sessions (id, user, created_at, last_seen_at, expires_at, ends_at, device, address, access_hash, refresh_hash)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
)
/** All by sessions_by_user. */
const deleteEnded = query('delete from sessions where user = ? and ends_at <= ?')
const deleteBeyond = query(
  `delete from sessions where id in
    (select id from sessions where user = ? order by last_seen_at desc, id desc limit -1 offset ?)`,
)
const sessionIdsOf = query<{ id: SessionId }>('select id from sessions where user = ? order by id')
/** By the primary key; its tokens and tickets go with it. */
const deleteSession = query('delete from sessions where id = ?')

/** Makes room first: sessions at their end go, and of too many those seen longest ago. */
export function createSession({ sql }: Writing, session: NewSession): void {
  const { id, user, createdAt, lastSeenAt, expiresAt, endsAt, device, address, accessHash, refreshHash } = session
  sql.run(deleteEnded, user, createdAt)
  sql.run(deleteBeyond, user, STORE_BOUNDS.sessionsPerUser - 1)
  sql.run(insertSession, id, user, createdAt, lastSeenAt, expiresAt, endsAt, device, address, accessHash, refreshHash)
}

export function revokeSessions(
  { sql }: Writing,
  user: UserId,
  { only, except }: { only?: SessionId; except?: SessionId },
): SessionId[] {
  const ended = sql
    .all(sessionIdsOf, user)
    .map(({ id }) => id)
    .filter((id) => id !== except && (only === undefined || id === only))
  for (const id of ended) sql.run(deleteSession, id)
  return ended
}

/** Also for the session whose spent token was presented. */
export function endSession({ sql }: Writing, id: SessionId): void {
  sql.run(deleteSession, id)
}

export function endSessionsOf(writing: Writing, user: UserId): void {
  revokeSessions(writing, user, {})
}
