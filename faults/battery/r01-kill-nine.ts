import { setTimeout as wait } from 'node:timers/promises'
import { Crowd } from '../crowd/crowd.ts'
import type { Fault } from '../fault.ts'
import { Place } from '../place/place.ts'

const ROUNDS = { long: 100, short: 5 }
/** The server is killed up to so long after it was acknowledging again. */
const KILL_WITHIN_MS = 300
/** Messages that must have been acknowledged between two kills. */
const ACKED_BETWEEN = 10
/** After this time the SDK has forgotten earlier failures, and comes back as from a first one. */
const STABLE_MS = 31_000

export const fault: Fault = {
  id: 'R01',
  title: 'kill -9 in the middle of sends',
  isShort: true,
  async run(world) {
    const place = await Place.open(world)
    const crowd = await Crowd.gather(world, place)
    if (!world.isShort) {
      await crowd.talkFor(ACKED_BETWEEN)
      await wait(STABLE_MS)
      world.note(`by themselves back ${await killAndStart(place, crowd)} ms after a start`)
    }
    const rounds = world.isShort ? ROUNDS.short : ROUNDS.long
    let slowestMs = 0
    for (let round = 0; round < rounds; round++) {
      world.progress(round, rounds)
      await crowd.talkFor(ACKED_BETWEEN)
      await wait(world.random() * KILL_WITHIN_MS)
      // Hurried, as by a network that comes back: so many failures in a row would make them wait up to 30 s.
      slowestMs = Math.max(slowestMs, await killAndStart(place, crowd, () => crowd.hurry()))
    }
    world.note(`${rounds} kills, all live again at most ${slowestMs} ms after a start`)
    return { ...(await crowd.verdict()), runs: rounds }
  },
}

/** How long after the start everybody is live again, in ms. */
async function killAndStart(place: Place, crowd: Crowd, started: () => void = () => undefined): Promise<number> {
  await place.kill()
  await place.start()
  const startedAt = performance.now()
  started()
  await Promise.all(crowd.talkers.map(({ natter }) => live(natter.connection)))
  return Math.round(performance.now() - startedAt)
}

/** Resolves when the connection is live. */
function live(connection: { value: { state: string }; subscribe: (heard: () => void) => () => void }): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (connection.value.state !== 'live') return
      end()
      resolve()
    }
    const end = connection.subscribe(look)
    if (connection.value.state === 'live') look()
  })
}
