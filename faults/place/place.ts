import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { RoomId } from '@natter/protocol'
import { seed, seedPeople, seedRoom } from '../../bench/load/seed.ts'
import type { Seeded } from '../../bench/load/seed.ts'
import { serve } from '../../packages/server/test/process/server-process.ts'
import type { ServerProcess } from '../../packages/server/test/process/server-process.ts'
import type { World } from '../world.ts'

const ENV = {
  NATTER_LIMITS: 'off',
  NATTER_LOG_LEVEL: 'silent',
  // As `npm start` does: without it every start pays for stripping the types.
  NODE_COMPILE_CACHE: fileURLToPath(new URL('../../node_modules/.cache/node-compile', import.meta.url)),
}

export interface PlaceOptions {
  people?: number
  rooms?: number
  /** Where the data is; a folder of the world by default. */
  folder?: string
  env?: Record<string, string>
}

/** A real server on SQLite with people and rooms in it, that can be killed and started again at the same address. */
export class Place {
  readonly folder: string
  readonly people: readonly Seeded[]
  readonly rooms: readonly RoomId[]
  readonly #env: Record<string, string>
  #server: ServerProcess | undefined
  #port = 0

  private constructor(folder: string, people: Seeded[], rooms: RoomId[], env: Record<string, string>) {
    this.folder = folder
    this.people = people
    this.rooms = rooms
    this.#env = { ...ENV, ...env }
  }

  /** Everybody is a member of every room. The place ends with the world. */
  static async open(world: World, options: PlaceOptions = {}): Promise<Place> {
    const { people: peopleCount = 6, rooms: roomCount = 2, folder = join(world.folder, 'data'), env = {} } = options
    mkdirSync(folder, { recursive: true })
    const [people, rooms] = await seed(folder, async (store) => {
      const made = await seedPeople(store, peopleCount)
      const ids: RoomId[] = []
      for (let index = 0; index < roomCount; index++) ids.push(await seedRoom(store, `room ${index}`, made))
      return [made, ids] as const
    })
    const place = new Place(folder, people, rooms, env)
    world.after(() => place.kill())
    await place.start()
    return place
  }

  get server(): ServerProcess {
    if (this.#server === undefined) throw new Error('The server has been stopped.')
    return this.#server
  }

  get url(): string {
    return this.server.url
  }

  get port(): number {
    return this.#port
  }

  get pid(): number {
    return this.server.process.pid ?? 0
  }

  async start(env: Record<string, string> = {}): Promise<void> {
    const server = await serve({ dataFolder: this.folder, port: this.#port, env: { ...this.#env, ...env } })
    // A run that is interrupted must not leave its servers behind.
    const end = (): void => void server.process.kill('SIGKILL')
    process.once('exit', end)
    server.process.once('exit', () => process.off('exit', end))
    this.#server = server
    this.#port = server.port
  }

  /** kill -9; resolves when the process is gone. */
  async kill(): Promise<void> {
    await this.#server?.kill()
    this.#server = undefined
  }

  /** The exit code after SIGTERM. */
  async stop(): Promise<number | null> {
    const code = await this.server.stop()
    this.#server = undefined
    return code
  }

  /** Resolves when the server has ended by itself. */
  async ended(): Promise<void> {
    const { process: child } = this.server
    if (child.exitCode === null && child.signalCode === null)
      await new Promise((resolve) => child.once('exit', resolve))
    this.#server = undefined
  }

  room(index: number): RoomId {
    return at(this.rooms, index)
  }

  person(index: number): Seeded {
    return at(this.people, index)
  }
}

function at<T>(list: readonly T[], index: number): T {
  const found = list[index % list.length]
  if (found === undefined) throw new Error('The list is empty.')
  return found
}
