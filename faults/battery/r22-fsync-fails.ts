import { setTimeout as wait } from 'node:timers/promises'
import { violate } from '../counts.ts'
import { Crowd } from '../crowd/crowd.ts'
import { bare } from '../crowd/raw-talker.ts'
import type { Fault } from '../fault.ts'
import { checkFile } from '../place/check-file.ts'
import { Place } from '../place/place.ts'
import { attachStrace } from '../tools/strace.ts'

const ROUNDS = { long: 5, short: 1 }
const FAILING_MS = 3_000
/** Answers to what was on disk already may still be under way. */
const SETTLED_MS = 500

export const fault: Fault = {
  id: 'R22',
  title: 'fsync fails with EIO',
  needs: ['linux', 'strace'],
  async run(world) {
    const place = await Place.open(world)
    const crowd = await Crowd.gather(world, place)
    const early: string[] = []
    const rounds = world.isShort ? ROUNDS.short : ROUNDS.long
    for (let round = 0; round < rounds; round++) {
      world.progress(round, rounds)
      await crowd.talkFor(50)
      const reader = await bare(place.url, place.person(5).token)
      const tracing = await attachStrace(world, place.pid, [
        '-e',
        'trace=fdatasync,fsync',
        '-e',
        'inject=fdatasync,fsync:error=EIO',
        '-o',
        '/dev/null',
      ])
      await wait(SETTLED_MS)
      const before = crowd.acked
      await wait(FAILING_MS)
      if (crowd.acked > before)
        early.push(`${crowd.acked - before} messages were acknowledged while every fsync failed`)
      const page = await reader.request('history', { room: place.room(0), limit: 10 }).catch(() => undefined)
      if (page?.messages.length !== 10) early.push('history could not be read while fsync failed')
      await tracing.detach()
      await crowd.talkFor(10)
      // Whatever was acknowledged must be there for a process that knows nothing.
      await place.kill()
      await place.start()
      crowd.hurry()
    }
    const counts = await crowd.verdict()
    for (const sentence of early) violate(counts, sentence)
    checkFile(place, counts)
    return { ...counts, runs: rounds }
  },
}
