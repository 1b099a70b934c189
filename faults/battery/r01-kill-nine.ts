import { setTimeout as wait } from 'node:timers/promises'
import { Crowd } from '../crowd/crowd.ts'
import type { Fault } from '../fault.ts'
import { Place } from '../place/place.ts'

const ROUNDS = { long: 100, short: 5 }
/** The server is killed up to so long after it was acknowledging again. */
const KILL_WITHIN_MS = 300
/** Messages that must have been acknowledged between two kills. */
const ACKED_BETWEEN = 10

export const fault: Fault = {
  id: 'R01',
  title: 'kill -9 in the middle of sends',
  isShort: true,
  async run(world) {
    const place = await Place.open(world)
    const crowd = await Crowd.gather(world, place)
    const rounds = world.isShort ? ROUNDS.short : ROUNDS.long
    let slowestMs = 0
    for (let round = 0; round < rounds; round++) {
      world.progress(round, rounds)
      await crowd.talkFor(ACKED_BETWEEN)
      await wait(world.random() * KILL_WITHIN_MS)
      await place.kill()
      await place.start()
      const startedAt = performance.now()
      if (world.isShort) crowd.hurry()
      await Promise.all(crowd.talkers.map(({ natter }) => live(natter.connection)))
      slowestMs = Math.max(slowestMs, performance.now() - startedAt)
    }
    world.note(`${rounds} kills, all live again at most ${Math.round(slowestMs)} ms after a start`)
    return { ...(await crowd.verdict()), runs: rounds }
  },
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
