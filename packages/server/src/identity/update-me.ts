import { isRefusal, refuse } from '@natter/protocol'
import type { MeUpdate, Refusal, User } from '@natter/protocol'
import { endSessions } from './end-sessions.ts'
import type { From } from './grant.ts'
import type { Identified } from './identify.ts'
import { isTooLongToHash, refusedPassword } from './password-rules.ts'
import type { SignInRules } from './sign-in.ts'
import { tellUserChanged } from './user-changed.ts'

/** Changes one's own name or password. A new password ends one's other sessions. */
export async function updateMe(
  rules: SignInRules,
  me: Identified,
  change: MeUpdate,
  from: From,
): Promise<User | Refusal> {
  const { ports, rates } = rules
  const name = change.name?.normalize('NFC') ?? me.user.name
  const tooOften = name === me.user.name ? undefined : rates.refusedRename(me.user.id)
  if (tooOften !== undefined) return tooOften
  const passwordHash = await newPasswordHash(rules, me.user, change.password, from)
  if (isRefusal(passwordHash)) return passwordHash
  const user = await ports.store.updateProfile(me.user.id, {
    ...(name === me.user.name ? {} : { name }),
    ...(passwordHash === undefined ? {} : { passwordHash }),
  })
  if (isRefusal(user)) return user
  if (passwordHash !== undefined) {
    const ended = await endSessions(ports, user.id, { except: me.session.id })
    ports.log.info('A password was changed.', { user: user.id, ended: ended.length, address: from.address })
  }
  if (user.name !== me.user.name) tellUserChanged(ports, user)
  return user
}

async function newPasswordHash(
  { ports, passwords, rates }: SignInRules,
  user: User,
  change: MeUpdate['password'],
  from: From,
): Promise<string | undefined | Refusal> {
  if (change === undefined) return undefined
  if (isTooLongToHash(change.old)) return notTheOld()
  const refused = refusedPassword(change.new, user.handle) ?? rates.refusedSignIn(user.handle, from.address)
  if (refused !== undefined) return refused
  const account = await ports.store.accountById(user.id)
  const isRight = await passwords.verify(change.old, account?.passwordHash)
  if (isRefusal(isRight)) return isRight
  return isRight ? passwords.hash(change.new) : notTheOld()
}

/** Not `unauthorized`: that would tell a client that its token has ended. */
function notTheOld(): Refusal {
  return refuse('forbidden', 'The old password is not right.', { field: 'password.old' })
}
