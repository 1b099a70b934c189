import { roundSeconds } from '../bench.ts'
import type { Bench } from '../bench.ts'
import type { Crowd } from '../load/crowd.ts'
import { gatherFloor, gatherNatter } from '../load/gather.ts'
import type { NatterCrowd, Shape } from '../load/gather.ts'
import { demandSockets } from '../load/open-files.ts'
import { Rig } from '../load/rig.ts'
import { runClosed, runOpen } from '../load/run-load.ts'
import type { Cost, Step } from '../load/run-load.ts'
import { addFaults } from '../method/faults.ts'
import type { Faults } from '../method/faults.ts'
import { evenTimes, poissonTimes } from '../method/schedule.ts'
import { spread } from '../method/spread.ts'
import { createRandom } from '../../sim/world/random.ts'

/** Where on the way to what the server can do latency is taken. */
const LOAD_SHARES = [0.25, 0.5, 0.75, 0.9]

export interface CrowdPlan {
  /** For progress. */
  what: string
  shape: Shape
  /** Members of each room who post. */
  senders: number
  /** Messages on their way at a time; the last one is what the peak is taken of. */
  inFlight: readonly number[]
  isPoisson: boolean
}

/** The same measured on both servers, side by side. */
export interface CrowdFindings {
  eventBytes: number
  /** In the closed loop, by messages in flight. */
  closed: { inFlight: number; natter: Cost[]; floor: Cost[] }[]
  /** In the open loop, at shares of the peak. */
  open: { share: number; step: Step }[]
  /** The floor, at half of its own peak. */
  floorHalf: Step
  faults: Faults
  floorFaults: Faults
}

/** Gathers a crowd at Natter and the same at a bare `ws`, finds both peaks, and takes latency below Natter's. */
export async function measureCrowd(bench: Bench, plan: CrowdPlan): Promise<CrowdFindings> {
  const { what, shape, senders } = plan
  // At both servers; said before the work begins.
  demandSockets(2 * shape.rooms * shape.members)
  await using rig = new Rig(bench)
  bench.progress(`${what}: people come in`)
  const natter = await gatherNatter(rig, shape)
  await warmUp(natter.crowd, bench, plan)
  const { eventBytes } = natter.crowd
  const floor = await gatherFloor(rig, shape, eventBytes)
  await warmUp(floor, bench, plan)
  const closed: CrowdFindings['closed'] = []
  for (const inFlight of plan.inFlight) {
    const round = { inFlight, senders, seconds: roundSeconds(bench.scale), bench }
    const found = { inFlight, natter: [] as Cost[], floor: [] as Cost[] }
    for (let index = 0; index < bench.scale.rounds; index++) {
      bench.progress(`${what}: ${inFlight} in flight, round ${index + 1} of ${bench.scale.rounds}`)
      found.natter.push(await runClosed(natter.crowd, round))
      found.floor.push(await runClosed(floor, round))
    }
    closed.push(found)
  }
  const open: CrowdFindings['open'] = []
  for (const share of LOAD_SHARES) {
    bench.progress(`${what}: at ${share * 100} % of the peak`)
    open.push({ share, step: await openStep(natter.crowd, peakOf(closed.at(-1)?.natter) * share, { bench, plan }) })
  }
  const floorHalf = await openStep(floor, peakOf(closed.at(-1)?.floor) / 2, { bench, plan })
  const floorFaults = floor.reconcile((room) => floor.rows[room]?.posts ?? 0)
  return { eventBytes, closed, open, floorHalf, faults: await judgeNatter(rig, natter), floorFaults }
}

/** Ends the server and holds what sockets and senders have seen against its logs. */
export async function judgeNatter(rig: Rig, { crowd, speech }: NatterCrowd): Promise<Faults> {
  crowd.disconnect()
  await crowd.server.stop()
  const { faults, heads } = speech.judge(rig.folder)
  return addFaults(
    faults,
    crowd.reconcile((room) => heads[room] ?? 0),
  )
}

/** Messages a second of the median round. */
export function peakOf(rounds: readonly Cost[] = []): number {
  return spread(rounds.map(({ messages, seconds }) => messages / seconds)).median
}

/** One step at this many messages a second, spread over the rooms and their senders. */
export function openStep(
  crowd: Crowd,
  rate: number,
  { bench, plan }: { bench: Bench; plan: Pick<CrowdPlan, 'senders' | 'isPoisson' | 'what'> },
): Promise<Step> {
  const { seconds, seed } = bench.scale
  const random = createRandom(seed, `${plan.what} ${Math.round(rate)}`)
  const rooms = crowd.rows.length
  if (plan.isPoisson) {
    const pick = (): [number, number] => [random.between(0, rooms - 1), random.between(0, plan.senders - 1)]
    return runOpen(crowd, { times: poissonTimes(rate, seconds, random), pick, bench })
  }
  const pick = (index: number): [number, number] => [index % rooms, Math.floor(index / rooms) % plan.senders]
  return runOpen(crowd, { times: evenTimes(rate, seconds), pick, bench })
}

export async function warmUp(
  crowd: Crowd,
  bench: Bench,
  { senders, inFlight }: Pick<CrowdPlan, 'senders' | 'inFlight'>,
) {
  await runClosed(crowd, { inFlight: inFlight.at(-1) ?? 1, senders, seconds: bench.scale.warmUpSeconds, bench })
}
