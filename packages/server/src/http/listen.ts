import { createServer } from 'node:http'
import type { IncomingMessage, Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { refuse } from '@natter/protocol'
import type { Hono } from 'hono'
import { errorResponse } from './respond.ts'
import { addSecurityHeaders } from './security-headers.ts'
import type { HttpEnv } from './serve-route.ts'

/** A client has this long for its headers, and for a whole request, however slowly it sends. */
const HEADERS_TIMEOUT_MS = 10_000
const REQUEST_TIMEOUT_MS = 30_000
/** A little over what proxies keep an idle connection for, so that it is they who close it. */
const KEEP_ALIVE_MS = 65_000
const HEADER_BYTES_MAX = 16_384
const CHECK_TIMEOUTS_EVERY_MS = 2_000

/** An HTTP server for the app, with bounds on time and headers; the caller has it listen. */
export function createHttpServer(app: Hono<HttpEnv>): Server {
  const options = {
    headersTimeout: HEADERS_TIMEOUT_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    maxHeaderSize: HEADER_BYTES_MAX,
    connectionsCheckingInterval: CHECK_TIMEOUTS_EVERY_MS,
    // Other offers, such as `h2c` from curl, are passed over: the request is answered as it stands.
    shouldUpgradeCallback: ({ headers }: IncomingMessage) => headers.upgrade?.toLowerCase() === 'websocket',
  }
  const listener = getRequestListener(app.fetch, { errorHandler: malformedRequest })
  return createServer(options, (request, response) => void listener(request, response))
}

/** For what is no request the app could be asked about: a host or path that cannot be read. */
function malformedRequest(): Response {
  const response = errorResponse(refuse('bad_request', 'This request is malformed.').refused)
  addSecurityHeaders(response.headers, false)
  return response
}
