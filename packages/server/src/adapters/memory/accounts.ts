import { decideAccountCreate, decideAccountUpdate, noSuchAccount } from '@natter/core'
import type { StandingChange } from '@natter/core'
import { isRefusal } from '@natter/protocol'
import type { Refusal, User, UserId } from '@natter/protocol'
import type { Invite, NewAccount } from '../../ports/account-store.ts'
import { pageOf } from './inbox.ts'
import { activeAccount } from './world.ts'
import type { Account, World } from './world.ts'

export function createAccount(world: World, account: NewAccount): User | Refusal {
  const { id, handle, name, passwordHash, at, signup } = account
  const invite = account.invite === undefined ? undefined : world.invites.get(account.invite)
  const decided = decideAccountCreate({
    isFirst: world.accounts.size === 0,
    handleIsTaken: accountByHandle(world, handle) !== undefined,
    signup,
    inviteIsGood: invite !== undefined && isGood(world, invite, at),
  })
  if (isRefusal(decided)) return decided
  if (invite !== undefined && decided.spendsInvite)
    world.invites.set(invite.codeHash, { ...invite, uses: invite.uses - 1 })
  const user: User = { id, handle, name, kind: 'human', role: decided.role }
  world.accounts.set(id, { user, passwordHash, createdAt: at, disabledAt: undefined })
  return user
}

function isGood(world: World, { uses, expiresAt, by }: Invite, now: number): boolean {
  return uses > 0 && expiresAt > now && activeAccount(world, by) !== undefined
}

/** For sign-in. */
export function credentials(account: Account | undefined): Omit<Account, 'createdAt'> | undefined {
  if (account === undefined) return undefined
  const { user, passwordHash, disabledAt } = account
  return { user, passwordHash, disabledAt }
}

export function accountByHandle(world: World, handle: string): Account | undefined {
  return [...world.accounts.values()].find(({ user }) => user.handle === handle)
}

export function updateProfile(
  world: World,
  id: UserId,
  change: { name?: string; passwordHash?: string },
): User | Refusal {
  const account = world.accounts.get(id)
  if (account === undefined) return noSuchAccount()
  const user = { ...account.user, name: change.name ?? account.user.name }
  world.accounts.set(id, { ...account, user, passwordHash: change.passwordHash ?? account.passwordHash })
  return user
}

export function updateAccount(world: World, id: UserId, change: StandingChange): User | Refusal {
  const account = world.accounts.get(id)
  if (account === undefined) return noSuchAccount()
  const standing = { role: account.user.role, disabledAt: account.disabledAt }
  const others = [...world.accounts.values()].filter(
    ({ user, disabledAt }) => user.id !== id && user.role === 'owner' && disabledAt === undefined,
  )
  const after = decideAccountUpdate(standing, change, others.length)
  if (isRefusal(after)) return after
  const user = { ...account.user, role: after.role }
  world.accounts.set(id, { ...account, user, disabledAt: after.disabledAt })
  if (after.disabledAt !== undefined) {
    for (const session of world.sessions.values()) if (session.user === id) world.sessions.delete(session.id)
  }
  return user
}

export function listAccounts(
  world: World,
  page: { after: UserId | undefined; limit: number },
): { accounts: Pick<Account, 'user' | 'createdAt' | 'disabledAt'>[]; more: boolean } {
  const { ids, more } = pageOf(world.accounts.keys(), page.after, page.limit)
  const found = ids.flatMap((id) => world.accounts.get(id) ?? [])
  return { accounts: found.map(({ user, createdAt, disabledAt }) => ({ user, createdAt, disabledAt })), more }
}
