import { defaultEnvironment } from './environment.ts'
import type { Environment } from './environment.ts'
import { errorIn, NatterError } from './errors.ts'
import { callHttp } from './http-call.ts'
import type { Json } from './shapes.ts'

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

/** Calls over HTTP, signed in or as anybody. */
export interface HttpCaller {
  /** As anybody. */
  tell(method: string, path: string, body?: object): Promise<Json>
  /** Signed in, and once more with a fresh token where the present one is not accepted. */
  call(method: string, path: string, body?: object): Promise<Json>
  /** A `call` to read something. */
  get(path: string, query?: object): Promise<Json>
  renew(refreshToken?: string): Promise<Json>
}

export function createHttpCaller({ url, token, environment = defaultEnvironment() }: HttpOptions): HttpCaller {
  const origin = url.replace(/\/+$/, '')
  let renewing: Promise<Json> | undefined

  const tell = (method: string, path: string, body?: object, bearer?: string): Promise<Json> =>
    callHttp(environment, { method, url: `${origin}/v1/${path}`, body, token: bearer })

  async function call(method: string, path: string, body?: object): Promise<Json> {
    try {
      return await tell(method, path, body, await token?.('connect'))
    } catch (error) {
      if (!(error instanceof NatterError) || error.code !== 'unauthorized') throw error
      if (token === undefined) await renew()
      return tell(method, path, body, await token?.('renew'))
    }
  }

  function renew(refreshToken?: string): Promise<Json> {
    const task = (): Promise<Json> => tell('POST', 'sessions/renew', { refreshToken })
    if (refreshToken !== undefined) return task()
    renewing ??= environment.exclusive(RENEWAL_LOCK, task).finally(() => (renewing = undefined))
    return renewing
  }

  const get = (path: string, query?: object): Promise<Json> => call('GET', path + (query ? queryOf(query) : ''))
  return { tell, call, get, renew }
}

// The casts below: where answers of the server get their types.

/** What an answer holds under a name. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- what is told of the answer is believed here
export function field<T>(name: string): (answer: Json) => T {
  return (answer) => page<Record<string, T>>(name)(answer)[name] as T
}

/** An answer that must hold something under a name. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- what is told of the answer is believed here
export function page<T>(name: string): (answer: Json) => T {
  return (answer) => {
    if (!Object.hasOwn(answer, name)) throw errorIn(undefined)
    return answer as T
  }
}

/** A part of a path that cannot lead elsewhere. */
export function safe(part: string): string {
  if (/[^\w-]/.test(part)) throw new NatterError('bad_request', `"${part}" is no id.`)
  return part
}

/** By way of JSON, which leaves out what is undefined. */
function queryOf(query: object): string {
  return `?${new URLSearchParams(JSON.parse(JSON.stringify(query)) as Record<string, string>).toString()}`
}
