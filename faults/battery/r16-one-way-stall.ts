import { sumCounts, violate } from '../counts.ts'
import type { Counts } from '../counts.ts'
import { Crowd, within } from '../crowd/crowd.ts'
import type { Fault } from '../fault.ts'
import { FaultProxy } from '../network/fault-proxy.ts'
import { Place } from '../place/place.ts'
import type { World } from '../world.ts'

/** The server looks at who it has not heard for twice the longest silence before a ping, and waits for the answer. */
const NOTICED_MS_MAX = 80_000
const WAYS = ['up', 'down'] as const

export const fault: Fault = {
  id: 'R16',
  title: 'lines that carry one direction only',
  isWaiting: true,
  async run(world) {
    const place = await Place.open(world, { people: 8 })
    return sumCounts(await Promise.all(WAYS.map((way, index) => stall(world, place, { way, index }))))
  },
}

/** Each way in a room of its own; new lines are whole. */
async function stall(
  world: World,
  place: Place,
  { way, index }: { way: (typeof WAYS)[number]; index: number },
): Promise<Counts> {
  const proxy = await FaultProxy.open({ port: place.port })
  world.after(() => proxy.close())
  const options = { talkers: 3, url: proxy.url, paceMs: 300, roomIndex: index, personIndex: 4 * index }
  const crowd = await Crowd.gather(world, place, options)
  const startedAt = performance.now()
  for (const link of proxy.links) link[way].stall()
  crowd.talk()
  const isNoticed = await within(NOTICED_MS_MAX, () =>
    crowd.talkers.every(({ natter }) => natter.counters.connections > 1 && natter.connection.value.state === 'live'),
  )
  const noticedMs = performance.now() - startedAt
  const counts = await crowd.verdict()
  if (!isNoticed) violate(counts, `a line stalled ${way} was not noticed in ${Math.round(noticedMs)} ms`)
  world.note(`${way} noticed in ${Math.round(noticedMs)} ms`)
  return counts
}
