import { isRefusal, refuse } from '@natter/protocol'
import type { Refusal, SessionCreate } from '@natter/protocol'
import type { Ports } from '../ports/ports.ts'
import { grantSession } from './grant.ts'
import type { From, Grant } from './grant.ts'
import { isTooLongToHash } from './password-rules.ts'
import type { Passwords } from './passwords.ts'
import type { SignInRates } from './sign-in-rates.ts'

export interface SignInRules {
  ports: Ports
  passwords: Passwords
  rates: SignInRates
}

/** Signs in. An unknown handle and a wrong password answer alike, in words and in time. */
export async function signIn(rules: SignInRules, wanted: SessionCreate, from: From): Promise<Grant | Refusal> {
  const { ports, passwords, rates } = rules
  if (isTooLongToHash(wanted.password)) return notRight()
  const handle = asHandle(wanted.handle)
  const refused = rates.refusedSignIn(handle, from.address)
  if (refused !== undefined) return refused
  const account = await ports.store.accountByHandle(handle)
  const isRight = await passwords.verify(wanted.password, account?.passwordHash)
  if (isRefusal(isRight)) return isRight
  if (!isRight || account === undefined) {
    // The handle may be a password typed into the wrong field: only the id of an account that exists is logged.
    ports.log.warn('A sign-in was refused.', { user: account?.user.id, address: from.address })
    return notRight()
  }
  if (account.disabledAt !== undefined) return refuse('forbidden', 'This account is switched off. Ask an admin.')
  rates.becameFamiliar(handle, from.address)
  const grant = await grantSession(ports, account.user, from)
  ports.log.info('Somebody signed in.', { user: account.user.id, session: grant.session.id, address: from.address })
  return grant
}

/** Telephones begin words in upper case. Anything beyond ASCII is no handle, and no letter of it may become one. */
function asHandle(typed: string): string {
  const text = typed.trim()
  return /^[\x21-\x7e]+$/.test(text) ? text.toLowerCase() : text
}

function notRight(): Refusal {
  return refuse('unauthorized', 'The handle or the password is not right.')
}
