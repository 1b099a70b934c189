import { isRefusal, refuse } from '@natter/protocol'
import type { AccountPatch, Refusal, User, UserId } from '@natter/protocol'
import type { Actor, Ports } from '../ports/ports.ts'
import { tellUserChanged } from './user-changed.ts'

/** Switches an account off or on, or gives it another role. Admins look after members and guests; the owner after admins too. */
export async function setAccount(
  ports: Ports,
  actor: Actor,
  id: UserId,
  change: AccountPatch,
): Promise<User | Refusal> {
  const account = await ports.store.accountById(id)
  if (account === undefined) return refuse('not_found', 'There is no such person here.', { field: 'user' })
  const refused = refusedByRank(actor.user, account.user, change)
  if (refused !== undefined) return refused
  const user = await ports.store.updateAccount(id, {
    ...(change.role === undefined ? {} : { role: change.role }),
    ...(change.disabled === undefined ? {} : { disabledAt: change.disabled ? ports.clock.now() : null }),
  })
  if (isRefusal(user)) return user
  ports.log.info('An account was changed.', { user: id, by: actor.user.id, ...change })
  // The store ends the sessions of an account that it switches off.
  if (change.disabled === true) ports.bus.publish('all', { kind: 'signedOut', user: id, why: 'accountDisabled' })
  if (user.role !== account.user.role) {
    ports.bus.publish('all', { kind: 'signedOut', user: id, why: 'permissionsChanged' })
    tellUserChanged(ports, user)
  }
  return user
}

function refusedByRank(actor: User, target: User, change: AccountPatch): Refusal | undefined {
  if (actor.role === 'owner') return undefined
  const isOfRank = target.role === 'owner' || target.role === 'admin' || change.role === 'admin'
  return isOfRank ? refuse('forbidden', 'Only the owner decides who is an admin.') : undefined
}
