import type { Environment } from './environment.ts'
import { errorIn, NatterError } from './errors.ts'
import { isRecord } from './shapes.ts'
import type { Json } from './shapes.ts'

/** How long an answer may take. */
const CALL_MS = 30_000

/** One call over HTTP. */
export interface HttpCall {
  method: string
  url: string
  body: object | undefined
  token: string | undefined
}

/** Calls and reads the JSON answer; an empty one is an empty object. Rejects with a `NatterError` only. */
export async function callHttp(
  { fetch, setTimer }: Environment,
  { method, url, body, token }: HttpCall,
): Promise<Json> {
  const ended = new AbortController()
  const cancelTimer = setTimer(CALL_MS, () => ended.abort())
  const authorization = token && { authorization: `Bearer ${token}` }
  let answer: unknown
  let response: Response | undefined
  try {
    response = await fetch(url, {
      method,
      headers: { 'content-type': 'application/json', ...authorization },
      body: body === undefined ? null : JSON.stringify(body),
      credentials: 'same-origin',
      signal: ended.signal,
    })
    answer = JSON.parse((await response.text()) || '{}')
  } catch {
    // Not even an answer, or one that nobody here has written.
    if (response === undefined) throw new NatterError('network', 'The server cannot be reached.')
  } finally {
    cancelTimer()
  }
  if (response.ok && isRecord(answer)) return answer
  throw errorIn(isRecord(answer) && answer['error'], response.status)
}
