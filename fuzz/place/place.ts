import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { User, WireError } from '@natter/protocol'
import type { FromServer, Health, ToServer } from './messages.ts'

const SERVER = fileURLToPath(new URL('fuzzed-server.ts', import.meta.url))

export interface Person {
  user: User
  token: string
}

export interface PlaceOptions {
  /** Whether the server's rates and caps hold. Off by default, so that everything gets as far as it can. */
  limits?: 'on' | 'off'
  /** Called with whatever the server should not have done. */
  fault: (sentence: string) => void
}

/** A real server on SQLite in a process of its own. */
export class Place {
  readonly url: string
  readonly folder: string
  readonly #child: ChildProcess
  #people = 0
  #isStopping = false
  #waiting: ((health: Health | undefined) => void)[] = []

  private constructor(child: ChildProcess, folder: string, url: string) {
    this.#child = child
    this.folder = folder
    this.url = url
  }

  static async open({ limits = 'off', fault }: PlaceOptions): Promise<Place> {
    const folder = await mkdtemp(join(tmpdir(), 'natter-fuzz-'))
    const child = fork(SERVER, [folder, limits], {
      execArgv: ['--expose-gc'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    const [first] = (await once(child, 'message')) as [FromServer]
    if (!('address' in first)) throw new Error(`The server did not start: ${JSON.stringify(first)}`)
    const place = new Place(child, folder, first.address)
    child.on('message', (message: FromServer) => {
      if ('fault' in message) fault(message.fault)
      else if ('health' in message) for (const waiting of place.#waiting.splice(0)) waiting(message.health)
    })
    child.on('exit', (code, signal) => {
      for (const waiting of place.#waiting.splice(0)) waiting(undefined)
      if (!place.#isStopping) fault(`The server has ended with ${signal ?? code}.`)
    })
    return place
  }

  get isAlive(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null
  }

  /** Undefined: there is no server any more. */
  health(): Promise<Health | undefined> {
    return new Promise((resolve) => {
      if (!this.isAlive) return resolve(undefined)
      this.#waiting.push(resolve)
      this.#say('health')
    })
  }

  /** Somebody new; where sign-ups have a rate, after a while. */
  async person(): Promise<Person> {
    const body = JSON.stringify({ handle: `p${this.#people++}`, password: 'a plain garden gate' })
    for (;;) {
      const headers = { 'content-type': 'application/json' }
      const response = await fetch(`${this.url}/v1/accounts`, { method: 'POST', headers, body })
      const answer = (await response.json()) as { user: User; accessToken: string; error?: WireError }
      if (answer.error === undefined) return { user: answer.user, token: answer.accessToken }
      const { retryAfterMs, message } = answer.error
      if (retryAfterMs === undefined) throw new Error(`Nobody can sign up: ${message}`)
      await new Promise((resolve) => setTimeout(resolve, retryAfterMs))
    }
  }

  async close(): Promise<void> {
    this.#isStopping = true
    if (this.isAlive) {
      const ended = once(this.#child, 'exit')
      this.#say('stop')
      await ended
    }
    await rm(this.folder, { recursive: true, force: true })
  }

  #say(message: ToServer): void {
    this.#child.send(message)
  }
}
