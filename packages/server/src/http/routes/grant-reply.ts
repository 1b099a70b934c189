import { isRefusal, refuse } from '@natter/protocol'
import type { Refusal, SignedIn } from '@natter/protocol'
import { ACCESS_MS, FAMILY_MS } from '../../identity/grant.ts'
import type { Grant } from '../../identity/grant.ts'
import { foreignOrigin } from '../../identity/foreign-origin.ts'
import type { HttpDeps } from '../http-deps.ts'
import type { HttpReply } from '../route.ts'

/** What somebody who has signed in is told, and the cookies for a browser. */
export function grantReply(grant: Grant | Refusal, { entrance }: HttpDeps, status: 200 | 201): HttpReply {
  if (isRefusal(grant)) return grant
  const { user, session, accessToken, refreshToken } = grant
  const ok: SignedIn = { user, accessToken, expiresAt: session.expiresAt, refreshToken }
  return {
    ok,
    status,
    cookies: entrance.cookies.set({ accessToken, accessMs: ACCESS_MS, refreshToken, refreshMs: FAMILY_MS }),
  }
}

/**
 * A page elsewhere must not sign its visitor in here: as somebody of its choice, say. Other clients name no origin, and
 * need none unless they act by a cookie.
 */
export function refusedBrowser(
  header: (name: string) => string | undefined,
  { entrance, ports }: HttpDeps,
  isByCookie = false,
): Refusal | undefined {
  const origin = header('origin')
  if (origin === undefined && !isByCookie) return undefined
  if (entrance.isAllowedOrigin(origin, header('host'))) return undefined
  ports.log.warn('A page of a foreign origin was refused a sign-in.', { origin })
  return refuse('forbidden', foreignOrigin(origin))
}
