import { defaultEnvironment } from './environment.ts'
import type { Environment } from './environment.ts'
import { NatterError } from './errors.ts'
import { callHttp, path, query } from './http-call.ts'
import type { HttpCall } from './http-call.ts'
import type { NatterHttp, SignedIn } from './http-types.ts'

/** How to reach a server over HTTP. */
export interface HttpOptions {
  /** Origin of the server: `http://127.0.0.1:8080`. */
  url: string
  /**
   * The bearer token; absent or undefined: the browser's session cookie. Asked with `renew`, once a call, when the server
   * does not accept the present one.
   */
  token?: (why: 'connect' | 'renew') => Promise<string | undefined>
  environment?: Environment
}

/** Tabs and calls share the cookies that a renewal changes: one at a time, or the second would present a token that is used up. */
const RENEWAL_LOCK = 'natter.renew'

/** The HTTP half of the SDK, without a connection: for signing up and in, and for administration. */
export function createHttp({ url, token, environment = defaultEnvironment() }: HttpOptions): NatterHttp {
  const origin = url.replace(/\/+$/, '')
  const callOnce = (call: HttpCall, bearer?: string): ReturnType<typeof callHttp> =>
    callHttp(environment, origin, call, bearer)

  let renewing: Promise<SignedIn> | undefined
  const renew = (refreshToken?: string): Promise<SignedIn> => {
    const body = refreshToken === undefined ? {} : { refreshToken }
    const call = (): Promise<SignedIn> => callOnce({ method: 'POST', path: '/v1/sessions/renew', body }).then(signedIn)
    if (refreshToken !== undefined) return call()
    renewing ??= environment.exclusive(RENEWAL_LOCK, call).finally(() => (renewing = undefined))
    return renewing
  }

  /** Signed in, and once more with a fresh token where the present one is not accepted. */
  async function call(request: HttpCall): ReturnType<typeof callHttp> {
    try {
      return await callOnce(request, await token?.('connect'))
    } catch (error) {
      if (!(error instanceof NatterError) || error.code !== 'unauthorized') throw error
      return callOnce(request, token === undefined ? void (await renew()) : await token('renew'))
    }
  }

  const get = (from: string): ReturnType<typeof call> => call({ method: 'GET', path: from })
  return {
    signUp: (body) => callOnce({ method: 'POST', path: '/v1/accounts', body }).then(signedIn),
    signIn: (body) => callOnce({ method: 'POST', path: '/v1/sessions', body }).then(signedIn),
    renew,
    signOut: () => call({ method: 'DELETE', path: '/v1/sessions/current' }).then(nothing),
    sessions: () => get('/v1/sessions').then(field('sessions', Array.isArray)),
    revokeSession: async (id) => call({ method: 'DELETE', path: path`/v1/sessions/${id}` }).then(nothing),
    me: () => get('/v1/me').then(field('user')),
    updateMe: (body) => call({ method: 'PATCH', path: '/v1/me', body }).then(field('user')),
    place: () => callOnce({ method: 'GET', path: '/v1/place' }).then(field('place')),
    findUsers: (q, after) => get(`/v1/users${query({ q, after })}`).then(page('users')),
    publicRooms: (q) => get(`/v1/rooms${query({ scope: 'public', q })}`).then(page('rooms')),
    createInvite: (body = {}) => call({ method: 'POST', path: '/v1/invites', body }).then(field('invite')),
    announce: (text, forMs) =>
      call({ method: 'POST', path: '/v1/admin/announcements', body: { text, forMs } }).then(field('announcement')),
    connections: () => get('/v1/admin/connections').then(field('connections', Array.isArray)),
    closeConnection: async (id) => call({ method: 'DELETE', path: path`/v1/admin/connections/${id}` }).then(nothing),
    users: (after) => get(`/v1/admin/users${query({ after })}`).then(page('users')),
    setUser: async (id, body) => call({ method: 'PATCH', path: path`/v1/admin/users/${id}`, body }).then(field('user')),
  }
}

type Answer = Record<string, unknown>

// The casts below: where answers of the server get their types; what was checked is what the SDK itself relies on.

function signedIn(answer: Answer): SignedIn {
  if (typeof answer['accessToken'] !== 'string') throw misunderstood('accessToken')
  return answer as unknown as SignedIn
}

function field<T>(name: string, check: (value: unknown) => boolean = isObject): (answer: Answer) => T {
  return (answer) => {
    const value = Object.hasOwn(answer, name) ? answer[name] : undefined
    if (!check(value)) throw misunderstood(name)
    return value as T
  }
}

function page<T>(name: string): (answer: Answer) => T {
  return (answer) => {
    if (!Object.hasOwn(answer, name) || !Array.isArray(answer[name])) throw misunderstood(name)
    return answer as T
  }
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null
}

function nothing(): void {}

function misunderstood(name: string): NatterError {
  return new NatterError('internal', `The answer of the server holds no "${name}".`)
}
