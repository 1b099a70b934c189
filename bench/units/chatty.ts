import type { Bench } from '../bench.ts'
import type { Findings } from '../result/findings.ts'
import { crowdTables, fairness, joinFindings } from './crowd-tables.ts'
import { measureCrowd } from './measure-crowd.ts'

const SHAPES = [
  { rooms: 100, members: 10 },
  { rooms: 10, members: 100 },
]
const SHAPES_FULL = [
  { rooms: 1_000, members: 10 },
  { rooms: 100, members: 100 },
]
const MEMBERS_OF_ASKED_SIZES = 10

/** B03: many rooms, people who do not wait for each other. */
export async function chatty(bench: Bench): Promise<Findings> {
  const { sizes, isFull } = bench.scale
  const usual = isFull ? SHAPES_FULL : SHAPES
  const shapes = sizes?.map((rooms) => ({ rooms, members: MEMBERS_OF_ASKED_SIZES })) ?? usual
  const parts: Findings[] = []
  for (const shape of shapes) parts.push(await ofShape(bench, shape))
  return joinFindings(parts)
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
    figures: { 'worst room p99 ÷ median room p99': fairness(step.seen) },
  }))
  return { ...findings, tables: [...findings.tables, { caption: `${what}: fairness between rooms`, rows }] }
}
