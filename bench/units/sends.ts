import { roundSeconds, sizesOf } from '../bench.ts'
import type { Bench } from '../bench.ts'
import { gatherFloor, gatherNatter } from '../load/gather.ts'
import { Rig } from '../load/rig.ts'
import { runClosed } from '../load/run-load.ts'
import type { Cost, Step } from '../load/run-load.ts'
import { addFaults } from '../method/faults.ts'
import type { Findings, Row } from '../result/findings.ts'
import { noFindings } from '../result/findings.ts'
import { measureEach } from './crowd-tables.ts'
import { costRow } from './cost-rows.ts'
import { judgeNatter, openStep, peakOf, warmUp } from './measure-crowd.ts'
import { isQuotable, noteOf, NOTHING_SAID, stepRow } from './step-row.ts'
import { spread } from '../method/spread.ts'
import { headline } from '../result/headline.ts'

const SENDERS = [1, 20, 200, 1_000]
/** Of whom latency is taken, too. */
const HEADLINE_SENDERS = 200
const MEMBERS_OF_A_ROOM = 10
const LOAD_SHARES = [0.25, 0.5, 0.75, 0.9]
/** A rate that small servers have to carry, whatever their peak. */
const STEADY_PER_SECOND = 2_000

/** B07: acknowledged after commit and fsync; nobody has the rooms on screen, so nothing is delivered. */
export async function sends(bench: Bench): Promise<Findings> {
  return measureEach(sizesOf(bench.scale, SENDERS, SENDERS), (senders) => ofSenders(bench, senders))
}

async function ofSenders(bench: Bench, senders: number): Promise<Findings> {
  await using rig = new Rig(bench)
  const members = Math.min(senders, MEMBERS_OF_A_ROOM)
  const shape = { rooms: Math.ceil(senders / members), members, isWatching: false }
  const plan = { what: `B07, ${senders} senders`, senders: members, inFlight: [senders], isPoisson: false }
  bench.progress(`${plan.what}: people come in`)
  const natter = await gatherNatter(rig, shape)
  const floor = await gatherFloor(rig, shape, 0)
  await warmUp(natter.crowd, bench, plan)
  await warmUp(floor, bench, plan)
  const round = { inFlight: senders, senders: members, seconds: roundSeconds(bench.scale), bench }
  const costs: { natter: Cost[]; floor: Cost[] } = { natter: [], floor: [] }
  for (let index = 0; index < bench.scale.rounds; index++) {
    bench.progress(`${plan.what}: round ${index + 1} of ${bench.scale.rounds}`)
    costs.natter.push(await runClosed(natter.crowd, round))
    costs.floor.push(await runClosed(floor, round))
  }
  const steps: { name: string; step: Step }[] = []
  for (const { name, rate } of senders === HEADLINE_SENDERS ? ratesOf(peakOf(costs.natter)) : []) {
    bench.progress(`${plan.what}: ${name}`)
    steps.push({ name, step: await openStep(natter.crowd, rate, { bench, plan }) })
  }
  const faults = await judgeNatter(rig, natter)
  const floorFaults = floor.reconcile(() => 0)
  const cost: Row[] = [
    costRow('natter', costs.natter, { done: 'send', faults }),
    costRow('bare ws echo', costs.floor, { done: 'send', faults: floorFaults }),
  ]
  const latency = steps.map(({ name, step }) => stepRow(`natter at ${name}`, step, faults))
  const steady = steps[0]?.step
  const p99 = steady !== undefined && isQuotable(noteOf(steady)) ? steady.acked.quantileMs(0.99) : NOTHING_SAID
  const acked = spread(costs.natter.map(({ messages, seconds }) => messages / seconds))
  return {
    ...noFindings(),
    headlines:
      senders !== HEADLINE_SENDERS
        ? []
        : [
            headline('durable sends/s, 200 senders', acked, { must: 5_000, aim: 20_000, sense: 'at least' }),
            headline('ack p99 ms at 2,000 sends/s', p99, { must: 25, aim: 8 }),
          ],
    tables: [
      { caption: `${senders} senders: closed loop`, rows: cost },
      ...(latency.length === 0
        ? []
        : [{ caption: `${senders} senders: from when a message was due to its ack, open loop`, rows: latency }]),
    ],
    histograms: Object.fromEntries(steps.map(({ name, step }) => [`acks at ${name}`, step.acked.buckets()])),
    faults: addFaults(faults, floorFaults),
  }
}

function ratesOf(peak: number): { name: string; rate: number }[] {
  const shares = LOAD_SHARES.map((share) => ({ name: `${share * 100} % of its peak`, rate: peak * share }))
  return [{ name: `${STEADY_PER_SECOND} sends/s`, rate: STEADY_PER_SECOND }, ...shares]
}
