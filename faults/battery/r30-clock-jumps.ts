import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { violate } from '../counts.ts'
import { Crowd } from '../crowd/crowd.ts'
import type { Fault } from '../fault.ts'
import { Place } from '../place/place.ts'
import { libfaketime } from '../tools/needs.ts'

/** What the server's clock says, as libfaketime reads it: a difference, or a moment at which it stands still. */
const CLOCKS = ['+3600s', '-3600s', '-1d', '+1s', '2026-01-01 00:00:00', '+0']
const MESSAGES = 40

export const fault: Fault = {
  id: 'R30',
  title: 'a clock that jumps by an hour, back by a day, and stands still',
  needs: ['linux', 'libfaketime'],
  async run(world) {
    const file = join(world.folder, 'clock')
    writeFileSync(file, '+0')
    const env = {
      LD_PRELOAD: libfaketime() ?? '',
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_NO_CACHE: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
      // Rates must not lock anybody out when the clock goes back.
      NATTER_LIMITS: 'on',
    }
    const place = await Place.open(world, { env })
    const crowd = await Crowd.gather(world, place, { paceMs: 500 })
    const seen = new Set<string>()
    for (const clock of CLOCKS) {
      writeFileSync(file, clock)
      await crowd.talkFor(MESSAGES)
      seen.add(await hourOf(place))
    }
    const counts = await crowd.verdict()
    if (seen.size < 4) violate(counts, `the clock did not jump: ${[...seen].join(', ')}`)
    const connections = crowd.talkers.reduce((sum, { natter }) => sum + natter.counters.connections, 0)
    world.note(`${connections} connections of ${crowd.talkers.length} clients`)
    return { ...counts, runs: CLOCKS.length }
  },
}

/** By the clock of the server. */
async function hourOf(place: Place): Promise<string> {
  const answer = await fetch(`${place.url}/v1/rooms/${place.room(0)}/messages?limit=1`, {
    headers: { authorization: `Bearer ${place.person(0).token}` },
  })
  const { messages } = (await answer.json()) as { messages: { at: number }[] }
  return new Date(messages[0]?.at ?? 0).toISOString().slice(0, 13)
}
