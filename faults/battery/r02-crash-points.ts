import { CRASH_LABELS } from '../../packages/server/src/ports/crashpoint.ts'
import { Crowd } from '../crowd/crowd.ts'
import type { Fault } from '../fault.ts'
import { Place } from '../place/place.ts'

const ROUNDS = { long: 5, short: 1 }
/** The server ends at most at this manieth time that a step is reached. */
const NTH_MAX = 60

export const fault: Fault = {
  id: 'R02',
  title: 'a crash at every step of a write',
  isShort: true,
  async run(world) {
    const place = await Place.open(world)
    const crowd = await Crowd.gather(world, place)
    await crowd.talkFor(1)
    const rounds = world.isShort ? ROUNDS.short : ROUNDS.long
    for (let round = 0; round < rounds; round++) {
      world.progress(round, rounds)
      for (const label of CRASH_LABELS) {
        await place.kill()
        const nth = 1 + Math.floor(world.random() * NTH_MAX)
        await place.start({ NODE_ENV: 'test', NATTER_TEST_CRASH_AT: `${label}:${nth}` })
        crowd.hurry()
        crowd.talk()
        await place.ended()
      }
    }
    await place.start()
    crowd.hurry()
    world.note(`${CRASH_LABELS.length} steps`)
    return { ...(await crowd.verdict()), runs: rounds * CRASH_LABELS.length }
  },
}
