import type { Duplex } from 'node:stream'
import { refuse } from '@natter/protocol'
import type { ErrorCode } from '@natter/protocol'

const ANSWERS: Record<number, { text: string; code: ErrorCode }> = {
  400: { text: 'Bad Request', code: 'bad_request' },
  401: { text: 'Unauthorized', code: 'unauthorized' },
  403: { text: 'Forbidden', code: 'forbidden' },
  404: { text: 'Not Found', code: 'not_found' },
  429: { text: 'Too Many Requests', code: 'rate_limited' },
  503: { text: 'Service Unavailable', code: 'overloaded' },
}
const FAULT = { text: 'Internal Server Error', code: 'internal' } as const

/** Answers a request that asked to become a socket and may not, and hangs up. `retryAfterMs`: when it may be tried again. */
export function turnAway(socket: Duplex, status: number, message: string, retryAfterMs?: number): void {
  const { text, code } = ANSWERS[status] ?? FAULT
  const { refused } = refuse(code, message, retryAfterMs === undefined ? {} : { retryAfterMs })
  const body = JSON.stringify({ error: refused })
  const head = [
    `HTTP/1.1 ${ANSWERS[status] === undefined ? 500 : status} ${text}`,
    'Connection: close',
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ]
  if (refused.retryAfterMs !== undefined) head.push(`Retry-After: ${Math.ceil(refused.retryAfterMs / 1_000)}`)
  // A peer that keeps its half open would keep the socket.
  socket.once('finish', () => socket.destroy())
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}
