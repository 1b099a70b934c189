import { isRefusal, refuse } from '@natter/protocol'
import type { Refusal } from '@natter/protocol'
import type { Context, Env } from 'hono'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Identified } from '../identity/identify.ts'
import type { RateTable } from '../identity/rate-table.ts'
import { namesToken } from '../identity/token-in-query.ts'
import type { Wire } from '../ports/fallback-roads.ts'
import { authenticate } from './authenticate.ts'
import type { HttpDeps } from './http-deps.ts'
import { readBody } from './read-body.ts'
import { readParams } from './read-params.ts'
import { readQuery } from './read-query.ts'
import { errorResponse, jsonResponse, linesResponse } from './respond.ts'
import type { HttpReply, Route, SignedInCall } from './route.ts'

/** What `@hono/node-server` hands in beside the request; absent in tests that ask the app itself. */
export interface HttpEnv extends Env {
  Bindings: {
    incoming?: Pick<IncomingMessage, 'socket'>
    outgoing?: Pick<ServerResponse, 'writableLength' | 'destroy'>
  }
}

const TOKEN_IN_QUERY = 'A token in an address ends up in logs. Send it as "Authorization: Bearer …".'
const DEVICE_CHARACTERS_MAX = 200
const NOT_PRINTABLE = /[^\x20-\x7e]/g

/** Answers one request: who, may they, what exactly; then the route's own work. `rate`: of each user's commands. */
export async function serveRoute(
  c: Context<HttpEnv>,
  route: Route,
  deps: HttpDeps,
  rate: RateTable | undefined,
): Promise<Response> {
  const reply = await replyTo(c, route, deps, rate)
  if (isRefusal(reply)) return errorResponse(reply.refused)
  if ('json' in reply) return jsonResponse(200, reply.json)
  if ('lines' in reply) return linesResponse(reply.lines)
  return jsonResponse(reply.status ?? route.status ?? 200, JSON.stringify(reply.ok), reply.cookies)
}

async function replyTo(
  c: Context<HttpEnv>,
  route: Route,
  deps: HttpDeps,
  rate: RateTable | undefined,
): Promise<HttpReply> {
  const request = c.req.raw
  if (namesToken(queryOf(request))) return refuse('bad_request', TOKEN_IN_QUERY)
  const address = addressOf(c, deps)
  const me = route.access === 'anybody' ? undefined : await authenticate(request, deps, address)
  if (isRefusal(me)) return me
  if (route.access === 'admin' && me !== undefined && !isAdmin(me)) {
    return refuse('forbidden', 'Only the owner and admins may do this.')
  }
  const input = await readInput(c, route, deps, me)
  if (isRefusal(input)) return input
  const waitMs = me === undefined ? undefined : rate?.take(me.user.id, route.cost?.(input.body) ?? 1)
  if (waitMs !== undefined) return refuse('rate_limited', 'Too many requests at once.', { retryAfterMs: waitMs })
  const device = (request.headers.get('user-agent') ?? '').replace(NOT_PRINTABLE, '').slice(0, DEVICE_CHARACTERS_MAX)
  const call = { ...input, from: { address, device }, header: (name: string) => c.req.header(name) }
  // A route for strangers has no `me`, and its type does not let it ask for one.
  const signedIn = me && { me, actor: { user: me.user, session: me.session.id }, wire: wireOf(c) }
  return route.run({ ...call, ...signedIn } as SignedInCall<object, unknown, unknown>, deps)
}

async function readInput(
  c: Context<HttpEnv>,
  route: Route,
  { ports }: HttpDeps,
  me: Identified | undefined,
): Promise<{ params: object; query: unknown; body: unknown } | Refusal> {
  const params = readParams(c.req.param(), me?.user.id)
  if (isRefusal(params)) return params
  const query = readQuery(queryOf(c.req.raw), route.query)
  if (isRefusal(query)) return query
  const { frameBytes, jsonDepth, jsonKeys } = ports.limits
  const body =
    route.body === undefined
      ? { body: undefined }
      : await readBody(c.req.raw, route.body, { bytesMax: frameBytes, jsonDepth, jsonKeys })
  return isRefusal(body) ? body : { params, ...query, ...body }
}

/** By itself: the host before it is the client's word, and may make no URL, as `127.p.0.1` does. */
function queryOf({ url }: Request): URLSearchParams {
  return new URLSearchParams(/\?([^#]*)/.exec(url)?.[1] ?? '')
}

function wireOf(c: Context<HttpEnv>): Wire {
  const outgoing = bindingsOf(c)?.outgoing
  return {
    bufferedBytes: () => outgoing?.writableLength ?? 0,
    cut: () => outgoing?.destroy(),
    // Asked for only where it is listened to: making it costs more than the rest of a request.
    get gone() {
      return c.req.raw.signal
    },
  }
}

/** Hono leaves `env` undefined when nothing was handed in. */
function bindingsOf(c: Context<HttpEnv>): HttpEnv['Bindings'] | undefined {
  return c.env
}

function addressOf(c: Context<HttpEnv>, { entrance }: HttpDeps): string {
  return entrance.clientAddress(bindingsOf(c)?.incoming?.socket.remoteAddress, c.req.header('x-forwarded-for'))
}

function isAdmin({ user }: Identified): boolean {
  return user.role === 'owner' || user.role === 'admin'
}
