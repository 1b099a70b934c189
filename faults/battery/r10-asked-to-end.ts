import { violate } from '../counts.ts'
import { Crowd } from '../crowd/crowd.ts'
import type { Fault } from '../fault.ts'
import { Place } from '../place/place.ts'

const ROUNDS = { long: 20, short: 3 }
const ACKED_BETWEEN = 20
const WINDOW_MS = 1_000
/** Goodbyes, requests under way, and a machine that does other things. */
const END_MS_MAX = WINDOW_MS + 10_000

export const fault: Fault = {
  id: 'R10',
  title: 'asked to end under load, and started again',
  isShort: true,
  async run(world) {
    const place = await Place.open(world, { env: { NATTER_DRAIN_MS: `${WINDOW_MS}` } })
    const crowd = await Crowd.gather(world, place)
    const rounds = world.isShort ? ROUNDS.short : ROUNDS.long
    const codes = new Set<number | null>()
    let slowestMs = 0
    let ackedMeanwhile = 0
    for (let round = 0; round < rounds; round++) {
      world.progress(round, rounds)
      await crowd.talkFor(ACKED_BETWEEN)
      const before = { acked: crowd.acked, at: performance.now() }
      codes.add(await place.stop())
      slowestMs = Math.max(slowestMs, performance.now() - before.at)
      ackedMeanwhile += crowd.acked - before.acked
      await place.start()
      crowd.hurry()
    }
    await crowd.talkFor(ACKED_BETWEEN)
    const counts = await crowd.verdict()
    if (codes.size !== 1 || !codes.has(0)) violate(counts, `the server ended with ${[...codes].join(', ')}`)
    if (slowestMs > END_MS_MAX) violate(counts, `the server took ${Math.round(slowestMs)} ms to end`)
    if (ackedMeanwhile === 0) violate(counts, 'nothing was acknowledged while the server was going')
    world.note(`${rounds} ends of at most ${Math.round(slowestMs)} ms, ${ackedMeanwhile} acknowledged meanwhile`)
    return { ...counts, runs: rounds }
  },
}
