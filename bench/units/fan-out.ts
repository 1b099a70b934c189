import { sizesOf } from '../bench.ts'
import type { Bench } from '../bench.ts'
import type { Findings, Headline } from '../result/findings.ts'
import type { Cost } from '../load/run-load.ts'
import { spread } from '../method/spread.ts'
import { headline } from '../result/headline.ts'
import { costOf } from './cost-rows.ts'
import { crowdTables, measureEach } from './crowd-tables.ts'
import { measureCrowd } from './measure-crowd.ts'
import type { CrowdFindings } from './measure-crowd.ts'

const MEMBERS = [10, 100, 1_000]
/** The room that the targets are about. */
const HEADLINE_MEMBERS = 1_000

/** B01: one room, one sender, durable and sequenced, beside a bare `ws` broadcast of frames of the same length. */
export async function fanOut(bench: Bench): Promise<Findings> {
  return measureEach(sizesOf(bench.scale, MEMBERS, MEMBERS), (members) => ofMembers(bench, members))
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
  const findings = crowdTables(what, found)
  return members === HEADLINE_MEMBERS ? { ...findings, headlines: headlinesOf(found) } : findings
}

function headlinesOf({ closed }: CrowdFindings): Headline[] {
  const cost = (rounds: readonly Cost[] = []) => spread(rounds.map((round) => costOf(round, 'delivery')))
  const [one, many] = closed
  const ratio = cost(one?.natter).median / cost(one?.floor).median
  return [
    headline('CPU-µs/delivery, 1 room × 1,000, one message at a time', cost(one?.natter), { must: 8, aim: 5 }),
    headline('the same ÷ bare ws', ratio, { must: 1.7, aim: 1.25 }),
    headline('CPU-µs/delivery, the same with 16 in flight', cost(many?.natter), { must: 2, aim: 1 }),
  ]
}
