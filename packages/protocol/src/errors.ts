/** Every refusal a server can answer with, its HTTP status, and whether trying again unchanged can help. */
export const ERRORS = {
  bad_request: { status: 400, retry: false },
  unauthorized: { status: 401, retry: false },
  forbidden: { status: 403, retry: false },
  not_found: { status: 404, retry: false },
  not_member: { status: 403, retry: false },
  conflict: { status: 409, retry: false },
  cid_conflict: { status: 409, retry: false },
  too_large: { status: 413, retry: false },
  invalid_cursor: { status: 400, retry: false },
  read_only: { status: 403, retry: false },
  archived: { status: 403, retry: false },
  rate_limited: { status: 429, retry: true },
  slow_mode: { status: 429, retry: true },
  quota: { status: 403, retry: false },
  timeout: { status: 504, retry: true },
  unavailable: { status: 503, retry: true },
  overloaded: { status: 503, retry: true },
  internal: { status: 500, retry: true },
} as const satisfies Record<string, { status: number; retry: boolean }>

export type ErrorCode = keyof typeof ERRORS

/** A refusal as it travels. `retryAfterMs` is there exactly when trying again unchanged can help. */
export interface WireError {
  code: ErrorCode
  message: string
  retryAfterMs?: number
  /** Where in the input the trouble is, for `bad_request`: `items.3.text`. */
  field?: string
  /** Under which the server's log tells more, for `internal`. */
  errorId?: string
}

/** A command's refusal: an expected answer, not a bug. */
export interface Refusal {
  refused: WireError
}

const RETRY_AFTER_DEFAULT_MS = 1_000

/** The one way to refuse: `message` says what happened, with the value, and what to do. */
export function refuse(
  code: ErrorCode,
  message: string,
  more: { retryAfterMs?: number; field?: string; errorId?: string } = {},
): Refusal {
  const { retryAfterMs = RETRY_AFTER_DEFAULT_MS, ...rest } = more
  return { refused: { code, message, ...rest, ...(ERRORS[code].retry ? { retryAfterMs } : {}) } }
}

/** Tells a refusal from an answer. */
export function isRefusal(answer: unknown): answer is Refusal {
  return typeof answer === 'object' && answer !== null && Object.hasOwn(answer, 'refused')
}

/** What a room that is not there, or may not be seen, answers: always these words. */
export function noSuchRoom(): Refusal {
  return refuse('not_found', 'There is no such room, or you may not see it.')
}
