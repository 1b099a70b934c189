import { pacerOf, roundSeconds, sizesOf } from '../bench.ts'
import type { Bench } from '../bench.ts'
import { seedCircles } from '../load/circles.ts'
import { Rig } from '../load/rig.ts'
import { RawClient } from '../load/raw-client.ts'
import type { InsideFigures } from '../load/server-hook.ts'
import type { ServerProcess } from '../load/server-process.ts'
import { afresh, signIn } from '../load/sign-in.ts'
import { clientShare, isClientBound } from '../method/client-share.ts'
import { addFaults, noFaults } from '../method/faults.ts'
import { lateShare, timeliness } from '../method/lateness.ts'
import { Latencies } from '../method/latencies.ts'
import type { Bucket } from '../method/latencies.ts'
import { runOpenLoop } from '../method/open-loop.ts'
import { evenTimes } from '../method/schedule.ts'
import { spread } from '../method/spread.ts'
import { headline } from '../result/headline.ts'
import type { Findings, Row } from '../result/findings.ts'
import { loopFigures, WITHHELD } from './step-row.ts'

const PEOPLE = 500
const LANES = 64
/** The oldest leave when there are more, as this process may have so many files open. */
const OPEN_MAX = 5_000
/** Servers notice that sockets are gone. */
const REST_MS = 300
const LOAD_SHARES = [0.25, 0.5, 0.75, 0.9]

/** B05: connect, upgrade, hello, five rooms on screen; beside it connect and upgrade at a bare `ws` server. */
export async function connectRamp(bench: Bench): Promise<Findings> {
  await using rig = new Rig(bench)
  bench.progress('B05: people are seeded')
  const regulars = await seedCircles(rig, PEOPLE)
  const natter = await rig.startNatter()
  const floor = await rig.startFloor(0)
  let next = 0
  const comeIn = async (): Promise<RawClient> => {
    const regular = regulars[next++ % regulars.length]
    if (regular === undefined) throw new Error('Nobody is there to come in.')
    const { person, rooms } = regular
    return (await signIn({ port: natter.port, person, rooms: afresh(rooms) })).client
  }
  const doors: Record<'natter' | 'bare ws', Door> = {
    natter: { server: natter, comeIn },
    'bare ws': { server: floor, comeIn: () => RawClient.open({ port: floor.port, path: '/echo' }) },
  }
  for (const door of Object.values(doors)) await arriveInLanes(bench, door, bench.scale.warmUpSeconds)
  const rounds = { natter: [] as Arrivals[], 'bare ws': [] as Arrivals[] }
  for (let round = 0; round < bench.scale.rounds; round++) {
    bench.progress(`B05: as many as can, round ${round + 1} of ${bench.scale.rounds}`)
    for (const name of ['natter', 'bare ws'] as const)
      rounds[name].push(await arriveInLanes(bench, doors[name], roundSeconds(bench.scale)))
  }
  const peak = spread(rounds.natter.map((round) => round.ready.count / round.seconds)).median
  const usual = LOAD_SHARES.map((share) => peak * share)
  const rows: Row[] = []
  const histograms: Record<string, Bucket[]> = {}
  let faults = noFaults()
  for (const rate of sizesOf(bench.scale, usual, usual)) {
    bench.progress(`B05: ${Math.round(rate)} arrivals/s`)
    const found = await arriveBySchedule(bench, doors.natter, rate)
    rows.push(scheduleRow(rate, found))
    histograms[`ready at ${Math.round(rate)}/s`] = found.ready.buckets()
    faults = addFaults(faults, { ...noFaults(), refused: found.refused })
  }
  for (const { refused } of [...rounds.natter, ...rounds['bare ws']])
    faults = addFaults(faults, { ...noFaults(), refused })
  const ready = spread(rounds.natter.map((round) => round.ready.count / round.seconds))
  return {
    headlines: [headline('connect + hello + 5 rooms, a second', ready, { must: 2_000, aim: 5_000, sense: 'at least' })],
    tables: [
      { caption: `Arrivals: as many as can, ${LANES} at a time`, rows: Object.entries(rounds).map(peakRow) },
      { caption: 'Arrivals: from when one was due to when it has its rooms, open loop', rows },
    ],
    histograms,
    warnings: [],
    faults,
  }
}

