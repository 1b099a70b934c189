import { pacerOf } from '../bench.ts'
import type { Bench } from '../bench.ts'
import { clientShare } from '../method/client-share.ts'
import { Latencies } from '../method/latencies.ts'
import type { Lateness } from '../method/lateness.ts'
import { runOpenLoop } from '../method/open-loop.ts'
import type { Crowd } from './crowd.ts'
import type { InsideFigures } from './server-hook.ts'

/** After the last send, the last delivery has this long; what has not come by then is counted as lost. */
const DRAIN_MS_MAX = 30_000
const LOOK_EVERY_MS = 2

/** What a stretch of load has cost. */
export interface Cost {
  messages: number
  deliveries: number
  /** From the first send to the last delivery. */
  seconds: number
  /** From the last send to the last delivery. */
  drainMs: number
  framesPerRead: number
  clientShare: number
  inside: InsideFigures
}

/** What was seen while the schedule ran, and how well the schedule was kept. */
export interface Step extends Cost {
  lateness: Lateness
  seen: Latencies[]
  acked: Latencies
}

/** So many messages on their way at any time, until the time is over: finds out what the server can do. */
export async function runClosed(
  crowd: Crowd,
  { inFlight, senders, seconds, bench }: { inFlight: number; senders: number; seconds: number; bench: Bench },
): Promise<Cost> {
  const pacer = pacerOf(bench)
  // The next of the room's senders, in turn.
  const postNext = (room: number): void => crowd.post(room, (crowd.rows[room]?.posts ?? 0) % senders, pacer.now())
  return measure(crowd, bench, async () => {
    const until = pacer.now() + seconds * 1_000
    crowd.onDone = (room) => {
      if (pacer.now() < until) postNext(room)
    }
    for (let index = 0; index < inFlight; index++) postNext(index % crowd.rows.length)
    await pacer.pause(seconds * 1_000)
  })
}

/** Posts by the schedule, come what may, and takes the age of what arrives. */
export async function runOpen(
  crowd: Crowd,
  { times, pick, bench }: { times: Float64Array; pick: (index: number) => [room: number, seat: number]; bench: Bench },
): Promise<Step> {
  const recording = { seen: crowd.rows.map(() => new Latencies()), acked: new Latencies() }
  let lateness: Lateness | undefined
  crowd.onDone = () => {}
  crowd.recording = recording
  const cost = await measure(crowd, bench, async () => {
    lateness = await runOpenLoop(times, (index, dueAt) => crowd.post(...pick(index), dueAt), pacerOf(bench))
  })
  crowd.recording = undefined
  if (lateness === undefined) throw new Error('The schedule was not run.')
  return { ...cost, ...recording, lateness }
}

async function measure(crowd: Crowd, bench: Bench, run: () => Promise<void>): Promise<Cost> {
  const pacer = pacerOf(bench)
  await crowd.server.read()
  const before = { deliveries: crowd.deliveries, frames: crowd.frames, reads: crowd.reads, posts: postsOf(crowd) }
  const share = clientShare()
  const startedAt = pacer.now()
  await run()
  const sentAt = pacer.now()
  while (crowd.outstanding > 0 && pacer.now() < sentAt + DRAIN_MS_MAX) await pacer.pause(LOOK_EVERY_MS)
  return {
    messages: postsOf(crowd) - before.posts,
    deliveries: crowd.deliveries - before.deliveries,
    seconds: (crowd.lastDoneAt - startedAt) / 1_000,
    drainMs: Math.max(0, crowd.lastDoneAt - sentAt),
    framesPerRead: (crowd.frames - before.frames) / Math.max(1, crowd.reads - before.reads),
    clientShare: share(),
    inside: await crowd.server.read(),
  }
}

function postsOf({ rows }: Crowd): number {
  return rows.reduce((sum, { posts }) => sum + posts, 0)
}
