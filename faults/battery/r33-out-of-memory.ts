import { violate } from '../counts.ts'
import { Crowd } from '../crowd/crowd.ts'
import { beginPost, settlePost } from '../crowd/post.ts'
import { bare } from '../crowd/raw-talker.ts'
import type { Fault } from '../fault.ts'
import { mute } from '../network/mute-reader.ts'
import { Place } from '../place/place.ts'
import { bound } from '../tools/cgroup.ts'

const MEMORY_BYTES = 300 * 1_048_576
const MUTE_READERS = 400
/** Together far more than fits: each of them for every reader that takes nothing. */
const BURST = { texts: 1_500, characters: 7_900, atOnce: 64 }

export const fault: Fault = {
  id: 'R33',
  title: 'a burst on 300 MiB of memory',
  needs: ['linux', 'root', 'memoryCgroup'],
  async run(world) {
    const place = await Place.open(world, { people: 6 })
    const crowd = await Crowd.gather(world, place)
    await crowd.talkFor(50)
    const group = bound(world, place.pid, 'memory', { 'memory.limit_in_bytes': MEMORY_BYTES })

    const room = place.room(0)
    const { id: user, token } = place.person(5)
    for (let index = 0; index < MUTE_READERS; index++) {
      const reader = await mute(place.port, token, [room])
      world.after(() => reader.destroy())
    }
    const writer = await bare(place.url, token)
    crowd.talk()
    let next = 0
    const lane = async (): Promise<void> => {
      for (let index = next++; index < BURST.texts; index = next++) {
        const words = { room, cid: `burst-${index}`, text: `${'x'.repeat(BURST.characters)}${index}` }
        const post = beginPost({ by: `burst-${index}`, user, ...words })
        crowd.raw.posts.push(post)
        const answer = await writer.request('message.send', words).catch(() => undefined)
        if (answer === undefined) return
        settlePost(post, { ...answer, state: 'acked' })
      }
    }
    await Promise.all(Array.from({ length: BURST.atOnce }, lane))
    const { exitCode, signalCode } = place.server.process
    const wasKilled = exitCode !== null || signalCode !== null
    const peak = Number(group.read('memory.max_usage_in_bytes'))
    if (wasKilled) {
      await place.ended()
      await place.start()
      crowd.hurry()
    } else group.letGo()
    await crowd.talkFor(20)
    const counts = await crowd.verdict()
    if (wasKilled && signalCode !== 'SIGKILL')
      violate(counts, `the server ended by itself with ${exitCode ?? signalCode}`)
    world.note(`${wasKilled ? `killed with ${signalCode}` : 'survived'}, peak ${Math.round(peak / 1_048_576)} MiB`)
    return counts
  },
}
