import { refuse } from '@natter/protocol'
import type {
  AccountCreate,
  AccountPatch,
  InviteCreate,
  MeUpdate,
  Refusal,
  SessionCreate,
  SessionId,
  SignupMode,
  User,
  UserId,
} from '@natter/protocol'
import type { Session } from '../ports/account-store.ts'
import type { Actor, Ports } from '../ports/ports.ts'
import { endSessions } from './end-sessions.ts'
import type { From, Grant } from './grant.ts'
import { identify, identifyTicket, issueTicket } from './identify.ts'
import type { Identified } from './identify.ts'
import { createInvite } from './invites.ts'
import { createPasswords } from './passwords.ts'
import { renew } from './renew.ts'
import { setAccount } from './set-account.ts'
import { createSignInRates } from './sign-in-rates.ts'
import { signIn } from './sign-in.ts'
import { signUp } from './sign-up.ts'
import { updateMe } from './update-me.ts'

/** Who people are, how they prove it, and when that ends. Shared by every road in. */
export interface Identity {
  readonly signup: SignupMode
  /** Whether there is no account yet. */
  isEmpty(): Promise<boolean>
  signUp(wanted: AccountCreate, from: From): Promise<Grant | Refusal>
  signIn(wanted: SessionCreate, from: From): Promise<Grant | Refusal>
  /** The next pair of tokens; a refresh token that was used up before ends its session. */
  renew(refreshToken: string | undefined, address: string): Promise<Grant | Refusal>
  /** The session of an access token that holds, else undefined. */
  identify(accessToken: string): Promise<Identified | undefined>
  issueTicket(session: Session): Promise<{ ticket: string; expiresAt: number }>
  /** The same for a socket ticket, which is used up by it. */
  identifyTicket(ticket: string): Promise<Identified | undefined>
  sessionsOf(user: UserId): Promise<Session[]>
  signOut(actor: Actor): Promise<void>
  /** Ends another session of one's own. */
  revoke(actor: Actor, session: SessionId): Promise<undefined | Refusal>
  updateMe(me: Identified, change: MeUpdate, from: From): Promise<User | Refusal>
  setAccount(actor: Actor, user: UserId, change: AccountPatch): Promise<User | Refusal>
  createInvite(actor: Actor, wanted: InviteCreate): Promise<{ code: string; expiresAt: number; uses: number } | Refusal>
}

/** One a node: it holds the node's sign-in rates and its pool for hashing. */
export function createIdentity(ports: Ports, { signup }: { signup: SignupMode }): Identity {
  const { store, clock } = ports
  const passwords = createPasswords(ports)
  const rates = createSignInRates(clock, ports.limits, ports.ratesEnforced)
  const isEmpty = untilFalse(() => store.isEmpty())
  const rules = { ports, passwords, rates, signup, isEmpty }
  return {
    signup,
    isEmpty,
    signUp: (wanted, from) => signUp(rules, wanted, from),
    signIn: (wanted, from) => signIn(rules, wanted, from),
    renew: (refreshToken, address) => renew(ports, refreshToken, address),
    identify: (accessToken) => identify(ports, accessToken),
    issueTicket: (session) => issueTicket(ports, session),
    identifyTicket: (ticket) => identifyTicket(ports, ticket),
    sessionsOf: (user) => store.sessionsOf(user, clock.now()),
    async signOut(actor) {
      await endSessions(ports, actor.user.id, { only: actor.session })
    },
    async revoke(actor, session) {
      const ended = await endSessions(ports, actor.user.id, { only: session })
      return ended.length === 0 ? refuse('not_found', 'There is no such session of yours.') : undefined
    },
    updateMe: (me, change, from) => updateMe(rules, me, change, from),
    setAccount: (actor, user, change) => setAccount(ports, actor, user, change),
    createInvite: (actor, wanted) => createInvite(ports, actor, wanted),
  }
}

/** A place that has an account once never loses its last one, so the answer is asked for until it is no. */
function untilFalse(ask: () => Promise<boolean>): () => Promise<boolean> {
  let isStill = true
  return async () => isStill && (isStill = await ask())
}
