import type { HistoryReply, RoomId } from '@natter/protocol'
import { createRandom } from '../../sim/world/random.ts'
import type { Random } from '../../sim/world/random.ts'
import type { Bench } from '../bench.ts'
import { Asker } from '../load/asker.ts'
import type { Rig } from '../load/rig.ts'
import type { SeededRoom } from '../load/gather.ts'
import type { ServerProcess } from '../load/server-process.ts'
import { signIn } from '../load/sign-in.ts'
import { Latencies } from '../method/latencies.ts'

export const PAGE = 50
const PAGES_A_ROUND = 100

/** Where in the log a page is asked for. */
export const PLACES = ['newest', 'middle', 'around'] as const
export type PlaceName = (typeof PLACES)[number]

/** Pages of one room, of one kind. */
export interface Pages {
  rows: number
  place: PlaceName
  latencies: Latencies
  /** The very first page of its kind in this room. */
  firstMs: number
  cpuMicros: number
  bytes: number
  /** Messages that a page should have had and did not have, or had in the wrong order. */
  lost: number
}

/** Asks for pages of rooms of several sizes, one page at a time, in turn. `sizes` are rows, one for each room. */
export async function measurePages(
  bench: Bench,
  rig: Rig,
  { server, rooms, sizes }: { server: ServerProcess; rooms: readonly SeededRoom[]; sizes: readonly number[] },
): Promise<Pages[]> {
  const random = createRandom(bench.scale.seed, 'pages')
  const places = rooms.flatMap(({ id, people }, index) =>
    PLACES.map((place) => ({ id, reader: people[0], found: emptyPages(sizes[index] ?? 0, place) })),
  )
  for (let round = 0; round < bench.scale.rounds; round++) {
    bench.progress(`pages of history: round ${round + 1} of ${bench.scale.rounds}`)
    for (const { id, reader, found } of places) {
      if (reader === undefined) throw new Error('A room needs a reader.')
      const { client } = await signIn({ port: server.port, person: reader, rooms: {} })
      rig.keep(client)
      await server.read()
      const asker = new Asker(client)
      for (let page = 0; page < PAGES_A_ROUND && !bench.stop.aborted; page++)
        await readPage(asker, id, { found, random })
      found.cpuMicros += (await server.read()).cpuMicros
      client.close()
    }
  }
  return places.map(({ found }) => found)
}

function emptyPages(rows: number, place: PlaceName): Pages {
  return { rows, place, latencies: new Latencies(), firstMs: Number.NaN, cpuMicros: 0, bytes: 0, lost: 0 }
}

async function readPage(
  asker: Asker,
  room: RoomId,
  { found, random }: { found: Pages; random: Random },
): Promise<void> {
  const startedAt = performance.now()
  const text = await asker.ask('history', { room, limit: PAGE, ...placeIn(found, random) })
  const ms = performance.now() - startedAt
  if (found.latencies.count === 0) found.firstMs = ms
  found.latencies.record(ms)
  found.bytes += text.length
  const { ok } = JSON.parse(text) as { ok?: HistoryReply }
  const ns = ok?.messages.map(({ n }) => n) ?? []
  const isWhole = ns.length === Math.min(PAGE, found.rows) && ns.every((n, index) => n === (ns[0] ?? 0) + index)
  if (!isWhole) found.lost += Math.max(1, PAGE - ns.length)
}

/** Far enough from both ends that the page is full; the first rows are people who came. */
function placeIn({ rows, place }: Pages, random: Random): { before?: number; around?: number } {
  if (place === 'newest') return {}
  const seq = random.between(Math.min(rows, 2 * PAGE), Math.max(1, rows - PAGE))
  return place === 'middle' ? { before: seq } : { around: seq }
}
