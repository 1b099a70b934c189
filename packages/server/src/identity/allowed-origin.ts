import { isIP } from 'node:net'

/** How browsers reach this place. */
export interface Site {
  /** An origin, `https://chat.example`; undefined: as the request says, within reason. */
  publicUrl: string | undefined
  /** Further origins whose pages may act for their users. */
  origins: readonly string[]
  /** The host name or address that the server listens on. */
  host: string
}

/** Whether a page of `origin` may act with its user's cookie; `host` is the request's `Host` header. Exact, never by prefix or suffix. */
export type AllowedOrigin = (origin: string | undefined, host: string | undefined) => boolean

export function allowedOrigins({ publicUrl, origins, host: ownHost }: Site): AllowedOrigin {
  const listed = new Set(publicUrl === undefined ? origins : [publicUrl, ...origins])
  return (origin, host) => {
    if (origin === undefined || origin === 'null') return false
    if (listed.has(origin)) return true
    // Where no public address is set, the page's own server is the one that is asked, provided that the name in `Host`
    // cannot have been pointed here by a stranger's DNS: an address, this machine, or the name the server was told.
    return publicUrl === undefined && host !== undefined && isOwnName(host, ownHost) && origin === `http://${host}`
  }
}

function isOwnName(host: string, ownHost: string): boolean {
  const name = host.replace(/:\d{1,5}$/, '')
  return name === 'localhost' || name === ownHost || isIP(name.replace(/^\[(.*)\]$/, '$1')) !== 0
}
