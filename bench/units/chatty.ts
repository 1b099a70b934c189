import type { Bench } from '../bench.ts'
import type { Findings } from '../result/findings.ts'
import { headline } from '../result/headline.ts'
import { allSeen, isQuotable, noteOf, NOTHING_SAID } from './step-row.ts'
import { crowdTables, fairness, measureEach } from './crowd-tables.ts'
import { measureCrowd } from './measure-crowd.ts'

const SHAPES = [
  { rooms: 100, members: 10 },
  { rooms: 10, members: 100 },
]
/** As many as a process with 20,000 files has sockets for, here and at the floor. */
const SHAPES_FULL = [
  { rooms: 900, members: 10 },
  { rooms: 100, members: 100 },
]
const MEMBERS_OF_ASKED_SIZES = 10

/** B03: many rooms, people who do not wait for each other. */
export async function chatty(bench: Bench): Promise<Findings> {
  const { sizes, isFull } = bench.scale
  const usual = isFull ? SHAPES_FULL : SHAPES
  const shapes = sizes?.map((rooms) => ({ rooms, members: MEMBERS_OF_ASKED_SIZES })) ?? usual
  return measureEach(shapes, (shape) => ofShape(bench, shape))
}

async function ofShape(bench: Bench, { rooms, members }: { rooms: number; members: number }): Promise<Findings> {
  const what = `${rooms} rooms × ${members} members`
  const found = await measureCrowd(bench, {
    what: `B03, ${what}`,
    shape: { rooms, members, isWatching: true },
    senders: members,
    inFlight: [rooms],
    isPoisson: true,
  })
  const findings = crowdTables(what, found)
  const rows = found.open.map(({ share, step }) => ({
    name: `natter at ${share * 100} % of its peak`,
    figures: { 'worst room p99 ÷ median room p99': isQuotable(noteOf(step)) ? fairness(step.seen) : NOTHING_SAID },
  }))
  const half = found.open.find(({ share }) => share === 0.5)?.step
  const p99 = half !== undefined && isQuotable(noteOf(half)) ? allSeen(half).quantileMs(0.99) : NOTHING_SAID
  const headlines = [headline(`p99 ms, due to seen, at half of the peak, ${what}`, p99, { must: 50, aim: 15 })]
  return { ...findings, headlines, tables: [...findings.tables, { caption: `${what}: fairness between rooms`, rows }] }
}
