import { randomBytes } from 'node:crypto'
import { hashPassword, NONCE_BYTES } from '../../packages/server/src/identity/argon2.ts'
import { pacerOf, sizesOf } from '../bench.ts'
import type { Bench } from '../bench.ts'
import { gatherNatter } from '../load/gather.ts'
import { Rig } from '../load/rig.ts'
import { runClosed } from '../load/run-load.ts'
import type { Step } from '../load/run-load.ts'
import { seedPeople } from '../load/seed.ts'
import { addFaults, noFaults } from '../method/faults.ts'
import { Latencies } from '../method/latencies.ts'
import { spread } from '../method/spread.ts'
import { headline } from '../result/headline.ts'
import { noFindings } from '../result/findings.ts'
import type { Findings, Row } from '../result/findings.ts'
import { measureEach } from './crowd-tables.ts'
import { judgeNatter, openStep, peakOf, warmUp } from './measure-crowd.ts'
import { allSeen, healthFigures, isQuotable, NOTHING_SAID, noteOf } from './step-row.ts'

const LOGINS = [100]
const SHAPE = { rooms: 50, members: 10, isWatching: true }
/** Part of the peak at which people chat meanwhile. */
const LOAD_SHARE = 0.3
const PASSWORD = 'correct horse battery staple'
const HANDLE = 'sleeper'
/** What is left of the burst. */
const REST_MS = 500

/** B18: hashing a password takes tens of milliseconds of a core; the chat must go on beside it. */
export async function loginBurst(bench: Bench): Promise<Findings> {
  return measureEach(sizesOf(bench.scale, LOGINS, LOGINS), (logins) => ofLogins(bench, logins))
}

interface Burst {
  step: Step
  waits: Latencies
  refused: number
}

async function ofLogins(bench: Bench, logins: number): Promise<Findings> {
  await using rig = new Rig(bench)
  bench.progress(`B18, ${logins} sign-ins: people come in`)
  const passwordHash = hashPassword(PASSWORD, randomBytes(NONCE_BYTES))
  await rig.seed((store) => seedPeople(store, logins, { prefix: HANDLE, passwordHash }))
  const natter = await gatherNatter(rig, SHAPE)
  const { crowd } = natter
  const plan = { what: 'B18', senders: SHAPE.members, inFlight: [SHAPE.rooms], isPoisson: true }
  await warmUp(crowd, bench, plan)
  const peak = await runClosed(crowd, { inFlight: SHAPE.rooms, senders: SHAPE.members, seconds: 1, bench })
  const rate = peakOf([peak]) * LOAD_SHARE
  const quiet: Step[] = []
  const bursts: Burst[] = []
  const turns = Math.max(1, Math.floor(bench.scale.rounds / 2))
  for (let turn = 1; turn <= turns; turn++) {
    bench.progress(`B18: chat alone, ${turn} of ${turns}`)
    quiet.push(await openStep(crowd, rate, { bench, plan }))
    bench.progress(`B18: ${logins} sign in, ${turn} of ${turns}`)
    const [step, signedIn] = await Promise.all([
      openStep(crowd, rate, { bench, plan }),
      signInAll(crowd.server.port, logins),
    ])
    bursts.push({ step, ...signedIn })
    await pacerOf(bench).pause(REST_MS)
  }
  const refused = bursts.reduce((sum, burst) => sum + burst.refused, 0)
  const faults = addFaults(await judgeNatter(rig, natter), { ...noFaults(), refused })
  const waits = new Latencies()
  for (const burst of bursts) waits.merge(burst.waits)
  const steps = bursts.map(({ step }) => step)
  const canSay = [...quiet, ...steps].every((step) => isQuotable(noteOf(step)))
  const change = canSay ? spread(steps.map((step, turn) => p99(step) / p99(quiet[turn] ?? step))) : NOTHING_SAID
  const rows: Row[] = [
    { ...chatRow('chat alone', quiet), faults },
    { ...chatRow(`chat while ${logins} sign in`, steps), faults },
    { name: 'change', figures: { 'p99 ms': change } },
  ]
  return {
    ...noFindings(),
    headlines: [headline(`p99 of chat beside ${logins} sign-ins, times`, change, { must: 1.2, aim: 1.2 })],
    tables: [
      {
        caption: `${SHAPE.rooms} rooms × ${SHAPE.members} members at ${LOAD_SHARE * 100} % of the peak, ${logins} sign-ins at once`,
        rows,
      },
      { caption: 'The sign-ins', rows: [{ name: `${logins} at once`, figures: waits.figures() }] },
    ],
    histograms: { 'sign-ins': waits.buckets() },
    faults,
  }
}

async function signInAll(port: number, logins: number): Promise<{ waits: Latencies; refused: number }> {
  const waits = new Latencies()
  let refused = 0
  const startedAt = performance.now()
  const one = async (index: number): Promise<void> => {
    const response = await fetch(`http://127.0.0.1:${port}/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ handle: `${HANDLE}${index}`, password: PASSWORD }),
    })
    await response.arrayBuffer()
    if (response.ok) waits.record(performance.now() - startedAt)
    else refused++
  }
  await Promise.all(Array.from({ length: logins }, (_, index) => one(index)))
  return { waits, refused }
}

function p99(step: Step): number {
  return allSeen(step).quantileMs(0.99)
}

function chatRow(name: string, steps: readonly Step[]): Row {
  const last = steps.at(-1)
  const note = steps.map(noteOf).find((each) => each !== 'on time')
  return {
    name,
    figures: {
      ...(steps.every((step) => isQuotable(noteOf(step)))
        ? {
            'p50 ms': spread(steps.map((step) => allSeen(step).quantileMs(0.5))),
            'p99 ms': spread(steps.map(p99)),
          }
        : { 'p50 ms': NOTHING_SAID, 'p99 ms': NOTHING_SAID }),
      samples: steps.reduce((sum, step) => sum + allSeen(step).count, 0),
      ...(last === undefined ? {} : healthFigures(last)),
      ...(note === undefined ? {} : { note }),
    },
  }
}
