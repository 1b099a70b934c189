import type { Life } from './node.ts'
import { Pipe } from './pipe.ts'
import type { Road, RoadPlan } from './road.ts'
import type { VirtualTime } from './virtual-time.ts'

/** What a server's kernel and libraries take before they ask the sender to wait. */
const UNSENT_BYTES_MAX = 16_384

export interface ExchangePlan extends RoadPlan {
  /** Something on the way lets a response through only once it is complete. */
  isKeptBack: boolean
}

/** One HTTP request and its response, as a network can be. */
export class Exchange implements Road {
  readonly life: Life
  readonly up: Pipe
  readonly down: Pipe
  readonly isFollowing: boolean
  readonly response: Promise<Response>
  readonly #plan: ExchangePlan
  readonly #time: VirtualTime
  readonly #request: { url: string; init: RequestInit }
  /** The server's view of its peer. */
  readonly #gone = new AbortController()
  #answer: PromiseWithResolvers<Response>
  #body: ReadableStreamDefaultController<Uint8Array> | undefined
  #keptBack: (() => void)[] = []
  #unsent: (() => void) | undefined
  #isClientEnded = false
  #isServerEnded = false

  constructor(
    plan: ExchangePlan,
    { time, life }: { time: VirtualTime; life: Life },
    request: { url: string; init: RequestInit },
  ) {
    this.life = life
    this.#plan = plan
    this.#time = time
    this.#request = request
    this.isFollowing = !request.url.endsWith('/v1/commands')
    this.up = new Pipe(time, plan.latencyMs)
    this.down = new Pipe(time, plan.latencyMs)
    this.up.isMerging = plan.isMerging
    this.down.isMerging = plan.isMerging
    this.#answer = Promise.withResolvers()
    this.response = this.#answer.promise
  }

  get isOver(): boolean {
    return this.#isClientEnded && this.#isServerEnded
  }

  open(): void {
    const { signal, body } = this.#request.init
    signal?.addEventListener('abort', () => this.hangUp())
    this.up.send(typeof body === 'string' ? body.length : 0, () => {
      if (!this.life.isListening) return this.#endServer()
      this.life.links.add(this)
      void this.#serve()
    })
  }

  cut(): void {
    this.up.clear()
    this.down.clear()
    this.#endServer()
    this.#time.after(1, () => this.#endClient())
  }

  hangUp(): void {
    this.#endClient()
    this.up.send(0, () => this.#endServer())
  }

  serverDied(): void {
    this.#isServerEnded = true
    this.up.clear()
    this.down.send(0, () => this.#endClient())
  }

  async #serve(): Promise<void> {
    const { url, init } = this.#request
    const { method = 'GET', headers = {}, body = null } = init
    const request = new Request(url, { method, headers, body, signal: this.#gone.signal })
    const response = await this.life.http(request, {
      bufferedBytes: () => this.#bufferedBytes(),
      cut: () => this.#time.after(0, () => this.#endServer()),
    })
    const lines = response.body?.getReader()
    this.#gone.signal.addEventListener('abort', () => void lines?.cancel().catch(() => undefined))
    if (this.#gone.signal.aborted) return void lines?.cancel().catch(() => undefined)
    this.#down(0, () => this.#begin(response.status))
    for (let step = await lines?.read(); step?.done === false; step = await lines?.read()) {
      const { value } = step
      this.#down(value.length, () => this.#body?.enqueue(value))
      if (this.#bufferedBytes() > UNSENT_BYTES_MAX) await this.#sent()
      if (!this.life.isAlive || this.#isServerEnded) return
    }
    this.#down(0, () => this.#complete(), true)
    this.#isServerEnded = true
    this.life.links.delete(this)
  }

  /** Resolves when the network has taken what waits, or never will. */
  #sent(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#unsent = resolve
    return promise
  }

  #bufferedBytes(): number {
    return this.#isServerEnded ? 0 : Math.max(0, this.down.bytes - this.#plan.kernelBytes)
  }

  #down(bytes: number, arrive: () => void, isLast = false): void {
    if (this.#isServerEnded || !this.life.isAlive) return
    this.down.send(bytes, () => {
      if (this.#bufferedBytes() <= UNSENT_BYTES_MAX) this.#unsent?.()
      if (this.#isClientEnded) return
      if (this.#plan.isKeptBack && !isLast) this.#keptBack.push(arrive)
      else arrive()
    })
  }

  #begin(status: number): void {
    const body = new ReadableStream<Uint8Array>({ start: (controller) => void (this.#body = controller) })
    this.#answer.resolve(new Response(body, { status }))
  }

  #complete(): void {
    for (const arrive of this.#keptBack.splice(0)) arrive()
    this.#isClientEnded = true
    this.#body?.close()
  }

  #endServer(): void {
    if (this.#isServerEnded) return
    this.#isServerEnded = true
    this.life.links.delete(this)
    if (this.life.isAlive) this.#gone.abort()
    this.#unsent?.()
    this.down.send(0, () => this.#endClient())
  }

  #endClient(): void {
    if (this.#isClientEnded) return
    this.#isClientEnded = true
    const lost = new TypeError('The network is gone.')
    this.#answer.reject(lost)
    this.#body?.error(lost)
  }
}
