import { noCounts, sumCounts, violate } from '../counts.ts'
import type { Counts } from '../counts.ts'
import { Crowd } from '../crowd/crowd.ts'
import type { Fault } from '../fault.ts'
import { FaultProxy } from '../network/fault-proxy.ts'
import type { Shape } from '../network/pipe.ts'
import { Place } from '../place/place.ts'

const SHAPES: [string, Shape][] = [
  ['single bytes', { pieceBytes: 1 }],
  ['pieces of 7 bytes', { pieceBytes: 7 }],
  ['many frames at once', { gatherMs: 150 }],
]
const MESSAGES = { long: 400, short: 40 }

export const fault: Fault = {
  id: 'R17',
  title: 'single bytes, split frames, frames that come together',
  isShort: true,
  async run(world) {
    const all: Counts[] = [noCounts()]
    const place = await Place.open(world, { people: 4 * SHAPES.length, rooms: SHAPES.length })
    for (const [index, [what, shape]] of SHAPES.entries()) {
      const proxy = await FaultProxy.open({ port: place.port, up: shape, down: shape })
      world.after(() => proxy.close())
      const crowd = await Crowd.gather(world, place, {
        talkers: 3,
        url: proxy.url,
        roomIndex: index,
        personIndex: 4 * index,
      })
      await crowd.talkFor(world.isShort ? MESSAGES.short : MESSAGES.long)
      const counts = await crowd.verdict()
      const { connections } = sumOf(crowd)
      if (connections !== crowd.talkers.length) violate(counts, `${what}: ${connections} connections for 3 clients`)
      await crowd.leave()
      all.push(counts)
    }
    return sumCounts(all)
  },
}

function sumOf(crowd: Crowd): { connections: number } {
  return { connections: crowd.talkers.reduce((sum, { natter }) => sum + natter.counters.connections, 0) }
}
