import { refuse } from '@natter/protocol'
import type { Refusal, UserRole } from '@natter/protocol'

export interface SignupFacts {
  /** There is no account yet. */
  isFirst: boolean
  handleIsTaken: boolean
  /** What strangers may do here. */
  signup: 'open' | 'invite' | 'closed'
  /** An invite was shown that has not ended, has uses left, and whose giver is still here. */
  inviteIsGood: boolean
}

/** The first account owns the place and needs no leave. A stranger without leave does not learn which handles are taken. */
export function decideAccountCreate(facts: SignupFacts): { role: UserRole; spendsInvite: boolean } | Refusal {
  if (facts.isFirst) return { role: 'owner', spendsInvite: false }
  if (facts.signup === 'closed') return refuse('forbidden', 'This server takes no new accounts.')
  if (facts.signup === 'invite' && !facts.inviteIsGood) {
    return refuse('forbidden', 'Signing up here takes a valid invite. Ask somebody inside for a new one.')
  }
  if (facts.handleIsTaken) return refuse('conflict', 'This handle is taken. Choose another one.', { field: 'handle' })
  return { role: 'member', spendsInvite: facts.signup === 'invite' }
}
