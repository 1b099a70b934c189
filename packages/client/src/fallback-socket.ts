import type { Socket, SocketListener } from './environment.ts'
import { FallbackCommands } from './fallback-commands.ts'
import type { Fallback } from './fallback.ts'

/** A stream whose first line takes longer than this is kept back by something on the way. */
const FIRST_LINE_MS = 5_000
/** The server breaks its silence more often than this; and a stream that has had its time waits so long for a successor. */
const SILENCE_MS = 40_000
/** How long a poll waits: shorter than the step of connecting that it is. */
const POLL_MS = 10_000
/** The pause before a successor, in which more reasons for one and more news gather. */
const COME_BACK_MS = 100
/** Rooms that a greeting can hold. */
const ROOMS_MAX = 20
const REPLACED = 4403

/** One response, heard like a WebSocket; what is sent goes by requests of its own. */
export class FallbackSocket implements Socket {
  readonly #fallback: Fallback
  readonly #listener: SocketListener
  readonly #commands: FallbackCommands
  readonly #ended = new AbortController()
  #token: string | undefined
  #hello: object | undefined
  #rooms: ReadonlySet<string> = new Set()
  #wasHeard = false
  #isDrained = false
  #cancelTimer = (): void => undefined

  constructor(fallback: Fallback, listener: SocketListener) {
    const { environment } = fallback.ports
    this.#fallback = fallback
    this.#listener = listener
    this.#commands = new FallbackCommands({
      now: () => environment.now(),
      inTurn: (batch) => fallback.inTurn(batch),
      post: (body) => this.#post('/v1/commands', body),
      received: (frame) => this.#received(JSON.stringify(frame)),
      lost: () => this.#end(),
      renewed: (token) => (this.#token = token),
      comeBack: () => this.comeBack(COME_BACK_MS),
      follows: (room) => this.#rooms.has(room),
      hasPlace: () => this.#rooms.size < ROOMS_MAX,
    })
    queueMicrotask(() => this.#isOver || listener.opened())
  }

  get #isOver(): boolean {
    return this.#ended.signal.aborted
  }

  /** The first text is `hello`. */
  send(text: string): void {
    const frame = JSON.parse(text) as Record<string, unknown>
    if (this.#hello !== undefined) return this.#commands.send(frame, text)
    const { device, client, user, rooms, token } = frame
    this.#token = token as string | undefined
    this.#hello = { device, client, user, rooms }
    this.#rooms = new Set(Object.keys(rooms as object))
    // Who is there already has time to wait for news.
    if (this.#fallback.isBuffered) this.#poll(this.#fallback.greeted === undefined ? 0 : POLL_MS)
    else this.#stream()
  }

  close(): void {
    if (this.#isOver) return
    this.#ended.abort()
    this.#cancelTimer()
    this.#fallback.ended(this, this.#wasHeard)
  }

  /** Asks to be succeeded by another connection. */
  comeBack(reconnectInMs: number): void {
    this.#received(`{"control":"drain","reconnectInMs":${reconnectInMs}}`)
  }

  #stream(): void {
    const attempt = new AbortController()
    this.#ended.signal.addEventListener('abort', () => attempt.abort())
    this.#expect(FIRST_LINE_MS, () => {
      attempt.abort()
      this.#fallback.isBuffered = true
      this.#poll(0)
    })
    this.#follow(attempt.signal).catch(() => attempt.signal.aborted || this.#end())
  }

  async #follow(signal: AbortSignal): Promise<void> {
    const response = await this.#open('/v1/stream', {}, signal)
    if (!response.ok || response.body === null) return this.#refused(await response.text())
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
    let text = ''
    for (let step = await reader.read(); !step.done; step = await reader.read()) {
      const lines = (text + step.value).split('\n')
      text = lines.pop() ?? ''
      for (const line of lines) await this.#line(line)
    }
    // One that has had its time stays until its successor has come: commands still get through.
    if (!this.#isDrained) this.#end()
  }

  async #line(line: string): Promise<void> {
    this.#expect(SILENCE_MS, () => this.#end())
    if (!this.#wasHeard) return this.#greeted(line)
    const { control, code, reason } = line.startsWith('{"control"') ? (JSON.parse(line) as Record<string, unknown>) : {}
    if (control === 'close') return this.#end(code as number, reason as string)
    if (control === 'drain') this.#isDrained = true
    this.#received(line)
  }

  #poll(waitMs: number): void {
    const answered = this.#open('/v1/poll', { waitMs }).then(async (response) => {
      const text = await response.text()
      if (!response.ok) return this.#refused(text)
      await this.#greeted(text)
      this.comeBack(COME_BACK_MS)
    })
    answered.catch(() => this.#end())
  }

  async #greeted(ok: string): Promise<void> {
    this.#wasHeard = true
    await this.#fallback.quiet()
    if (this.#isOver) return
    this.#fallback.arrived(this)
    this.#received(`{"re":1,"ok":${ok}}`)
  }

  #refused(text: string): void {
    // By the server, or by something on the way that speaks no protocol.
    if (!text.startsWith('{"error":')) return this.#end()
    this.#wasHeard = true
    this.#cancelTimer()
    this.#received(`{"re":1,${text.slice(1)}`)
  }

  #received(text: string): void {
    if (!this.#isOver) this.#listener.received(text)
  }

  #end(code = 0, reason = ''): void {
    // Another connection of this device has taken over, as it should.
    if (this.#isOver || (code === REPLACED && this.#fallback.isSucceeded(this))) return
    this.close()
    this.#listener.closed(code, reason)
  }

  #expect(ms: number, late: () => void): void {
    this.#cancelTimer()
    if (!this.#isOver) this.#cancelTimer = this.#fallback.ports.environment.setTimer(ms, late)
  }

  #open(path: string, more: object, signal?: AbortSignal): Promise<Response> {
    return this.#post(path, JSON.stringify({ ...this.#hello, ...more }), signal)
  }

  #post(path: string, body: string, signal = this.#ended.signal): Promise<Response> {
    const { origin, ports } = this.#fallback
    const headers: Record<string, string> = { 'content-type': 'application/json' }
    if (this.#token !== undefined) headers['authorization'] = `Bearer ${this.#token}`
    return ports.environment.fetch(origin + path, { method: 'POST', headers, credentials: 'same-origin', signal, body })
  }
}
