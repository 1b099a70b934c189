import { setTimeout as wait } from 'node:timers/promises'
import { violate } from '../counts.ts'
import { Crowd } from '../crowd/crowd.ts'
import type { Fault } from '../fault.ts'
import { Place } from '../place/place.ts'
import { bound } from '../tools/cgroup.ts'
import { quantile } from '../tools/quantile.ts'

/** A tenth of one core, in slices of 100 ms. */
const [PERIOD_MICROS, QUOTA_MICROS] = [100_000, 10_000]
/** More than a tenth of a core can take in peace. */
const PACE_MS = 15
const STARVED_MS = { long: 40_000, short: 8_000 }

export const fault: Fault = {
  id: 'R34',
  title: 'a tenth of a core',
  needs: ['linux', 'root', 'cpuCgroup'],
  async run(world) {
    const place = await Place.open(world)
    const crowd = await Crowd.gather(world, place, { paceMs: PACE_MS })
    await crowd.talkFor(50)
    const before = crowd.talkers.map(({ ackMs }) => ackMs.length)
    const group = bound(world, place.pid, 'cpu', {
      'cpu.cfs_period_us': PERIOD_MICROS,
      'cpu.cfs_quota_us': QUOTA_MICROS,
    })
    crowd.talk()
    await wait(world.isShort ? STARVED_MS.short : STARVED_MS.long)
    group.letGo()
    const throttled = Number(/nr_throttled (\d+)/.exec(group.read('cpu.stat'))?.[1])
    const ackMs = crowd.talkers.flatMap((talker, index) => talker.ackMs.slice(before[index]))
    const counts = await crowd.verdict()
    const connections = crowd.talkers.reduce((sum, { natter }) => sum + natter.counters.connections, 0)
    if (connections !== crowd.talkers.length)
      violate(counts, `${connections} connections: slowness was taken for an end`)
    if (!(throttled > 0)) violate(counts, 'the server was never short of anything')
    if (ackMs.length === 0) violate(counts, 'nothing was acknowledged')
    world.note(`sends took ${Math.round(quantile(ackMs, 0.5))} ms, p99 ${Math.round(quantile(ackMs, 0.99))} ms`)
    return counts
  },
}
