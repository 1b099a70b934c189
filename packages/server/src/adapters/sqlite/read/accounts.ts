import type { User, UserId } from '@natter/protocol'
import type { Session, TokenHash } from '../../../ports/account-store.ts'
import { SESSION_COLUMNS, sessionOfRow } from '../rows/session.ts'
import type { SessionRow } from '../rows/session.ts'
import { USER_COLUMNS, accountOfRow, anyUser, userByHandle, userById, userOfRow } from '../rows/user.ts'
import type { Account, UserRow } from '../rows/user.ts'
import { query } from '../sql.ts'
import type { Sql } from '../sql.ts'
import { activeUser } from './enter.ts'

/** By the primary key. */
const accountsAfter = query<UserRow & { created_at: number }>(
  `select ${USER_COLUMNS}, u.created_at from users u where u.id > ? order by u.id limit ?`,
)
/** By the unique access_hash. */
const sessionByHash = query<SessionRow>(`select ${SESSION_COLUMNS} from sessions s where s.access_hash = ?`)
/** By sessions_by_user. */
const openSessions = query<SessionRow>(
  `select ${SESSION_COLUMNS} from sessions s where s.user = ? and s.ends_at > ? order by s.created_at, s.id`,
)

/** Its one row. */
const nameOfPlace = query<{ name: string | null }>('select name from place')

export function placeName(sql: Sql): string | undefined {
  return sql.one(nameOfPlace)?.name ?? undefined
}

export function isEmpty(sql: Sql): boolean {
  return sql.one(anyUser) === undefined
}

export function accountByHandle(sql: Sql, handle: string): Account | undefined {
  const row = sql.one(userByHandle, handle)
  return row && accountOfRow(row)
}

export function accountById(sql: Sql, id: UserId): Account | undefined {
  const row = sql.one(userById, id)
  return row && accountOfRow(row)
}

export function listAccounts(
  sql: Sql,
  { after, limit }: { after: UserId | undefined; limit: number },
): { accounts: { user: User; createdAt: number; disabledAt: number | undefined }[]; more: boolean } {
  const rows = sql.all(accountsAfter, after ?? '', limit + 1)
  const accounts = rows.slice(0, limit).map((row) => ({
    user: userOfRow(row),
    createdAt: row.created_at,
    disabledAt: row.disabled_at ?? undefined,
  }))
  return { accounts, more: rows.length > limit }
}

export function sessionByAccess(sql: Sql, hash: TokenHash, now: number): { session: Session; user: User } | undefined {
  const row = sql.one(sessionByHash, hash)
  if (row === undefined || row.expires_at <= now || row.ends_at <= now) return undefined
  const user = activeUser(sql, row.user)
  return user && { session: sessionOfRow(row), user }
}

export function sessionsOf(sql: Sql, user: UserId, now: number): Session[] {
  return sql.all(openSessions, user, now).map(sessionOfRow)
}
