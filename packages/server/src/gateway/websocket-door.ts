import type { IncomingMessage } from 'node:http'
import type { Entrance } from '../identity/entrance.ts'
import type { Identity } from '../identity/identity.ts'
import { namesToken } from '../identity/token-in-query.ts'
import type { UpgradeCredential } from './doorkeeper.ts'
import type { Gateway } from './gateway.ts'
import type { Door } from './websocket-server.ts'

export const SOCKET_PATH = '/v1/ws'
/** For addresses without a host, as requests have them. */
const ANY_HOST = 'http://natter.invalid'

/** Decides about upgrades: path, origin, connections an address, and which credential came along. */
export function websocketDoor(gateway: Gateway, identity: Identity, entrance: Entrance): Door {
  return async (request) => {
    const { headers, socket } = request
    const path = request.url ?? '/'
    if (!URL.canParse(path, ANY_HOST)) return { status: 400, message: 'This address cannot be read.' }
    const url = new URL(path, ANY_HOST)
    if (url.pathname !== SOCKET_PATH) return { status: 404, message: `Sockets are at ${SOCKET_PATH}.` }
    if (namesToken(url.searchParams)) {
      return {
        status: 400,
        message: 'Tokens do not belong in a query string. Use a header, the first frame, or a ticket.',
      }
    }
    const { origin } = headers
    if (origin !== undefined && !entrance.isAllowedOrigin(origin, headers.host)) {
      gateway.ports.log.warn('A page of a foreign origin was refused a socket.', { origin })
      return { status: 403, message: 'This origin may not connect. The operator can list it in NATTER_ORIGINS.' }
    }
    const forwardedFor = headers['x-forwarded-for']
    const address = entrance.clientAddress(
      socket.remoteAddress,
      typeof forwardedFor === 'string' ? forwardedFor : undefined,
    )
    if (gateway.isFullFor(address)) return { status: 429, message: 'Too many connections from this address.' }
    const ticket = url.searchParams.get('ticket')
    if (ticket === null) return credentialIn(request, entrance, address)
    const proved = await identity.identifyTicket(ticket)
    return proved === undefined
      ? { status: 401, message: 'This ticket is unknown, used or too old.' }
      : { address, credential: { proved } }
  }
}

/** A bearer token wins; a cookie counts only for pages of an allowed origin, and without an origin it is refused. */
function credentialIn(
  { headers }: IncomingMessage,
  entrance: Entrance,
  address: string,
): { address: string; credential: UpgradeCredential } | { status: number; message: string } {
  const bearer = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1]
  if (bearer !== undefined) return { address, credential: { token: bearer } }
  const token = entrance.cookies.accessToken(headers.cookie)
  if (token === undefined) return { address, credential: undefined }
  if (headers.origin !== undefined) return { address, credential: { token } }
  return { status: 403, message: 'A cookie needs an Origin. Other clients use a header, the first frame, or a ticket.' }
}
