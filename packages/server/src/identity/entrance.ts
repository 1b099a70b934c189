import { allowedOrigins } from './allowed-origin.ts'
import type { AllowedOrigin, Site } from './allowed-origin.ts'
import { clientAddressBehind } from './client-address.ts'
import type { ClientAddress } from './client-address.ts'
import { createCookies } from './cookies.ts'
import type { Cookies } from './cookies.ts'

/** What every road in asks about a request before it asks who sent it. */
export interface Entrance {
  cookies: Cookies
  isAllowedOrigin: AllowedOrigin
  clientAddress: ClientAddress
}

/** `trustedProxies`: whose `X-Forwarded-For` counts. */
export function createEntrance(site: Site & { trustedProxies: readonly string[] }): Entrance {
  return {
    cookies: createCookies(site.publicUrl?.startsWith('https:') ?? false),
    isAllowedOrigin: allowedOrigins(site),
    clientAddress: clientAddressBehind(site.trustedProxies),
  }
}
