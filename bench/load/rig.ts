import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Store } from '../../packages/server/src/ports/store.ts'
import type { Bench } from '../bench.ts'
import { canPin, pinGenerator } from './pin.ts'
import type { RawClient } from './raw-client.ts'
import { seed } from './seed.ts'
import { ServerProcess } from './server-process.ts'
import { SERVE_FLAGS } from '../../scripts/prepare/serve-flags.mjs'

const CLI = fileURLToPath(new URL('../../packages/cli/src/main.ts', import.meta.url))
const FLOOR = fileURLToPath(new URL('./floor-server.ts', import.meta.url))
// As `npm start` does: without it every start pays for stripping the types, in time and in memory.
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/node-compile', import.meta.url))

/** A data folder, the servers on it and beside it, and the sockets to them; all gone when it is disposed of or stopped. */
export class Rig implements AsyncDisposable {
  readonly folder = mkdtempSync(join(tmpdir(), 'natter-bench-'))
  readonly #isPinned: boolean
  readonly #stack = new AsyncDisposableStack()
  readonly #clients = new Set<RawClient>()
  readonly #servers = new Set<ServerProcess>()

  constructor({ scale, stop }: Bench) {
    this.#isPinned = scale.isPinned && canPin()
    if (this.#isPinned) this.#stack.use(pinGenerator())
    const remove = (): void => rmSync(this.folder, { recursive: true, force: true })
    const abort = (): void => void this[Symbol.asyncDispose]()
    process.once('exit', remove)
    stop.addEventListener('abort', abort, { once: true })
    this.#stack.defer(() => {
      process.off('exit', remove)
      stop.removeEventListener('abort', abort)
      remove()
    })
    this.#stack.defer(async () => {
      for (const client of this.#clients) client.close()
      await Promise.all([...this.#servers].map((server) => server.stop(stop.aborted ? 'SIGKILL' : 'SIGTERM')))
    })
  }

  /** Writes to the data folder, straight through the store, while no server is on it. */
  seed<T>(fill: (store: Store) => Promise<T>): Promise<T> {
    return seed(this.folder, fill)
  }

  /** The real server on SQLite, without rates and connection caps. */
  startNatter(port = 0): Promise<ServerProcess> {
    return this.#start([...SERVE_FLAGS, CLI, 'serve'], {
      NODE_COMPILE_CACHE: CACHE,
      NATTER_DATA: this.folder,
      NATTER_PORT: String(port),
      NATTER_LIMITS: 'off',
      NATTER_LOG_LEVEL: 'error',
    })
  }

  /** A bare `ws` server that sends frames of this length. */
  startFloor(payloadBytes: number): Promise<ServerProcess> {
    return this.#start([FLOOR, String(payloadBytes)], {})
  }

  /** Closes the socket with everything else. */
  keep(client: RawClient): RawClient {
    this.#clients.add(client)
    return client
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#stack.disposeAsync()
  }

  async #start(args: readonly string[], env: Record<string, string>): Promise<ServerProcess> {
    const server = await ServerProcess.start(args, { isPinned: this.#isPinned, env })
    this.#servers.add(server)
    return server
  }
}
