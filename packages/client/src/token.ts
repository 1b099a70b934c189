import type { AskWhy } from './connection-machine.ts'
import type { Environment } from './environment.ts'
import { createHttp } from './http.ts'
import type { NatterHttp } from './http-types.ts'

/** Where tokens come from: the application's provider, or the browser's cookie. */
export interface TokenSource {
  /** For the connection. */
  ask(why: AskWhy): Promise<string | undefined>
  /** The calls over HTTP, with the same tokens. */
  http: NatterHttp
}

/** Tokens for both roads, asked for one at a time. */
export function tokenSource(
  url: string,
  provider: ((why: AskWhy) => Promise<string | undefined>) | undefined,
  environment: Environment,
): TokenSource {
  if (provider === undefined) {
    const http = createHttp({ url, environment })
    return { http, ask: async (why) => (why === 'renew' ? (await http.renew()).accessToken : undefined) }
  }
  let last: string | undefined
  let renewing: Promise<string | undefined> | undefined
  const once = async (why: AskWhy): Promise<string | undefined> => {
    last = await provider(why)
    return last
  }
  // A token that is renewed twice at once may be taken for a stolen one.
  const ask = (why: AskWhy): Promise<string | undefined> => {
    if (why === 'connect') return once(why)
    renewing ??= once(why).finally(() => (renewing = undefined))
    return renewing
  }
  const http = createHttp({ url, environment, token: async (why) => (why === 'connect' && last) || ask(why) })
  return { ask, http }
}
