import { computed, signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { Environment, SocketListener } from '@natter/client'
import type { CLOSE } from '@natter/protocol'

/** What the sockets of a connection tell beside their frames. */
export interface SocketWatch {
  environment: Environment
  /** The server has said that it goes away and comes back; until a connection stands again. */
  readonly isRestarting: ReadonlySignal<boolean>
  /** How the server is reached; undefined while it is not. */
  readonly road: ReadonlySignal<'websocket' | 'http' | undefined>
}

const GOING_AWAY: (typeof CLOSE)['goingAway'] = 4001
/** How a server says that it drains, and within which time one shall come back. At once: a link is only made anew. */
const DRAIN = /^\{"control":"drain","reconnectInMs":([0-9]+)/

/** Looks on. `withFallback` puts the road without WebSocket around an environment, so that both can be told apart. */
export function watchSockets(base: Environment, withFallback: (inner: Environment) => Environment): SocketWatch {
  const isRestarting = signal(false)
  const inner = signal(0)
  const outer = signal(0)
  const onText = (text: string): void => {
    const [, inMs] = DRAIN.exec(text) ?? []
    if (inMs !== undefined && Number(inMs) > 0) isRestarting.value = true
  }
  const around = withFallback({
    ...base,
    openSocket: (url, protocols, listener) => base.openSocket(url, protocols, counted(listener, inner)),
  })
  const environment: Environment = {
    ...around,
    openSocket: (url, protocols, listener) => {
      const watched: SocketListener = {
        opened: () => {
          isRestarting.value = false
          listener.opened()
        },
        received: (text) => {
          onText(text)
          listener.received(text)
        },
        closed: (code, reason) => {
          if (code === GOING_AWAY) isRestarting.value = true
          listener.closed(code, reason)
        },
      }
      return around.openSocket(url, protocols, counted(watched, outer))
    },
  }
  return {
    environment,
    isRestarting,
    road: computed(() => (inner.value > 0 ? 'websocket' : outer.value > 0 ? 'http' : undefined)),
  }
}

/** Counts how many sockets are open. */
function counted(listener: SocketListener, open: { value: number }): SocketListener {
  let isOpen = false
  return {
    opened: () => {
      isOpen = true
      open.value += 1
      listener.opened()
    },
    received: (text) => listener.received(text),
    closed: (code, reason) => {
      if (isOpen) open.value -= 1
      isOpen = false
      listener.closed(code, reason)
    },
  }
}
