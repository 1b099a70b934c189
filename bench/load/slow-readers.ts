import { inLanes } from './in-lanes.ts'
import type { RawClient } from './raw-client.ts'
import type { Seeded } from './seed.ts'
import { afresh, signIn } from './sign-in.ts'
import type { SeededRoom } from './gather.ts'

const BYTES_A_READ = 1_024
const READ_EVERY_MS = 1_000
const LANES = 16

/** Members who have the room on screen and take one KiB of it a second. */
export class SlowReaders implements Disposable {
  readonly #clients: readonly RawClient[]
  readonly #timers: NodeJS.Timeout[]
  /** Whom the server has given up. */
  closed = 0

  private constructor(clients: readonly RawClient[]) {
    this.#clients = clients
    this.#timers = clients.map((client, index) => {
      client.onClose(() => void this.closed++)
      client.readOnce()
      // Not all in the same instant.
      const offset = (index * READ_EVERY_MS) / clients.length
      return setTimeout(() => void this.#timers.push(setInterval(() => client.readOnce(), READ_EVERY_MS)), offset)
    })
  }

  static async open(port: number, people: readonly Seeded[], { id }: SeededRoom): Promise<SlowReaders> {
    const clients = await inLanes(people, LANES, async (person) => {
      const buffer = Buffer.allocUnsafe(BYTES_A_READ)
      return (await signIn({ port, person, rooms: afresh([id]), buffer })).client
    })
    return new SlowReaders(clients)
  }

  [Symbol.dispose](): void {
    for (const timer of this.#timers) clearTimeout(timer)
    for (const client of this.#clients) client.close()
  }
}
