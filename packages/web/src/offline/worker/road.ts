/** How the worker answers a request. `network`: not at all. */
export type Road = 'page' | 'shell' | 'asset' | 'network'

/** What a request is, as far as its road goes. */
export interface Asked {
  readonly method: string
  readonly isNavigation: boolean
  readonly url: URL
}

/** Files whose names change with their content: what has been fetched once stays right. */
const ASSETS = '/assets/'
/** Addresses that the server answers itself. */
const SERVERS_OWN = /^\/(v1|docs|healthz|readyz|metrics|sw\.js)(\/|$)/

/** Nothing of another origin, nothing that changes anything, and nothing of the protocol goes through the worker. */
export function roadOf({ method, isNavigation, url }: Asked, origin: string, shell: readonly string[]): Road {
  if (method !== 'GET' || url.origin !== origin || SERVERS_OWN.test(url.pathname)) return 'network'
  if (isNavigation) return 'page'
  if (url.pathname.startsWith(ASSETS)) return 'asset'
  return shell.includes(url.pathname) ? 'shell' : 'network'
}

const CACHE_PREFIX = 'natter-page-'

export function cacheNameOf(version: string): string {
  return `${CACHE_PREFIX}${version}`
}

/**
 * Caches to delete once `version` rules, of `names` in the order they were made: all of ours but its own and the one before,
 * from which tabs that are still open may want another part of their page.
 */
export function outdatedCaches(names: readonly string[], version: string): string[] {
  const ours = names.filter((name) => name.startsWith(CACHE_PREFIX) && name !== cacheNameOf(version))
  return ours.slice(0, -1)
}
