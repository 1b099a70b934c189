import { decideRotation } from '@natter/core'
import type { RotationFacts } from '@natter/core'
import type { Rotated, Rotation, TokenHash } from '../../../ports/account-store.ts'
import { STORE_BOUNDS } from '../../../ports/store-bounds.ts'
import { SESSION_COLUMNS, sessionOfRow } from '../rows/session.ts'
import type { SessionRow } from '../rows/session.ts'
import { query } from '../sql.ts'
import { endSession } from './sessions.ts'
import type { Writing } from './writing.ts'

/** By the unique refresh_hash. */
const sessionByRefresh = query<SessionRow>(`select ${SESSION_COLUMNS} from sessions s where s.refresh_hash = ?`)
/** By the primary keys. */
const sessionBySpent = query<SessionRow>(
  `select ${SESSION_COLUMNS} from spent_tokens t join sessions s on s.id = t.session where t.hash = ?`,
)
const renewAccess = query('update sessions set access_hash = ?, expires_at = ?, last_seen_at = ? where id = ?')
const renewRefresh = query('update sessions set refresh_hash = ?, parent_hash = ?, rotated_at = ? where id = ?')
/** All by spent_tokens_by_session. */
const spendToken = query(
  `insert into spent_tokens (hash, session, n)
  values (?1, ?2, (select coalesce(max(n), 0) + 1 from spent_tokens where session = ?2))`,
)
const forgetOldTokens = query(
  `delete from spent_tokens where session = ?1
    and n <= (select max(n) from spent_tokens where session = ?1) - ?2`,
)

export function rotateSession(writing: Writing, rotation: Rotation): Rotated {
  const { presented, now } = rotation
  const found = findByToken(writing, presented)
  const user = found === undefined ? undefined : writing.activeAccount(found.user)?.user
  const decision = decideRotation(found === undefined ? undefined : factsOf(found, rotation))
  if (found === undefined || user === undefined || decision === 'unknown') return { outcome: 'unknown' }
  if (decision === 'revoke') {
    endSession(writing, found.id)
    return { outcome: 'reused', session: found.id, user: found.user }
  }
  writing.sql.run(renewAccess, rotation.nextAccess, rotation.expiresAt, now, found.id)
  if (decision === 'rotate') rotate(writing, found, rotation)
  const session = { ...sessionOfRow(found), expiresAt: rotation.expiresAt, lastSeenAt: now }
  return { outcome: decision === 'rotate' ? 'rotated' : 'repeated', session, user }
}

function findByToken({ sql }: Writing, presented: TokenHash): SessionRow | undefined {
  return sql.one(sessionByRefresh, presented) ?? sql.one(sessionBySpent, presented)
}

function factsOf(row: SessionRow, { presented, now, graceMs }: Rotation): RotationFacts {
  const token = row.refresh_hash === presented ? 'present' : row.parent_hash === presented ? 'parent' : 'older'
  return { token, rotatedAt: row.rotated_at ?? undefined, endsAt: row.ends_at, now, graceMs }
}

function rotate({ sql }: Writing, { id }: SessionRow, { presented, nextRefresh, now }: Rotation): void {
  sql.run(renewRefresh, nextRefresh, presented, now, id)
  sql.run(spendToken, presented, id)
  sql.run(forgetOldTokens, id, STORE_BOUNDS.spentTokens)
}
