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

/** Tokens for both roads; renewed one at a time, for one that is renewed twice at once may be taken for a stolen one. */
export function tokenSource(
  url: string,
  provider: ((why: AskWhy) => Promise<string | undefined>) | undefined,
  environment: Environment,
): TokenSource {
  let last: string | undefined
  let renewing: Promise<string | undefined> | undefined
  const renew = async (): Promise<string | undefined> =>
    provider ? provider('renew') : (await http.renew()).accessToken
  const ask = async (why: AskWhy): Promise<string | undefined> => {
    if (why === 'renew') renewing ??= renew().finally(() => (renewing = undefined))
    last = await (why === 'renew' ? renewing : provider?.(why))
    return last
  }
  const token = async (why: AskWhy): Promise<string | undefined> => (why === 'connect' && last) || ask(why)
  const http = createHttp({ url, environment, ...(provider && { token }) })
  return { ask, http }
}
