import { refuse } from '@natter/protocol'
import { errorResponse } from './respond.ts'

const PREFLIGHT_SECONDS = '600'

/** Lets pages of the listed origins read answers; exact, and nobody else. */
export function addCorsHeaders(headers: Headers, origin: string | undefined, origins: ReadonlySet<string>): void {
  if (origins.size === 0) return
  headers.append('vary', 'Origin')
  if (origin === undefined || !origins.has(origin)) return
  headers.set('access-control-allow-origin', origin)
  headers.set('access-control-allow-credentials', 'true')
  headers.set('access-control-expose-headers', 'Retry-After')
}

/** The answer to a preflight; the headers of above come on top of it. */
export function preflightResponse(origin: string | undefined, origins: ReadonlySet<string>): Response {
  if (origin === undefined || !origins.has(origin)) {
    return errorResponse(refuse('forbidden', 'Pages of this origin may not use the API. See NATTER_ORIGINS.').refused)
  }
  return new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
      'access-control-allow-headers': 'Authorization, Content-Type, Idempotency-Key',
      'access-control-max-age': PREFLIGHT_SECONDS,
    },
  })
}
