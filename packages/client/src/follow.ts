import type { Cursor, RoomId } from '@natter/protocol'
import type { Environment } from './environment.ts'
import { NatterError } from './errors.ts'
import { quiet } from './quiet.ts'
import type { Requests } from './requests.ts'

/** What following a room needs of it. */
export interface FollowPorts {
  readonly id: RoomId
  readonly environment: Environment
  readonly requests: Requests
  cursor(): Cursor | undefined
  takeCatchUp(part: unknown): NatterError | undefined
  changed(): void
}

/** Keeps the server's level of one room at what the application wants: full while it is open somewhere, one command at a time. */
export class Follow {
  readonly #ports: FollowPorts
  #wanted = 0
  #level: 'digest' | 'changing' | 'full' = 'digest'
  #refused: NatterError | undefined
  #cancelRetry: (() => void) | undefined
  #openers: PromiseWithResolvers<void>[] = []

  constructor(ports: FollowPorts) {
    this.#ports = ports
  }

  get isWanted(): boolean {
    return this.#wanted > 0
  }

  get isFull(): boolean {
    return this.#level === 'full'
  }

  /** Final: the room cannot be opened. */
  get isRefused(): boolean {
    return this.#refused !== undefined
  }

  open(): Promise<void> {
    this.#wanted++
    this.#refused = undefined
    this.#ports.changed()
    if (this.isFull) return Promise.resolve()
    const opener = Promise.withResolvers<void>()
    this.#openers.push(opener)
    this.#settle()
    return quiet(opener.promise)
  }

  close(): void {
    if (this.#wanted === 0) return
    this.#wanted--
    if (this.#wanted > 0) return
    this.#fail(new NatterError('stopped', 'The room was closed before it was open.'))
    this.#ports.changed()
    this.#settle()
  }

  /** A connection is live; `part` is what its greeting holds for this room, undefined when it was not asked. */
  connected(part: unknown): void {
    this.#level = 'digest'
    if (part !== undefined) this.#opened(this.#ports.takeCatchUp(part))
    this.#settle()
  }

  disconnected(): void {
    this.#level = 'digest'
    this.#clearRetry()
  }

  /** The room has become visible again, or its place was forgotten: open it anew. */
  reopen(): void {
    this.#refused = undefined
    if (this.#level === 'full') this.#level = 'digest'
    this.#settle()
  }

  /** The room is gone for us. */
  refuse(error: NatterError): void {
    this.#refused = error
    if (this.#level === 'full') this.#level = 'digest'
    this.#fail(error)
    this.#ports.changed()
  }

  #settle(): void {
    const { requests, id } = this.#ports
    if (!requests.isLive || this.#level === 'changing' || this.#cancelRetry !== undefined) return
    if (this.isWanted && this.#level === 'digest' && !this.isRefused) {
      this.#level = 'changing'
      requests.send('room.open', { room: id, cursor: this.#ports.cursor() ?? null }, (answer) => {
        if ('error' in answer && answer.error.code === 'network') return
        this.#level = 'digest'
        this.#opened('error' in answer ? answer.error : this.#ports.takeCatchUp(answer.ok))
        this.#settle()
      })
    } else if (!this.isWanted && this.#level === 'full') {
      this.#level = 'changing'
      requests.send('room.close', { room: id }, (answer) => {
        if ('error' in answer && answer.error.code === 'network') return
        // A refusal leaves nothing to undo: whatever still comes is read past.
        this.#level = 'digest'
        this.#settle()
      })
    }
  }

  #opened(error: NatterError | undefined): void {
    if (error === undefined) {
      this.#level = 'full'
      for (const { resolve } of this.#openers.splice(0)) resolve()
      this.#ports.changed()
    } else if (error.retryAfterMs === undefined) this.refuse(error)
    else this.#retryIn(error.retryAfterMs)
  }

  #retryIn(delayMs: number): void {
    this.#clearRetry()
    this.#cancelRetry = this.#ports.environment.setTimer(delayMs, () => {
      this.#cancelRetry = undefined
      this.#settle()
    })
  }

  #clearRetry(): void {
    this.#cancelRetry?.()
    this.#cancelRetry = undefined
  }

  #fail(error: NatterError): void {
    for (const { reject } of this.#openers.splice(0)) reject(error)
  }
}
