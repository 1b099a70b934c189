import type { Environment } from './environment.ts'

/** How the next socket is opened. */
export interface Opener {
  openSocket: Environment['openSocket']
  /** Sockets in a row that did not open, the one on its way included. */
  unopened: number
}

/**
 * The environment with sockets that go over plain HTTP while something on the way blocks WebSocket. What that takes is
 * loaded when a WebSocket has not opened, and takes over from the third try on.
 */
export function withFallback(environment: Environment): Environment {
  const opener: Opener = { openSocket: environment.openSocket, unopened: 0 }
  return {
    ...environment,
    openSocket(url, protocols, listener) {
      // Where it cannot be loaded now, it is at the next try.
      if (++opener.unopened > 1)
        import('./fallback.ts').then(
          (f) => f.fallBack(opener, environment),
          () => undefined,
        )
      return opener.openSocket(url, protocols, {
        ...listener,
        opened() {
          opener.unopened = 0
          listener.opened()
        },
      })
    },
  }
}
