import type { Socket, SocketListener } from '../../src/environment.ts'
import type { VirtualTime } from './virtual-time.ts'

/** The server's end of a link. */
export interface ServerEnd {
  received(text: string): void
  closed(): void
}

/** One WebSocket between a client and the fake server, with delay, cuts and silence. */
export class Link {
  readonly url: string
  readonly protocols: string[]
  /** What the client has sent and received, as objects, for tests to look at. */
  readonly sent: Record<string, unknown>[] = []
  readonly heard: Record<string, unknown>[] = []
  delayMs = 5
  /** Half open: nothing gets through in either direction, and nobody is told. */
  isFrozen = false
  closeCode: number | undefined
  server: ServerEnd | undefined
  readonly #time: VirtualTime
  readonly #listener: SocketListener
  #isClosed = false

  constructor(url: string, protocols: string[], listener: SocketListener, time: VirtualTime) {
    this.url = url
    this.protocols = protocols
    this.#listener = listener
    this.#time = time
  }

  get isClosed(): boolean {
    return this.#isClosed
  }

  /** The client's end. */
  readonly socket: Socket = {
    send: (text) => {
      if (this.#isClosed) return
      this.sent.push(JSON.parse(text) as Record<string, unknown>)
      this.#pass(() => this.server?.received(text))
    },
    close: (code) => {
      this.closeCode ??= code
      this.#end(code, '')
    },
  }

  accept(server: ServerEnd): void {
    this.server = server
    this.#pass(() => this.#listener.opened())
  }

  /** Server to client. */
  send(value: object | string): void {
    const text = typeof value === 'string' ? value : JSON.stringify(value)
    this.#pass(() => {
      try {
        this.heard.push(JSON.parse(text) as Record<string, unknown>)
      } catch {
        this.heard.push({ malformed: text })
      }
      this.#listener.received(text)
    })
  }

  /** The server, or the network in between, ends it. */
  close(code = 1006, reason = ''): void {
    this.#pass(() => this.#end(code, reason))
  }

  #end(code: number, reason: string): void {
    if (this.#isClosed) return
    this.#isClosed = true
    this.server?.closed()
    this.#time.setTimer(0, () => this.#listener.closed(code, reason))
  }

  #pass(task: () => void): void {
    this.#time.setTimer(this.delayMs, () => {
      if (!this.#isClosed && !this.isFrozen) task()
    })
  }
}
