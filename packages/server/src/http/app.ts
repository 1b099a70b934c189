import { base62, refuse } from '@natter/protocol'
import { Hono } from 'hono'
import { createRateTable } from '../identity/rate-table.ts'
import type { RateTable } from '../identity/rate-table.ts'
import type { Ports } from '../ports/ports.ts'
import { StoreFault } from '../ports/store-fault.ts'
import { ROUTES } from './all-routes.ts'
import { addCorsHeaders, preflightResponse } from './cors.ts'
import { serveDocs } from './docs/serve-docs.ts'
import type { HttpDeps } from './http-deps.ts'
import { errorResponse } from './respond.ts'
import { addSecurityHeaders } from './security-headers.ts'
import { serveRoute } from './serve-route.ts'
import type { HttpEnv } from './serve-route.ts'
import { serveWebPage } from './web-page/serve-web-page.ts'

/** How many users' rates are remembered. */
const USERS_MAX = 50_000
const ERROR_ID_LENGTH = 12

/** The whole HTTP road: the API, its documentation, and the web page. Sockets are upgraded before it is asked. */
export function createHttpApp(deps: HttpDeps): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>()
  const { ports } = deps
  const origins = new Set(deps.origins)
  app.use(async (c, next) => {
    const startedAt = ports.clock.uptime()
    await next()
    addSecurityHeaders(c.res.headers, deps.place.isHttps)
    if (c.req.path.startsWith('/v1/')) addCorsHeaders(c.res.headers, c.req.header('origin'), origins)
    const ms = Math.round(ports.clock.uptime() - startedAt)
    // Not the path: it may hold an invite.
    ports.log.debug('A request was answered.', { method: c.req.method, status: c.res.status, ms })
  })
  const rate = commandRate(ports)
  for (const route of ROUTES) app.on(route.method.toUpperCase(), route.path, (c) => serveRoute(c, route, deps, rate))
  app.options('/v1/*', (c) => preflightResponse(c.req.header('origin'), origins))
  app.get('/v1/ws', () => errorResponse(refuse('bad_request', 'This is the address of a WebSocket.').refused))
  serveDocs(app)
  app.all('/v1/*', (c) => {
    const { refused } = refuse('not_found', `There is no ${c.req.method} ${c.req.path.slice(0, 100)}. See /docs.`)
    return errorResponse(refused)
  })
  serveWebPage(app, deps.webRoot)
  app.notFound(() => errorResponse(refuse('not_found', 'There is nothing here.').refused))
  app.onError((error) => internalError(error, ports))
  return app
}

/** The details go to the log, under an id that the answer names. */
function internalError(error: unknown, { log, random }: Ports): Response {
  const errorId = base62(random(ERROR_ID_LENGTH), ERROR_ID_LENGTH)
  log.error('A request failed.', { errorId, error })
  if (error instanceof StoreFault && error.code === 'unavailable') {
    return errorResponse(
      refuse('unavailable', 'The store cannot do its work now. Try again shortly.', { errorId }).refused,
    )
  }
  return errorResponse(refuse('internal', 'Something went wrong on the server.', { errorId }).refused)
}

/** Over HTTP a user has the rate of one socket, on this node. */
function commandRate({ clock, limits, ratesEnforced }: Ports): RateTable | undefined {
  if (!ratesEnforced) return undefined
  const rate = { count: limits.commandsPerSecond, periodMs: 1_000, burst: limits.commandsBurst }
  return createRateTable(rate, USERS_MAX, () => clock.uptime())
}