/** Where one comes in. */
interface Door {
  server: ServerProcess
  comeIn: () => Promise<RawClient>
}

interface Arrivals {
  ready: Latencies
  refused: number
  seconds: number
  clientShare: number
  inside: InsideFigures
}

/** Everybody who is inside; the oldest leaves when it gets too full. */
class Hall {
  readonly #inside: RawClient[] = []

  enter(client: RawClient): void {
    this.#inside.push(client)
    if (this.#inside.length > OPEN_MAX) this.#inside.shift()?.close()
  }

  empty(): void {
    for (const client of this.#inside) client.close()
  }
}

function arriveInLanes(bench: Bench, door: Door, seconds: number): Promise<Arrivals> {
  return watchArrivals(bench, door, async (arrive) => {
    const until = performance.now() + seconds * 1_000
    const lane = async (): Promise<void> => {
      while (performance.now() < until && !bench.stop.aborted) await arrive(performance.now())
    }
    await Promise.all(Array.from({ length: LANES }, lane))
  })
}

async function arriveBySchedule(bench: Bench, door: Door, rate: number) {
  let lateness = { sent: 0, late: 0, worstMs: 0 }
  const found = await watchArrivals(bench, door, async (arrive) => {
    const arriving: Promise<void>[] = []
    const times = evenTimes(rate, bench.scale.seconds)
    lateness = await runOpenLoop(times, (_, dueAt) => arriving.push(arrive(dueAt)), pacerOf(bench))
    await Promise.all(arriving)
  })
  return { ...found, lateness }
}

async function watchArrivals(
  bench: Bench,
  { server, comeIn }: Door,
  run: (arrive: (dueAt: number) => Promise<void>) => Promise<void>,
): Promise<Arrivals> {
  const hall = new Hall()
  const ready = new Latencies()
  let refused = 0
  await server.read()
  const share = clientShare()
  const startedAt = performance.now()
  await run(async (dueAt) => {
    try {
      hall.enter(await comeIn())
      ready.record(performance.now() - dueAt)
    } catch {
      // Whatever turned them away makes the run invalid.
      refused++
    }
  })
  const found = { ready, refused, seconds: (performance.now() - startedAt) / 1_000, clientShare: share() }
  const inside = await server.read()
  hall.empty()
  await pacerOf(bench).pause(REST_MS)
  return { ...found, inside }
}

function peakRow([name, rounds]: [string, Arrivals[]]): Row {
  const shares = rounds.map((round) => round.clientShare)
  return {
    name,
    figures: {
      'ready/s': spread(rounds.map(({ ready, seconds }) => ready.count / seconds)),
      'CPU-µs/arrival': spread(rounds.map(({ inside, ready }) => inside.cpuMicros / ready.count)),
      'GC max ms': Math.max(...rounds.map(({ inside }) => inside.gcMaxMs)),
      'client %': Math.round(spread(shares).median * 100),
      ...(shares.some(isClientBound) ? { note: 'client-bound' } : {}),
    },
    faults: { ...noFaults(), refused: rounds.reduce((sum, { refused }) => sum + refused, 0) },
  }
}

function scheduleRow(rate: number, found: Awaited<ReturnType<typeof arriveBySchedule>>): Row {
  const kept = timeliness(found.lateness)
  return {
    name: `natter, ${Math.round(rate)} arrivals/s`,
    figures: {
      ...WITHHELD,
      ...(kept === 'discarded' ? {} : found.ready.figures()),
      ...loopFigures(found.inside),
      'client %': Math.round(found.clientShare * 100),
      'late %': lateShare(found.lateness) * 100,
      ...(kept === 'on time' ? {} : { note: kept }),
    },
    faults: { ...noFaults(), refused: found.refused },
  }
}
