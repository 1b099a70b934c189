import type { CloseName } from '@natter/protocol'
import type { FallbackTransport } from './come-in.ts'
import type { Goodbye } from './goodbye.ts'
import type { SharedFrame } from './shared-frame.ts'

/** What is told to those who are there in this moment, and never again: nothing that an answer could hold. */
const PASSING = new Set(['typing', 'receipts.moved', 'presence.changed'])

/** For a client that waits for one answer: keeps nothing, and only says that there is something to tell. */
export class PollTransport implements FallbackTransport {
  readonly kind = 'poll'
  /** Resolves when there is news, when the connection was closed, or by `wake`. */
  readonly woken: Promise<void>
  readonly wake: () => void
  goodbye: Goodbye | undefined
  ended: () => void = () => {}
  #isGreeted = false

  constructor() {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.woken = promise
    this.wake = resolve
  }

  write(frames: readonly SharedFrame[]): boolean {
    // The first one is the `ok` of `hello`, which is answered anyway.
    const rest = this.#isGreeted ? frames : frames.slice(1)
    this.#isGreeted = true
    if (rest.some(isNews)) this.wake()
    return true
  }

  /** Never waited for: nothing is kept here. */
  whenDrained(): void {}

  bufferedBytes(): number {
    return 0
  }

  close(code: CloseName | 'normal', reason: string): void {
    this.goodbye ??= { code, reason }
    this.wake()
    this.ended()
  }

  /** Nothing comes back before the answer. */
  ping(): void {}

  terminate(): void {
    this.close('internal', '')
  }
}

function isNews({ json }: SharedFrame): boolean {
  const { type } = JSON.parse(json) as { type?: string }
  return type !== undefined && !PASSING.has(type)
}
