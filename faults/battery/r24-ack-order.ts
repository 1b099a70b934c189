import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { violate } from '../counts.ts'
import { Crowd } from '../crowd/crowd.ts'
import type { Fault } from '../fault.ts'
import { Place } from '../place/place.ts'
import { attachStrace } from '../tools/strace.ts'
import { earlyAcks } from '../tools/ack-order.ts'

const MESSAGES = { long: 500, short: 100 }

export const fault: Fault = {
  id: 'R24',
  title: 'no acknowledgement is written before its fsync has returned',
  needs: ['linux', 'strace'],
  isShort: true,
  async run(world) {
    const place = await Place.open(world, { rooms: 1 })
    const crowd = await Crowd.gather(world, place, { talkers: 2 })
    const file = join(world.folder, 'trace')
    const tracing = await attachStrace(world, place.pid, [
      '-e',
      'trace=pwrite64,fdatasync,fsync,write,writev,sendto,sendmsg',
      '-s',
      '70000',
      '-o',
      file,
    ])
    await crowd.talkFor(world.isShort ? MESSAGES.short : MESSAGES.long)
    await crowd.heal()
    await tracing.detach()
    const counts = await crowd.verdict()
    const cidOf = new Map<number, string>()
    for (const { cid, outcome } of [...crowd.talkers, crowd.raw].flatMap(({ posts }) => posts)) {
      if (outcome.state === 'acked') cidOf.set(outcome.seq, cid)
    }
    const { checked, early } = earlyAcks(readFileSync(file, 'latin1'), cidOf)
    for (const sentence of early) violate(counts, sentence)
    // All of the raw client, and those of the SDK that came alone.
    if (checked < counts.acked / 2)
      violate(counts, `only ${checked} of ${counts.acked} answers were found in the trace`)
    world.note(`${checked} answers in the trace, ${early.length} too early`)
    return counts
  },
}
