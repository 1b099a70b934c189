import { violate } from '../counts.ts'
import { Crowd } from '../crowd/crowd.ts'
import { bare } from '../crowd/raw-talker.ts'
import type { Fault } from '../fault.ts'
import { Place } from '../place/place.ts'
import { quantile } from '../tools/quantile.ts'
import { attachStrace } from '../tools/strace.ts'

const FSYNC_MS = 200
/** One batch under way, one's own, and once more for a machine that does other things. */
const ACK_MS_MAX = 3 * FSYNC_MS
/** What needs no disk is answered meanwhile. */
const ANSWER_MS_MAX = 150
const MESSAGES = 300

export const fault: Fault = {
  id: 'R23',
  title: `every fsync takes ${FSYNC_MS} ms`,
  needs: ['linux', 'strace'],
  async run(world) {
    const place = await Place.open(world)
    const crowd = await Crowd.gather(world, place)
    await crowd.talkFor(20)
    const client = await bare(place.url, place.person(5).token)
    const tracing = await attachStrace(world, place.pid, [
      '-e',
      'trace=fdatasync,fsync',
      '-e',
      `inject=fdatasync,fsync:delay_enter=${FSYNC_MS * 1_000}`,
      '-o',
      '/dev/null',
    ])
    const before = crowd.raw.ackMs.length
    const answerMs: number[] = []
    const over = new AbortController()
    const asking = (async () => {
      while (!over.signal.aborted) {
        const askedAt = performance.now()
        await client.request('presence.watch', { users: [] })
        answerMs.push(performance.now() - askedAt)
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
    })()
    await crowd.talkFor(MESSAGES)
    await crowd.hush()
    over.abort()
    await asking
    await client.close()
    await tracing.detach()
    // Of the raw client: the SDK has one batch a room under way, and waits for it before the next.
    const ackMs = crowd.raw.ackMs.slice(before)
    const counts = await crowd.verdict()
    const [median, p99, answer] = [quantile(ackMs, 0.5), quantile(ackMs, 0.99), quantile(answerMs, 0.99)]
    if (median < FSYNC_MS / 2) violate(counts, 'the disk was not slow')
    if (p99 > ACK_MS_MAX) violate(counts, `p99 of answers was ${Math.round(p99)} ms on fsyncs of ${FSYNC_MS} ms`)
    if (answer > ANSWER_MS_MAX) violate(counts, `what needs no disk took ${Math.round(answer)} ms`)
    world.note(`p99 of sends ${Math.round(p99)} ms, of what needs no disk ${Math.round(answer)} ms`)
    return counts
  },
}
