/** Where the refresh cookie goes: to nobody but the route that renews. */
const RENEW_PATH = '/v1/sessions/renew'

export interface Cookies {
  /** The access token in a `Cookie` header. */
  accessToken(header: string | undefined): string | undefined
  refreshToken(header: string | undefined): string | undefined
  /** `Set-Cookie` values that sign a browser in; times in ms from now. */
  set(tokens: { accessToken: string; accessMs: number; refreshToken: string; refreshMs: number }): string[]
  /** `Set-Cookie` values that sign it out. */
  clear(): string[]
}

/** With https the names carry prefixes that make browsers insist on how the cookies were set. */
export function createCookies(isHttps: boolean): Cookies {
  const secure = isHttps ? '; Secure' : ''
  const access = { name: isHttps ? '__Host-natter' : 'natter', path: '/' }
  const refresh = { name: isHttps ? '__Secure-natter-refresh' : 'natter-refresh', path: RENEW_PATH }
  const write = ({ name, path }: typeof access, value: string, maxAgeMs: number): string =>
    `${name}=${value}; Path=${path}; Max-Age=${Math.floor(maxAgeMs / 1_000)}; HttpOnly; SameSite=Strict${secure}`
  return {
    accessToken: (header) => readCookie(header, access.name),
    refreshToken: (header) => readCookie(header, refresh.name),
    set: (tokens) => [
      write(access, tokens.accessToken, tokens.accessMs),
      write(refresh, tokens.refreshToken, tokens.refreshMs),
    ],
    clear: () => [write(access, '', 0), write(refresh, '', 0)],
  }
}

function readCookie(header: string | undefined, name: string): string | undefined {
  if (header === undefined) return undefined
  for (const pair of header.split(';')) {
    const equals = pair.indexOf('=')
    if (equals > 0 && pair.slice(0, equals).trim() === name) return pair.slice(equals + 1).trim()
  }
  return undefined
}
