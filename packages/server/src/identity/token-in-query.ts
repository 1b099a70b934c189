import { isToken, looksLikeToken } from './tokens.ts'

const NAMES = new Set(['token', 'access_token', 'accesstoken', 'bearer', 'authorization', 'refreshtoken', 'password'])

/** Whether a query string carries what must not stand in one. A ticket may: it is used up by the request that shows it. */
export function namesToken(query: URLSearchParams): boolean {
  for (const [name, value] of query) {
    if (NAMES.has(name.toLowerCase()) || (looksLikeToken(value) && !isToken('ticket', value))) return true
  }
  return false
}
