import type { CloseName } from '@natter/protocol'
import type { Clock } from '../ports/clock.ts'
import type { Wire } from '../ports/fallback-roads.ts'
import type { FallbackTransport } from './come-in.ts'
import { closeLine } from './goodbye.ts'
import type { Goodbye } from './goodbye.ts'
import { SharedFrame } from './shared-frame.ts'

/** How long a peer may take to read what was left when the stream ended. */
const CLOSE_WITHIN_MS = 5_000

/**
 * JSON lines in the body of a response. What the response has not asked for waits here, counted; so the end of the last
 * line is known, and nothing is held twice.
 */
export class StreamTransport implements FallbackTransport {
  readonly kind = 'stream'
  readonly body: ReadableStream<Uint8Array>
  goodbye: Goodbye | undefined
  ended: () => void = () => {}
  readonly #wire: Wire
  readonly #clock: Clock
  #lines: Buffer[] = []
  #bytes = 0
  /** The response, while it waits for the next line. */
  #reader: ReadableStreamDefaultController<Uint8Array> | undefined
  #waiter: { drained(): void } | undefined
  #isOver = false
  #cancelTimer = (): void => {}

  constructor(wire: Wire, clock: Clock) {
    this.#wire = wire
    this.#clock = clock
    const source = {
      pull: (reader: ReadableStreamDefaultController<Uint8Array>): void => this.#pull(reader),
      cancel: (): void => this.#end(),
    }
    this.body = new ReadableStream<Uint8Array>(source, { highWaterMark: 0 })
  }

  write(frames: readonly SharedFrame[]): boolean {
    if (this.#isOver) return true
    for (const { line } of frames) {
      this.#lines.push(line)
      this.#bytes += line.length
    }
    this.#hand()
    return this.#lines.length === 0
  }

  whenDrained(waiter: { drained(): void }): void {
    this.#waiter = waiter
  }

  bufferedBytes(): number {
    return this.#bytes + this.#wire.bufferedBytes()
  }

  close(code: CloseName | 'normal', reason: string): void {
    if (this.goodbye !== undefined) return
    // Last words would only add to what a slow reader has not read.
    if (code === 'slowReader') return this.terminate()
    if (code !== 'normal') this.write([new SharedFrame(closeLine({ code, reason }))])
    this.goodbye = { code, reason }
    this.#cancelTimer = this.#clock.timer(CLOSE_WITHIN_MS, () => this.terminate())
    this.#hand()
  }

  /** A response hears nothing back. */
  ping(): void {}

  terminate(): void {
    if (this.#isOver) return
    this.#end()
    this.#wire.cut()
  }

  #pull(reader: ReadableStreamDefaultController<Uint8Array>): void {
    this.#reader = reader
    this.#hand()
  }

  #hand(): void {
    const reader = this.#reader
    if (reader === undefined) return
    const lines = this.#lines
    if (lines.length > 0) {
      this.#reader = undefined
      this.#lines = []
      this.#bytes = 0
      reader.enqueue(lines.length === 1 && lines[0] !== undefined ? lines[0] : Buffer.concat(lines))
    }
    const waiter = this.#waiter
    this.#waiter = undefined
    waiter?.drained()
    if (this.goodbye === undefined || this.#isOver) return
    reader.close()
    this.#end()
  }

  #end(): void {
    if (this.#isOver) return
    this.#isOver = true
    this.#cancelTimer()
    this.#lines = []
    this.#bytes = 0
    this.ended()
  }
}
