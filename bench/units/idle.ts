import { pacerOf, sizesOf } from '../bench.ts'
import type { Bench } from '../bench.ts'
import { seedCircles } from '../load/circles.ts'
import { inLanes } from '../load/in-lanes.ts'
import { RawClient } from '../load/raw-client.ts'
import { Rig } from '../load/rig.ts'
import type { ServerProcess } from '../load/server-process.ts'
import { signIn } from '../load/sign-in.ts'
import { headline } from '../result/headline.ts'
import { noFindings } from '../result/findings.ts'
import type { Findings, Row } from '../result/findings.ts'

const CONNECTIONS = [4_000]
const CONNECTIONS_FULL = [1_000, 5_000, 15_000]
const LANES = 16

/** B06: resident memory between half and all of the crowd, and what it takes to keep them. */
export async function idle(bench: Bench): Promise<Findings> {
  const rows: Row[] = []
  for (const connections of sizesOf(bench.scale, CONNECTIONS, CONNECTIONS_FULL)) {
    await using rig = new Rig(bench)
    bench.progress(`B06, ${connections} connections: people are seeded`)
    const regulars = await seedCircles(rig, connections)
    const natter = await rig.startNatter()
    const floor = await rig.startFloor(0)
    const comeIn = async (index: number): Promise<RawClient> => {
      const regular = regulars[index]
      if (regular === undefined) throw new Error('Nobody is left to come in.')
      return (await signIn({ port: natter.port, person: regular.person, rooms: {} })).client
    }
    const open = (): Promise<RawClient> => RawClient.open({ port: floor.port, path: '/room/idle' })
    rows.push(await fill(bench, rig, { name: `natter, ${connections}`, server: natter, connections, comeIn }))
    rows.push(await fill(bench, rig, { name: `bare ws, ${connections}`, server: floor, connections, comeIn: open }))
  }
  const largest = rows.findLast(({ name }) => name.startsWith('natter'))
  const kib = largest?.figures['KiB/connection, second half'] ?? Number.NaN
  const headlines = [headline('resident KiB of an idle connection in 5 rooms', kib, { must: 20, aim: 12 })]
  return { ...noFindings(), headlines, tables: [{ caption: 'Idle connections', rows }] }
}

interface House {
  name: string
  server: ServerProcess
  connections: number
  comeIn: (index: number) => Promise<RawClient>
}

async function fill(bench: Bench, rig: Rig, { name, server, connections, comeIn }: House): Promise<Row> {
  // Memory has no event to wait for: the collector runs when it likes.
  const settleSeconds = bench.scale.seconds
  const settle = (): Promise<void> => pacerOf(bench).pause(settleSeconds * 1_000)
  const empty = await server.collect()
  const half = Math.floor(connections / 2)
  const enter = (from: number, to: number): Promise<RawClient[]> =>
    inLanes(
      Array.from({ length: to - from }, (_, index) => from + index),
      LANES,
      async (index) => rig.keep(await comeIn(index)),
    )
  bench.progress(`B06, ${name}: half of them come in`)
  const clients = await enter(0, half)
  await settle()
  const rssAtHalf = server.rssBytes()
  bench.progress(`B06, ${name}: the others come in`)
  clients.push(...(await enter(half, connections)))
  await settle()
  const rssAtFull = server.rssBytes()
  await server.read()
  await settle()
  const kept = await server.collect()
  for (const client of clients) client.close()
  return {
    name,
    figures: {
      'RSS empty MiB': empty.rssBytes / 2 ** 20,
      'RSS full MiB': rssAtFull / 2 ** 20,
      'KiB/connection, second half': (rssAtFull - rssAtHalf) / 1_024 / (connections - half),
      'KiB/connection, collected': (kept.rssBytes - empty.rssBytes) / 1_024 / connections,
      'heap KiB/connection, collected': (kept.heapBytes - empty.heapBytes) / 1_024 / connections,
      'CPU-µs/s/connection': kept.cpuMicros / settleSeconds / connections,
    },
  }
}
