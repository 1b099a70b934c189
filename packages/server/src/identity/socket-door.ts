import type { IncomingMessage } from 'node:http'
import type { Log } from '../ports/log.ts'
import { bearerToken } from './bearer-token.ts'
import type { Entrance } from './entrance.ts'
import type { Identified } from './identify.ts'
import type { Identity } from './identity.ts'
import { namesToken } from './token-in-query.ts'

/** What an upgrade comes with: a token that `hello` will check, a session that a ticket has proved, or nothing yet. */
type Opened = { address: string; credential: { token: string } | { proved: Identified } | undefined }
/** An HTTP status and a sentence. */
type TurnedAway = { status: number; message: string }

/**
 * Decides about a WebSocket upgrade at `/v1/ws`. A page of a foreign origin is never let in; a cookie counts only with an
 * origin, which browsers always send.
 */
export function createSocketDoor(
  identity: Identity,
  entrance: Entrance,
  log: Log,
): (request: IncomingMessage) => Promise<Opened | TurnedAway> {
  return async ({ url = '', headers, socket }) => {
    const { pathname, searchParams } = new URL(url, 'http://upgrade')
    if (pathname !== '/v1/ws') return { status: 404, message: `There is no socket at this path. It is at /v1/ws.` }
    if (namesToken(searchParams)) return { status: 400, message: TOKEN_IN_QUERY }
    const forwardedFor = headers['x-forwarded-for']
    const address = entrance.clientAddress(socket.remoteAddress, forwardedFor?.toString())
    const token = bearerToken(headers.authorization)
    const ticket = searchParams.get('ticket')
    const cookie = token === undefined && ticket === null ? entrance.cookies.accessToken(headers.cookie) : undefined
    if (headers.origin !== undefined || cookie !== undefined) {
      if (!entrance.isAllowedOrigin(headers.origin, headers.host)) {
        log.warn('A socket of a foreign origin was turned away.', { origin: headers.origin, address })
        return { status: 403, message: foreignOrigin(headers.origin) }
      }
    }
    if (ticket !== null) {
      const proved = await identity.identifyTicket(ticket)
      return proved === undefined
        ? { status: 401, message: 'This ticket is not valid, or was used. Get a new one.' }
        : { address, credential: { proved } }
    }
    const presented = token ?? cookie
    return { address, credential: presented === undefined ? undefined : { token: presented } }
  }
}

export const TOKEN_IN_QUERY = 'A token in an address ends up in logs. Send it as "Authorization: Bearer …".'

/** What a page hears whose origin is not allowed; the operator learns from it what to set. */
export function foreignOrigin(origin: string | undefined): string {
  const seen = origin === undefined ? 'there is none' : `not ${JSON.stringify(origin.slice(0, 200))}`
  return `A request with a cookie must come from a page of this place; its Origin says ${seen}. See NATTER_PUBLIC_URL and NATTER_ORIGINS.`
}
