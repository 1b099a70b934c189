import { sizesOf } from '../bench.ts'
import type { Bench } from '../bench.ts'
import type { Findings } from '../result/findings.ts'
import { crowdTables, joinFindings } from './crowd-tables.ts'
import { measureCrowd } from './measure-crowd.ts'

const MEMBERS = [10, 100, 1_000]

/** B01: one room, one sender, durable and sequenced, beside a bare `ws` broadcast of frames of the same length. */
export async function fanOut(bench: Bench): Promise<Findings> {
  const parts: Findings[] = []
  for (const members of sizesOf(bench.scale, MEMBERS, MEMBERS)) parts.push(await ofMembers(bench, members))
  return joinFindings(parts)
}

async function ofMembers(bench: Bench, members: number): Promise<Findings> {
  const what = `1 room × ${members} members`
  const found = await measureCrowd(bench, {
    what: `B01, ${what}`,
    shape: { rooms: 1, members, isWatching: true },
    senders: 1,
    inFlight: [1, 16],
    isPoisson: false,
  })
  return crowdTables(what, found)
}
