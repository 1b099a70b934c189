import { base62 } from '@natter/protocol'
import type { User } from '@natter/protocol'
import type { Session } from '../ports/account-store.ts'
import type { Ports } from '../ports/ports.ts'
import { STORE_BOUNDS } from '../ports/store-bounds.ts'
import { endSessions } from './end-sessions.ts'
import { hashToken, mintToken } from './tokens.ts'

/** How long an access token lasts. */
export const ACCESS_MS = 3_600_000
/** How long a device stays signed in, renewed or not. */
export const FAMILY_MS = 60 * 86_400_000
const SESSION_ID_LENGTH = 22

/** Where somebody signs in from. */
export interface From {
  address: string
  /** What the device says it is. */
  device: string
}

/** A session with the tokens to it, told once. */
export interface Grant {
  user: User
  session: Session
  accessToken: string
  refreshToken: string
}

/** Makes a new session, with tokens that nobody has seen before. */
export async function grantSession(ports: Ports, user: User, from: From): Promise<Grant> {
  const now = ports.clock.now()
  const accessToken = mintToken('access', ports.random)
  const refreshToken = mintToken('refresh', ports.random)
  const session: Session = {
    id: `se_${base62(ports.random(SESSION_ID_LENGTH), SESSION_ID_LENGTH)}`,
    user: user.id,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: now + ACCESS_MS,
    ...from,
  }
  await makeRoom(ports, user, now)
  await ports.store.createSession({
    ...session,
    accessHash: hashToken(accessToken),
    refreshHash: hashToken(refreshToken),
    endsAt: now + FAMILY_MS,
  })
  return { user, session, accessToken, refreshToken }
}

/** The store would end the session that was seen longest ago by itself, but would not close its sockets. */
async function makeRoom(ports: Ports, user: User, now: number): Promise<void> {
  const sessions = await ports.store.sessionsOf(user.id, now)
  const surplus = sessions.toSorted((a, b) => b.lastSeenAt - a.lastSeenAt).slice(STORE_BOUNDS.sessionsPerUser - 1)
  for (const { id } of surplus) await endSessions(ports, user.id, { only: id })
}
