import { refuse } from '@natter/protocol'
import type { Refusal, UserRole } from '@natter/protocol'

export interface Standing {
  role: UserRole
  disabledAt: number | undefined
}

/** What an admin asks for; `disabledAt: null` switches an account on again. */
export interface StandingChange {
  role?: UserRole
  disabledAt?: number | null
}

/** How an account stands after a change. Somebody must always own the place: its last owner who can sign in stays. */
export function decideAccountUpdate(
  standing: Standing,
  change: StandingChange,
  otherOwners: number,
): Standing | Refusal {
  const after: Standing = {
    role: change.role ?? standing.role,
    disabledAt: change.disabledAt === undefined ? standing.disabledAt : (change.disabledAt ?? undefined),
  }
  if (owns(standing) && !owns(after) && otherOwners === 0) {
    return refuse('conflict', 'This is the last owner. Make somebody else an owner first.')
  }
  return after
}

/** An owner who is switched off owns nothing. */
function owns({ role, disabledAt }: Standing): boolean {
  return role === 'owner' && disabledAt === undefined
}

/** What an account hears that is gone or switched off, whatever it tries. */
export function noSuchActor(): Refusal {
  return refuse('unauthorized', 'This account does not exist or is switched off.')
}

export function noSuchAccount(): Refusal {
  return refuse('not_found', 'There is no such account.', { field: 'user' })
}
