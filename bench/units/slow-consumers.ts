import { pacerOf, sizesOf } from '../bench.ts'
import type { Bench } from '../bench.ts'
import { gatherIn, seedRooms } from '../load/gather.ts'
import type { NatterCrowd, SeededRoom } from '../load/gather.ts'
import { inLanes } from '../load/in-lanes.ts'
import { Rig } from '../load/rig.ts'
import { runOpen } from '../load/run-load.ts'
import type { Step } from '../load/run-load.ts'
import { afresh, signIn } from '../load/sign-in.ts'
import { SlowReaders } from '../load/slow-readers.ts'
import { evenTimes } from '../method/schedule.ts'
import { spread } from '../method/spread.ts'
import { headline } from '../result/headline.ts'
import { noFindings } from '../result/findings.ts'
import type { Findings, Row } from '../result/findings.ts'
import { measureEach } from './crowd-tables.ts'
import { judgeNatter, warmUp } from './measure-crowd.ts'
import { allSeen, healthFigures, isQuotable, NOTHING_SAID, noteOf } from './step-row.ts'

const MEMBERS = [1_000]
const SLOW_SHARE = 0.1
/** Long enough in a step that the kernel's buffers are full and the server has to do something. */
const STEP_FACTOR = 4
const MESSAGES_PER_SECOND = 40
const TEXT_LENGTH = 2_000
const LANES = 16
/** What is left of those who have gone. */
const REST_MS = 500

/** B17: a tenth of the members read one KiB a second; beside it, the same tenth reading as fast as they can. */
export async function slowConsumers(bench: Bench): Promise<Findings> {
  return measureEach(sizesOf(bench.scale, MEMBERS, MEMBERS), (members) => ofMembers(bench, members))
}

interface Phase {
  step: Step
  rssBytes: number
  closed: number
}

async function ofMembers(bench: Bench, members: number): Promise<Findings> {
  await using rig = new Rig(bench)
  bench.progress(`B17, ${members} members: people come in`)
  const [room] = await seedRooms(rig, { rooms: 1, members })
  if (room === undefined) throw new Error('There is no room.')
  const slow = Math.max(1, Math.floor(members * SLOW_SHARE))
  const others = { ...room, people: room.people.slice(slow) }
  const server = await rig.startNatter()
  const shape = { isWatching: true, textLength: TEXT_LENGTH }
  const natter = await gatherIn(rig, { server, rooms: [others], shape })
  await warmUp(natter.crowd, bench, { senders: 1, inFlight: [1] })
  const phases = { fast: [] as Phase[], slow: [] as Phase[] }
  const turns = Math.max(1, Math.floor(bench.scale.rounds / 2))
  for (let turn = 1; turn <= turns; turn++) {
    bench.progress(`B17, ${members} members: all read fast, ${turn} of ${turns}`)
    phases.fast.push(await withFast(bench, natter, { ...room, people: room.people.slice(0, slow) }))
    bench.progress(`B17, ${members} members: ${slow} read slowly, ${turn} of ${turns}`)
    phases.slow.push(await withSlow(bench, natter, { ...room, people: room.people.slice(0, slow) }))
  }
  const faults = await judgeNatter(rig, natter)
  const [fast, slowed] = [phaseRow('all read fast', phases.fast), phaseRow(`${slow} read 1 KiB/s`, phases.slow)]
  const change = spread(phases.slow.map((each, turn) => p99(each) / (phases.fast[turn] ? p99(phases.fast[turn]) : NaN)))
  const canSay = [...phases.fast, ...phases.slow].every(({ step }) => isQuotable(noteOf(step)))
  const extra = phases.slow.map((each, turn) => each.rssBytes - (phases.fast[turn]?.rssBytes ?? 0))
  const ratio: Row = {
    name: 'change',
    figures: { 'p99 ms': canSay ? change : NOTHING_SAID, 'KiB/slow reader': spread(extra).median / 1_024 / slow },
  }
  const bounds = { must: 1.1, aim: 1.1 }
  return {
    ...noFindings(),
    headlines: [headline("others' p99 beside a tenth of slow readers, times", canSay ? change : NOTHING_SAID, bounds)],
    tables: [
      {
        caption: `1 room × ${members} members, ${MESSAGES_PER_SECOND} messages/s of ${TEXT_LENGTH} characters: what the others see`,
        rows: [{ ...fast, faults }, { ...slowed, faults }, ratio],
      },
    ],
    histograms: {
      'others, all fast': phases.fast.flatMap(({ step }) => allSeen(step).buckets()),
      'others, some slow': phases.slow.flatMap(({ step }) => allSeen(step).buckets()),
    },
    faults,
  }
}

async function withFast(bench: Bench, natter: NatterCrowd, room: SeededRoom): Promise<Phase> {
  const { port } = natter.crowd.server
  const clients = await inLanes(
    room.people,
    LANES,
    async (person) => (await signIn({ port, person, rooms: afresh([room.id]) })).client,
  )
  const phase = await run(bench, natter)
  for (const client of clients) client.close()
  await pacerOf(bench).pause(REST_MS)
  return { ...phase, closed: 0 }
}

async function withSlow(bench: Bench, natter: NatterCrowd, room: SeededRoom): Promise<Phase> {
  using readers = await SlowReaders.open(natter.crowd.server.port, room.people, room)
  const phase = await run(bench, natter)
  return { ...phase, closed: readers.closed }
}

async function run(bench: Bench, { crowd }: NatterCrowd): Promise<Omit<Phase, 'closed'>> {
  const times = evenTimes(MESSAGES_PER_SECOND, bench.scale.seconds * STEP_FACTOR)
  const step = await runOpen(crowd, { times, pick: () => [0, 0], bench })
  return { step, rssBytes: crowd.server.rssBytes() }
}

function p99({ step }: Phase): number {
  return allSeen(step).quantileMs(0.99)
}

function phaseRow(name: string, phases: readonly Phase[]): Row {
  const last = phases.at(-1)
  const notes = phases.map(({ step }) => noteOf(step)).filter((note) => note !== 'on time')
  return {
    name,
    figures: {
      ...(phases.every(({ step }) => isQuotable(noteOf(step)))
        ? {
            'p50 ms': spread(phases.map(({ step }) => allSeen(step).quantileMs(0.5))),
            'p99 ms': spread(phases.map(p99)),
          }
        : { 'p50 ms': NOTHING_SAID, 'p99 ms': NOTHING_SAID }),
      samples: phases.reduce((sum, { step }) => sum + allSeen(step).count, 0),
      'CPU-µs/delivery': spread(phases.map(({ step }) => step.inside.cpuMicros / step.deliveries)),
      'RSS MiB': spread(phases.map(({ rssBytes }) => rssBytes / 2 ** 20)),
      'closed as slow': phases.reduce((sum, { closed }) => sum + closed, 0),
      ...(last === undefined ? {} : healthFigures(last.step)),
      ...(notes[0] === undefined ? {} : { note: notes[0] }),
    },
  }
}
