import { setTimeout as wait } from 'node:timers/promises'
import { violate } from '../counts.ts'
import { Crowd } from '../crowd/crowd.ts'
import type { Fault } from '../fault.ts'
import { Place } from '../place/place.ts'

const STOPPED_MS = { long: 15_000, short: 5_000 }

export const fault: Fault = {
  id: 'R31',
  title: 'a server that stands still (SIGSTOP)',
  async run(world) {
    const place = await Place.open(world)
    const crowd = await Crowd.gather(world, place)
    await crowd.talkFor(50)
    place.server.process.kill('SIGSTOP')
    const stoppedMs = world.isShort ? STOPPED_MS.short : STOPPED_MS.long
    await wait(stoppedMs)
    place.server.process.kill('SIGCONT')
    await crowd.talkFor(50)
    const counts = await crowd.verdict()
    const connections = crowd.talkers.reduce((sum, { natter }) => sum + natter.counters.connections, 0)
    if (connections !== crowd.talkers.length)
      violate(counts, `${connections} connections: clients were thrown out for the server's own standstill`)
    world.note(`stopped for ${stoppedMs} ms`)
    return counts
  },
}
