import { checkHistory, consequencesOf } from '@natter/protocol/history'
import type { Consequences, FinalLog, HistoryRecord } from '@natter/protocol/history'
import { act } from './acts/act.ts'
import { calm, strike } from './acts/trouble.ts'
import { differences } from './laws/converged.ts'
import { lookAtQueues } from './laws/queues.ts'
import { readFinalLogs } from './laws/final-logs.ts'
import { presenceDifferences } from './laws/presence.ts'
import { watchPage } from './laws/watch-page.ts'
import { planOf } from './plan.ts'
import type { Narrowing, Plan } from './plan.ts'
import { createRandom } from './world/random.ts'
import { World } from './world/world.ts'

/** How long everything may take to heal, and how often that is looked at. */
const HEAL_MS_MAX = 180_000
const LOOK_EVERY_MS = 10_000
/** Even where nothing seems to be wrong: sweeps and late answers must change nothing. */
const QUIET_MS_MIN = 50_000
/** Coming back after a cut, and hearing of everything. */
const GREETED_MS = 40_000

/** What came of one seed, and what its violations would mean to people. */
export interface Outcome extends Consequences {
  seed: number
  plan: Plan
  /** Sentences; none: the run was clean. */
  complaints: readonly string[]
  /** What happened last. */
  trace: readonly string[]
  records: readonly HistoryRecord[]
  logs: readonly FinalLog[]
  virtualMs: number
  acked: number
  received: number
}

/** A bug that is planted in a run. */
export type Plant = (world: World) => () => void

/** Runs one seed from its beginning to its end: the same seed does the same. */
export async function runSeed(seed: number, narrowing: Narrowing = {}, plant?: Plant): Promise<Outcome> {
  const plan = planOf(seed, narrowing)
  const world = new World(plan, watchPage)
  const unplant = plant?.(world)
  const stopListening = listenForCrashes(world)
  try {
    await world.start()
    await world.time.pass(3_000)
    for (let round = 0; round < plan.rounds && world.complaints.length === 0; round++) {
      await work(world, round)
      await heal(world)
    }
    return await judge(world)
  } finally {
    for (const device of world.devices) device.stop()
    for (const node of world.nodes) node.kill(true)
    stopListening()
    unplant?.()
  }
}

/** A time of work, with trouble in it. */
async function work(world: World, round: number): Promise<void> {
  const { plan, seed, time, devices } = world
  const draw = createRandom(seed, `acts ${round}`)
  const luck = createRandom(seed, `luck ${round}`)
  for (let step = 0; step < plan.steps; step++) {
    act(world, draw.pick(devices), draw)
    if (luck.chance(plan.troubleRate)) strike(world, luck)
    await time.pass(draw.between(0, plan.pauseMsMax))
    lookAtQueues(world)
  }
}

/** All trouble ends; everything must be well after a while, by itself. */
async function heal(world: World): Promise<void> {
  const { time } = world
  calm(world)
  await time.pass(QUIET_MS_MIN)
  // What was broken late has its own end coming; nothing is broken after the first calm.
  calm(world)
  if (!(await becomesWell(world, false))) return
  for (const { links } of world.devices) for (const link of links) link.cut()
  await time.pass(GREETED_MS)
  await becomesWell(world, true)
}

async function becomesWell(world: World, isGreeted: boolean): Promise<boolean> {
  let wrong: string[] = []
  for (let waited = QUIET_MS_MIN; waited <= HEAL_MS_MAX; waited += LOOK_EVERY_MS) {
    wrong = await whatIsWrong(world, isGreeted)
    if (wrong.length === 0) return true
    await world.time.pass(LOOK_EVERY_MS)
  }
  for (const sentence of wrong) world.blame(sentence)
  return false
}

async function whatIsWrong(world: World, isGreeted: boolean): Promise<string[]> {
  const found = await Promise.all(world.devices.map((device) => differences(world, device, isGreeted)))
  const waiting = [...world.promised].flatMap(({ page, what }) => (page.isAlive ? [`no answer to ${what}`] : []))
  const stored = world.devices.flatMap(({ name, storage }) =>
    [...storage.entries.values()].flatMap(({ cid, error }) =>
      error === undefined ? [`${name} still keeps ${cid}`] : [],
    ),
  )
  return [
    ...found.flat(),
    ...world.devices.flatMap((device) => presenceDifferences(world, device)),
    ...waiting,
    ...stored,
    ...world.devices.flatMap(({ unanswered }) => unanswered),
  ]
}

async function judge(world: World): Promise<Outcome> {
  const { plan, seed, time, records } = world
  const logs = await readFinalLogs(world)
  const { violations, counts, acked, received } = checkHistory(records, logs)
  for (const { rule, message } of violations) world.blame(`${rule} ${message}`)
  return {
    seed,
    plan,
    acked,
    received,
    virtualMs: time.elapsedMs,
    complaints: world.complaints,
    trace: world.lines,
    records,
    logs,
    ...consequencesOf(counts),
  }
}

/** Nothing may be thrown where nobody catches it. */
function listenForCrashes(world: World): () => void {
  const crashed = (error: unknown): void =>
    world.blame(`something was thrown and not caught: ${error instanceof Error ? error.stack : String(error)}`)
  process.on('unhandledRejection', crashed)
  process.on('uncaughtException', crashed)
  return () => {
    process.off('unhandledRejection', crashed)
    process.off('uncaughtException', crashed)
  }
}
