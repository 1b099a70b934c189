import type { Socket, SocketListener } from '@natter/client'
import { CLOSE } from '@natter/protocol'
import type { Connection } from '../../packages/server/src/gateway/connection.ts'
import { receive } from '../../packages/server/src/gateway/receive.ts'
import type { SharedFrame } from '../../packages/server/src/gateway/shared-frame.ts'
import type { Transport } from '../../packages/server/src/gateway/transport.ts'
import type { Life } from './node.ts'
import { Pipe } from './pipe.ts'
import type { Road, RoadPlan } from './road.ts'
import type { VirtualTime } from './virtual-time.ts'

/** How long a server waits for the goodbye of its peer. */
const GOODBYE_MS = 5_000
const LOST = 1006

/** One WebSocket between a client and a node, as a network can be. */
export class Link implements Road {
  readonly isFollowing = true
  readonly life: Life
  readonly up: Pipe
  readonly down: Pipe
  readonly #time: VirtualTime
  readonly #listener: SocketListener
  readonly #kernelBytes: number
  #connection: Connection | undefined
  #isClientEnded = false
  #isServerEnded = false

  constructor(plan: RoadPlan, { time, life }: { time: VirtualTime; life: Life }, listener: SocketListener) {
    this.life = life
    this.#time = time
    this.#listener = listener
    this.#kernelBytes = plan.kernelBytes
    this.up = new Pipe(time, plan.latencyMs)
    this.down = new Pipe(time, plan.latencyMs)
    this.up.isMerging = plan.isMerging
    this.down.isMerging = plan.isMerging
  }

  get isOver(): boolean {
    return this.#isClientEnded && this.#isServerEnded
  }

  /** The client's end. */
  readonly socket: Socket = {
    send: (text) => {
      if (this.#isClientEnded) return
      this.up.send(text.length, () => this.#take(text))
    },
    close: () => {
      this.#isClientEnded = true
      this.up.send(0, () => this.#endServer())
    },
  }

  /** The upgrade gets through, and is answered. */
  open(): void {
    this.up.send(0, () => {
      if (!this.life.isListening) return this.#refuse()
      this.#connection = this.life.gateway.connect(this.#transport, '192.0.2.1')
      this.life.links.add(this)
      this.down.send(0, () => !this.#isClientEnded && this.#listener.opened())
    })
  }

  cut(): void {
    this.up.clear()
    this.down.clear()
    this.#endServer()
    this.#time.after(1, () => this.#endClient(LOST, ''))
  }

  hangUp(): void {
    this.#isClientEnded = true
    this.up.send(0, () => this.#endServer())
  }

  serverDied(): void {
    this.#isServerEnded = true
    this.up.clear()
    this.down.send(0, () => this.#endClient(LOST, ''))
  }

  #refuse(): void {
    this.#isServerEnded = true
    this.down.send(0, () => this.#endClient(LOST, ''))
  }

  #take(text: string): void {
    if (this.#isServerEnded || this.#connection === undefined || !this.life.isAlive) return
    receive(this.life.gateway, this.#connection, text, undefined)
  }

  readonly #transport: Transport = {
    kind: 'websocket',
    write: (frames: readonly SharedFrame[]) => {
      if (this.#isServerEnded || !this.life.isAlive) return true
      for (const { json, bytes } of frames) {
        this.down.send(bytes, () => this.#isClientEnded || this.#listener.received(json))
      }
      return this.#bufferedBytes() === 0
    },
    whenDrained: (waiter) => {
      this.down.taken = () => {
        if (this.#bufferedBytes() > 0) return
        this.down.taken = () => undefined
        waiter.drained()
      }
    },
    bufferedBytes: () => this.#bufferedBytes(),
    close: (code, reason) => {
      if (this.#isServerEnded) return
      const number = code === 'normal' ? 1000 : CLOSE[code]
      this.down.send(0, () => {
        this.#endClient(number, reason)
        this.up.send(0, () => this.#endServer())
      })
      this.#time.after(GOODBYE_MS, () => this.#endServer())
    },
    ping: () => {
      if (this.#isServerEnded) return
      // The client's library answers by itself.
      this.down.send(2, () => {
        if (this.#isClientEnded) return
        this.up.send(2, () => this.life.isAlive && this.#connection?.hear(this.life.gateway.ports.clock.uptime()))
      })
    },
    terminate: () => this.#time.after(0, () => this.#endServer()),
  }

  #bufferedBytes(): number {
    return this.#isServerEnded ? 0 : Math.max(0, this.down.bytes - this.#kernelBytes)
  }

  #endServer(): void {
    if (this.#isServerEnded) return
    this.#isServerEnded = true
    this.life.links.delete(this)
    if (this.#connection !== undefined && this.life.isAlive) this.life.gateway.disconnect(this.#connection)
    this.down.send(0, () => this.#endClient(LOST, ''))
  }

  #endClient(code: number, reason: string): void {
    if (this.#isClientEnded) return
    this.#isClientEnded = true
    this.#listener.closed(code, reason)
  }
}
