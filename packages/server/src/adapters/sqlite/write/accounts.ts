import { decideAccountCreate, decideAccountUpdate, noSuchAccount } from '@natter/core'
import type { StandingChange } from '@natter/core'
import { isRefusal } from '@natter/protocol'
import type { Announcement, Refusal, User, UserId } from '@natter/protocol'
import type { Invite, NewAccount, TokenHash } from '../../../ports/account-store.ts'
import { STORE_BOUNDS } from '../../../ports/store-bounds.ts'
import { anyUser, userByHandle } from '../rows/user.ts'
import { query } from '../sql.ts'
import { endSessionsOf } from './sessions.ts'
import type { Writing } from './writing.ts'

const insertUser = query(
  `insert into users (id, handle, name, folded, kind, role, password_hash, created_at)
  values (?, ?, ?, ?, 'human', ?, ?, ?)`,
)
const updateUser = query('update users set name = ?, folded = ?, password_hash = ? where id = ?')
const updateStanding = query('update users set role = ?, disabled_at = ? where id = ?')
/** By users_owning. */
const countOtherOwners = query<{ owners: number }>(
  `select count(*) as owners from users where role = 'owner' and disabled_at is null and id <> ?`,
)
/** Both by the primary key. */
const inviteByCode = query<{ by: UserId; expires_at: number; uses: number }>(
  'select by, expires_at, uses from invites where code_hash = ?',
)
const spendInvite = query('update invites set uses = uses - 1 where code_hash = ?')
const putInvite = query(
  'insert or replace into invites (code_hash, by, created_at, expires_at, uses) values (?, ?, ?, ?, ?)',
)
/** The whole table, which is kept short. */
const deleteOldAnnouncements = query(
  `delete from announcements where until_at <= ?
    or n not in (select n from announcements where until_at > ? order by n desc limit ?)`,
)
const insertAnnouncement = query('insert into announcements (id, text, by, at, until_at) values (?, ?, ?, ?, ?)')

export function createAccount(writing: Writing, account: NewAccount): User | Refusal {
  const { sql } = writing
  const { id, handle, name, passwordHash, at, signup, invite } = account
  const decided = decideAccountCreate({
    isFirst: sql.one(anyUser) === undefined,
    handleIsTaken: sql.one(userByHandle, handle) !== undefined,
    signup,
    inviteIsGood: isGood(writing, invite, at),
  })
  if (isRefusal(decided)) return decided
  if (invite !== undefined && decided.spendsInvite) sql.run(spendInvite, invite)
  sql.run(insertUser, id, handle, name, name.toLowerCase(), decided.role, passwordHash, at)
  return { id, handle, name, kind: 'human', role: decided.role }
}

function isGood(writing: Writing, code: TokenHash | undefined, now: number): boolean {
  const invite = code === undefined ? undefined : writing.sql.one(inviteByCode, code)
  if (invite === undefined || invite.uses <= 0 || invite.expires_at <= now) return false
  return writing.activeAccount(invite.by) !== undefined
}

export function updateProfile(
  writing: Writing,
  id: UserId,
  change: { name?: string; passwordHash?: string },
): User | Refusal {
  const account = writing.account(id)
  if (account === undefined) return noSuchAccount()
  const { name = account.user.name, passwordHash = account.passwordHash } = change
  writing.sql.run(updateUser, name, name.toLowerCase(), passwordHash, id)
  writing.forgetAccount(id)
  return { ...account.user, name }
}

export function updateAccount(writing: Writing, id: UserId, change: StandingChange): User | Refusal {
  const account = writing.account(id)
  if (account === undefined) return noSuchAccount()
  const standing = { role: account.user.role, disabledAt: account.disabledAt }
  const after = decideAccountUpdate(standing, change, writing.sql.one(countOtherOwners, id)?.owners ?? 0)
  if (isRefusal(after)) return after
  writing.sql.run(updateStanding, after.role, after.disabledAt ?? null, id)
  writing.forgetAccount(id)
  if (after.disabledAt !== undefined) endSessionsOf(writing, id)
  return { ...account.user, role: after.role }
}

export function createInvite({ sql }: Writing, { codeHash, by, createdAt, expiresAt, uses }: Invite): void {
  sql.run(putInvite, codeHash, by, createdAt, expiresAt, uses)
}

/** Makes room first: those that have run out go, and of too many the oldest. */
export function addAnnouncement({ sql }: Writing, { id, text, by, at, untilAt }: Announcement): void {
  sql.run(deleteOldAnnouncements, at, at, STORE_BOUNDS.announcements - 1)
  sql.run(insertAnnouncement, id, text, by, at, untilAt)
}

/** Its one row. */
const setNameOfPlace = query('update place set name = ? where rowid = 1')

export function namePlace({ sql }: Writing, name: string): void {
  sql.run(setNameOfPlace, name)
}
