import { refuse } from '@natter/protocol'
import type { Refusal } from '@natter/protocol'
import type { Ports } from '../ports/ports.ts'
import { ACCESS_MS } from './grant.ts'
import type { Grant } from './grant.ts'
import { hashToken, isToken, nextTokens } from './tokens.ts'

/** A client that lost the answer may ask again this long, with the token it had. */
const GRACE_MS = 10_000

/** The next pair of tokens for a refresh token. One that was used up before ends the session: somebody has copied it. */
export async function renew(ports: Ports, presented: string | undefined, address: string): Promise<Grant | Refusal> {
  if (presented === undefined || !isToken('refresh', presented)) return signInAgain()
  const { accessToken, refreshToken } = nextTokens(presented, ports.store.secret)
  const now = ports.clock.now()
  const rotated = await ports.store.rotateSession({
    presented: hashToken(presented),
    nextAccess: hashToken(accessToken),
    nextRefresh: hashToken(refreshToken),
    now,
    expiresAt: now + ACCESS_MS,
    graceMs: GRACE_MS,
  })
  if (rotated.outcome === 'unknown') return signInAgain()
  if (rotated.outcome === 'reused') {
    const { user, session } = rotated
    ports.bus.publish('all', { kind: 'signedOut', user, sessions: [session], why: 'signedOut' })
    ports.log.warn('A refresh token was used twice; its session has ended.', { user, session, address })
    return signInAgain()
  }
  return { user: rotated.user, session: rotated.session, accessToken, refreshToken }
}

function signInAgain(): Refusal {
  return refuse('unauthorized', 'This session has ended. Sign in again.')
}
