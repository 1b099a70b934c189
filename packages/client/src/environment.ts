/** What a socket tells its owner. After `closed` nothing more is said. */
export interface SocketListener {
  opened(): void
  /** One frame. What is not text comes as some text that is not JSON. */
  received(text: string): void
  closed(code: number, reason: string): void
}

/** One WebSocket. */
export interface Socket {
  send(text: string): void
  close(code: number): void
}

/**
 * Everything the SDK takes from the world around it. The default is the browser or Node; tests and simulations pass their
 * own and so rule time, chance and the network. The functions are called without `this`.
 */
export interface Environment {
  /** Milliseconds since the epoch. May jump either way. */
  now: () => number
  /** Runs `task` once after `delayMs`; the result cancels it. */
  setTimer: (delayMs: number, task: () => void) => () => void
  /** Unpredictable bytes. */
  randomBytes: (length: number) => Uint8Array
  /** Starts a WebSocket. Trouble comes as `closed`, never as an exception and never before this call has returned. */
  openSocket: (url: string, protocols: string[], listener: SocketListener) => Socket
  fetch: (url: string, request: RequestInit) => Promise<Response>
  /** Calls `wake` whenever the network came back or the page became visible; the result ends it. */
  onWake: (wake: () => void) => () => void
  /** Runs `task` while no other tab of the same origin runs one of the same name. */
  exclusive: <T>(name: string, task: () => Promise<T>) => Promise<T>
}

/** The longest a timer of browsers and Node can be: 2^31 - 1 ms. */
const TIMER_MS_MAX = 2_147_483_647

/** The browser or Node this code runs in. */
export function defaultEnvironment(): Environment {
  return {
    now: () => Date.now(),
    setTimer(delayMs, task) {
      const timer = setTimeout(task, Math.min(delayMs, TIMER_MS_MAX))
      return () => clearTimeout(timer)
    },
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    openSocket,
    fetch: (url, request) => fetch(url, request),
    onWake,
    // Without tabs there is nobody to exclude; without Web Locks nothing to do it with.
    exclusive: (name, task) => globalThis.navigator?.locks?.request(name, task) ?? task(),
  }
}

function openSocket(url: string, protocols: string[], { opened, received, closed }: SocketListener): Socket {
  const socket = new WebSocket(url, protocols)
  socket.onopen = opened
  socket.onmessage = ({ data }) => received(String(data))
  socket.onclose = ({ code, reason }) => closed(code, reason)
  return {
    // One that is closing would drop it with a complaint on the console; its `closed` follows and says so.
    send: (text) => socket.readyState > 1 || socket.send(text),
    close: (code) => socket.close(code),
  }
}

function onWake(wake: () => void): () => void {
  const ended = new AbortController()
  const { signal } = ended
  // Only pages have these.
  globalThis.addEventListener?.('online', wake, { signal })
  globalThis.document?.addEventListener('visibilitychange', () => document.hidden || wake(), { signal })
  return () => ended.abort()
}
