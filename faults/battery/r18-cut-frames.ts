import { setTimeout as wait } from 'node:timers/promises'
import { violate } from '../counts.ts'
import { Crowd } from '../crowd/crowd.ts'
import type { Fault } from '../fault.ts'
import { FaultProxy } from '../network/fault-proxy.ts'
import { Place } from '../place/place.ts'

const ROUNDS = { long: 40, short: 5 }
/** A link is cut after up to so many further bytes: anywhere in the handshake, the greeting or a frame. */
const CUT_WITHIN_BYTES = 3_000
const BETWEEN_MS = 200

export const fault: Fault = {
  id: 'R18',
  title: 'frames cut in the middle, then a reset',
  isShort: true,
  async run(world) {
    const place = await Place.open(world)
    const proxy = await FaultProxy.open({ port: place.port })
    world.after(() => proxy.close())
    const crowd = await Crowd.gather(world, place, { url: proxy.url })
    crowd.talk()
    const rounds = world.isShort ? ROUNDS.short : ROUNDS.long
    for (let round = 0; round < rounds; round++) {
      world.progress(round, rounds)
      for (const { up, down } of proxy.links) (round % 2 === 0 ? up : down).cutAfter(world.random() * CUT_WITHIN_BYTES)
      await wait(BETWEEN_MS)
      crowd.hurry()
    }
    for (const { up, down } of proxy.links) for (const pipe of [up, down]) pipe.cutAfter(Number.POSITIVE_INFINITY)
    const counts = await crowd.verdict()
    if (proxy.accepted <= crowd.talkers.length) violate(counts, 'no link was ever cut')
    world.note(`${proxy.accepted} connections`)
    return { ...counts, runs: rounds }
  },
}
