import { createHttpApp } from '../../packages/server/src/http/app.ts'
import { runCommand } from '../../packages/server/src/commands/run-command.ts'
import type { Doorkeeper } from '../../packages/server/src/gateway/doorkeeper.ts'
import { fallbackRoads } from '../../packages/server/src/gateway/fallback-roads.ts'
import type { Gateway } from '../../packages/server/src/gateway/gateway.ts'
import type { HttpDeps } from '../../packages/server/src/http/http-deps.ts'
import { createEntrance } from '../../packages/server/src/identity/entrance.ts'

/** What is under a response. */
export interface SimWire {
  bufferedBytes(): number
  cut(): void
}

export type HttpDoor = (request: Request, wire: SimWire) => Promise<Response>

/** A node's HTTP road, as far as clients need it that cannot have a socket. Made with the first request. */
export function httpDoor(gateway: Gateway, doorkeeper: Doorkeeper): HttpDoor {
  let app: ReturnType<typeof createHttpApp> | undefined
  return async (request, { bufferedBytes, cut }) => {
    app ??= createHttpApp(depsOf(gateway, doorkeeper))
    const outgoing = {
      get writableLength() {
        return bufferedBytes()
      },
      destroy: cut,
    }
    return app.fetch(request, { outgoing })
  }
}

function depsOf(gateway: Gateway, doorkeeper: Doorkeeper): HttpDeps {
  const { ports } = gateway
  return {
    ports,
    // Accounts are made by the founding, not over HTTP.
    identity: { identify: (token: string) => doorkeeper.identify(token) } as unknown as HttpDeps['identity'],
    entrance: createEntrance({ publicUrl: undefined, origins: [], trustedProxies: [], host: '127.0.0.1' }),
    connections: gateway,
    fallback: fallbackRoads(gateway),
    runCommand,
    readiness: () => ({ ready: true, degraded: [] }),
    place: { name: 'Simulated', version: '0', isHttps: false, url: () => 'http://natter.test' },
    origins: [],
    webRoot: undefined,
  }
}
