import type { Environment } from './environment.ts'
import { errorOf, NatterError } from './errors.ts'
import { isRecord, isWireError } from './shapes.ts'

/** How long an answer may take. */
const CALL_MS = 30_000

/** One call over HTTP. */
export interface HttpCall {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** From the origin on; made by `path`. */
  path: string
  body?: object
}

/** Calls and reads the JSON answer; an empty one is an empty object. Rejects with a `NatterError` only. */
export async function callHttp(
  environment: Environment,
  url: string,
  { method, path, body }: HttpCall,
  token: string | undefined,
): Promise<Record<string, unknown>> {
  const ended = new AbortController()
  const cancelTimer = environment.setTimer(CALL_MS, () => ended.abort())
  const headers: Record<string, string> = {}
  if (body !== undefined) headers['content-type'] = 'application/json'
  if (token !== undefined) headers['authorization'] = `Bearer ${token}`
  const request: RequestInit = { method, headers, credentials: 'same-origin', signal: ended.signal }
  if (body !== undefined) request.body = JSON.stringify(body)
  try {
    const response = await environment.fetch(url + path, request)
    const text = await response.text()
    return readAnswer(response, text)
  } catch (error) {
    if (error instanceof NatterError) throw error
    throw new NatterError('network', `No answer from ${new URL(url).host}.`)
  } finally {
    cancelTimer()
  }
}

function readAnswer({ ok, status }: Response, text: string): Record<string, unknown> {
  const answer = parse(text)
  if (ok && isRecord(answer)) return answer
  const error = isRecord(answer) && Object.hasOwn(answer, 'error') ? answer['error'] : undefined
  if (isWireError(error)) throw errorOf(error, status)
  // A proxy or a page in between has answered, not the server.
  throw new NatterError(
    status === 401 ? 'unauthorized' : 'internal',
    `The server answered ${status} without a reason.`,
    { status },
  )
}

function parse(text: string): unknown {
  try {
    return text === '' ? {} : JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A path with its changing parts made safe: a part cannot lead elsewhere. */
export function path(parts: TemplateStringsArray, ...values: string[]): string {
  return parts.reduce((done, part, index) => done + safe(values[index - 1] ?? '') + part)
}

function safe(part: string): string {
  if (/^\.*$/.test(part)) throw new NatterError('bad_request', `"${part}" is no id.`)
  return encodeURIComponent(part)
}

/** `?a=1&b=2` of what is there. */
export function query(values: Record<string, string | undefined>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) if (value !== undefined) search.set(name, value)
  return search.size === 0 ? '' : `?${search.toString()}`
}
