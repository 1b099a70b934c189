import { setTimeout as wait } from 'node:timers/promises'
import { violate } from '../counts.ts'
import { Crowd, within } from '../crowd/crowd.ts'
import type { Fault } from '../fault.ts'
import { FaultProxy } from '../network/fault-proxy.ts'
import { Place } from '../place/place.ts'

/** Shorter than some of the silences that the server allows itself, so that some lines are dropped. */
const IDLE_DROP_MS = 24_000
const SILENCE_MS = 50_000
/** A line that was dropped is noticed by its client within the silence it bears and a probe. */
const HEARD_MS_MAX = 45_000

export const fault: Fault = {
  id: 'R19',
  title: 'a NAT that forgets idle lines',
  isWaiting: true,
  async run(world) {
    const place = await Place.open(world)
    const proxy = await FaultProxy.open({ port: place.port, idleDropMs: IDLE_DROP_MS })
    world.after(() => proxy.close())
    const crowd = await Crowd.gather(world, place, { url: proxy.url })
    await crowd.talkFor(20)
    await crowd.hush()
    await wait(SILENCE_MS)
    const [first] = crowd.talkers
    const post = first?.say(place.room(0), 'Is anybody there?')
    const isHeard = await within(HEARD_MS_MAX, () => post?.outcome.state === 'acked')
    const dropped = [...proxy.links].filter(({ up }) => up.isSwallowing).length
    const counts = await crowd.verdict()
    if (!isHeard) violate(counts, 'what was said after the silence was not answered in time')
    const connections = crowd.talkers.reduce((sum, { natter }) => sum + natter.counters.connections, 0)
    world.note(`${proxy.accepted} lines, ${dropped} dropped and not yet closed, ${connections} connections`)
    return counts
  },
}
