import { connect, createServer } from 'node:net'
import type { AddressInfo, Server, Socket } from 'node:net'
import { once } from 'node:events'
import { Pipe } from './pipe.ts'
import type { Shape } from './pipe.ts'

/** One connection through the proxy. `up` leads to the server, `down` to the client. */
export interface Link {
  readonly up: Pipe
  readonly down: Pipe
  /** Both ends get a reset. */
  reset: () => void
  /** The line is gone and nobody is told: bytes and goodbyes vanish in both directions. */
  swallow: () => void
}

export interface ProxyOptions {
  /** The port of the server on 127.0.0.1. */
  port: number
  up?: Shape
  down?: Shape
  /** A link with no bytes for so long is swallowed, as a NAT forgets its entry. */
  idleDropMs?: number
}

/** A TCP proxy on 127.0.0.1 that does to connections what networks do. Shapes hold for links made later on. */
export class FaultProxy {
  readonly links = new Set<Link>()
  /** False: connections are reset as soon as they come. */
  isOpen = true
  /** Connections that have come so far. */
  accepted = 0
  /** Called with every new link, before its first byte. */
  linked: (link: Link) => void = () => undefined
  options: ProxyOptions
  readonly #server: Server
  readonly #sockets = new Set<Socket>()

  private constructor(options: ProxyOptions) {
    this.options = options
    this.#server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => this.#accept(client))
  }

  static async open(options: ProxyOptions): Promise<FaultProxy> {
    const proxy = new FaultProxy(options)
    proxy.#server.listen(0, '127.0.0.1')
    await once(proxy.#server, 'listening')
    return proxy
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  async close(): Promise<void> {
    this.#server.close()
    for (const link of this.links) link.reset()
    for (const socket of this.#sockets) socket.destroy()
  }

  #accept(client: Socket): void {
    this.accepted++
    if (!this.isOpen) return void client.resetAndDestroy()
    const server = connect({ host: '127.0.0.1', port: this.options.port, noDelay: true, allowHalfOpen: true })
    const { up = {}, down = {}, idleDropMs } = this.options
    const reset = (): void => {
      client.resetAndDestroy()
      server.resetAndDestroy()
    }
    const link: Link = {
      up: new Pipe(client, server, up, reset),
      down: new Pipe(server, client, down, reset),
      reset,
      swallow: () => {
        link.up.swallow()
        link.down.swallow()
      },
    }
    this.links.add(link)
    this.#endTogether(link, client, server)
    if (idleDropMs !== undefined) {
      client.setTimeout(idleDropMs, link.swallow)
    }
    this.linked(link)
  }

  #endTogether(link: Link, client: Socket, server: Socket): void {
    const pairs: [Socket, Socket, Pipe][] = [
      [client, server, link.up],
      [server, client, link.down],
    ]
    for (const [one, other, pipe] of pairs) {
      this.#sockets.add(one)
      // `close` follows, and says all there is to say.
      one.on('error', () => undefined)
      one.on('close', (hadError) => {
        this.#sockets.delete(one)
        if (client.destroyed && server.destroyed) this.links.delete(link)
        if (pipe.isSwallowing || other.destroyed) return
        if (hadError) other.resetAndDestroy()
        else if (one.readableEnded) return
        else other.destroy()
      })
    }
  }
}
