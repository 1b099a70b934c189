import { refuse } from '@natter/protocol'
import type { Refusal } from '@natter/protocol'
import { bearerToken } from '../identity/bearer-token.ts'
import type { Identified } from '../identity/identify.ts'
import { foreignOrigin } from '../identity/foreign-origin.ts'
import type { HttpDeps } from './http-deps.ts'

const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD'])

/** Who sends a request: by its bearer token, else by its cookie, which changes something only for pages of this place. */
export async function authenticate(request: Request, deps: HttpDeps, address: string): Promise<Identified | Refusal> {
  const { identity, entrance } = deps
  const header = request.headers.get('authorization') ?? undefined
  const bearer = bearerToken(header)
  if (header !== undefined && bearer === undefined) {
    return refuse('unauthorized', 'The header Authorization must be "Bearer" and an access token.')
  }
  const token = bearer ?? entrance.cookies.accessToken(request.headers.get('cookie') ?? undefined)
  if (token === undefined) return refuse('unauthorized', 'Sign in first.')
  const refused = bearer === undefined ? refusedOrigin(request, deps, address) : undefined
  if (refused !== undefined) return refused
  return (await identity.identify(token)) ?? refuse('unauthorized', 'The access token is not valid, or has expired.')
}

/** For requests that act by a cookie. */
export function refusedOrigin(request: Request, { entrance, ports }: HttpDeps, address: string): Refusal | undefined {
  if (SAFE_METHODS.has(request.method)) return undefined
  const origin = request.headers.get('origin') ?? undefined
  if (entrance.isAllowedOrigin(origin, request.headers.get('host') ?? undefined)) return undefined
  ports.log.warn('A request with a cookie came from a foreign origin.', { origin, address })
  return refuse('forbidden', foreignOrigin(origin))
}
