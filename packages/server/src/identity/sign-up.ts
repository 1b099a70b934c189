import { decideAccountCreate } from '@natter/core'
import { base62, isRefusal, refuse } from '@natter/protocol'
import type { AccountCreate, Refusal, SignupMode } from '@natter/protocol'
import type { Ports } from '../ports/ports.ts'
import { grantSession } from './grant.ts'
import type { From, Grant } from './grant.ts'
import { refusedPassword } from './password-rules.ts'
import type { Passwords } from './passwords.ts'
import { isReservedHandle } from './reserved-handles.ts'
import type { SignInRates } from './sign-in-rates.ts'
import { hashToken } from './tokens.ts'

const USER_ID_LENGTH = 20

export interface SignUpRules {
  ports: Ports
  passwords: Passwords
  rates: SignInRates
  signup: SignupMode
  /** Whether there is no account yet. */
  isEmpty: () => Promise<boolean>
}

/** Makes an account and signs it in. The store decides who is first, and whether the invite holds, in one transaction. */
export async function signUp(rules: SignUpRules, wanted: AccountCreate, from: From): Promise<Grant | Refusal> {
  const { ports, passwords, rates, signup } = rules
  const refused =
    rates.refusedSignUp(from.address) ??
    refusedPassword(wanted.password, wanted.handle) ??
    refusedHandle(wanted.handle) ??
    (await refusedAtTheDoor(rules, wanted))
  if (refused !== undefined) return refused
  const passwordHash = await passwords.hash(wanted.password)
  if (isRefusal(passwordHash)) return passwordHash
  const user = await ports.store.createAccount({
    id: `us_${base62(ports.random(USER_ID_LENGTH), USER_ID_LENGTH)}`,
    handle: wanted.handle,
    name: (wanted.name ?? wanted.handle).normalize('NFC'),
    passwordHash,
    at: ports.clock.now(),
    signup,
    invite: wanted.invite === undefined ? undefined : hashToken(wanted.invite),
  })
  if (isRefusal(user)) return user
  rates.becameFamiliar(user.handle, from.address)
  const grant = await grantSession(ports, user, from)
  ports.log.info('Somebody signed up.', {
    user: user.id,
    role: user.role,
    session: grant.session.id,
    address: from.address,
  })
  return grant
}

function refusedHandle(handle: string): Refusal | undefined {
  return isReservedHandle(handle)
    ? refuse('conflict', `The handle "${handle}" is reserved. Choose another one.`, { field: 'handle' })
    : undefined
}

/** What the store would refuse as well, said before a password is hashed for nothing. */
async function refusedAtTheDoor({ signup, isEmpty }: SignUpRules, wanted: AccountCreate): Promise<Refusal | undefined> {
  const inviteIsGood = wanted.invite !== undefined
  const decided = decideAccountCreate({ isFirst: false, handleIsTaken: false, signup, inviteIsGood })
  return isRefusal(decided) && !(await isEmpty()) ? decided : undefined
}
