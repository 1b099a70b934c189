import { ERRORS } from '@natter/protocol'
import type { WireError } from '@natter/protocol'

const JSON_HEADERS = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }

/** An answer whose body is JSON text. */
export function jsonResponse(status: number, json: string, cookies: readonly string[] = []): Response {
  const headers = new Headers(JSON_HEADERS)
  for (const cookie of cookies) headers.append('set-cookie', cookie)
  return new Response(json, { status, headers })
}

/** An answer of JSON lines, each of which has to go through at once: no proxy may keep it to fill a buffer. */
export function linesResponse(lines: ReadableStream<Uint8Array>): Response {
  const headers = {
    'content-type': 'application/x-ndjson; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  }
  return new Response(lines, { headers })
}

/** `{"error":{…}}` with the status of its code. */
export function errorResponse(error: WireError): Response {
  const response = jsonResponse(ERRORS[error.code].status, JSON.stringify({ error }))
  if (error.retryAfterMs !== undefined) {
    response.headers.set('retry-after', String(Math.ceil(error.retryAfterMs / 1_000)))
  }
  if (error.code === 'unauthorized') response.headers.set('www-authenticate', 'Bearer')
  return response
}
