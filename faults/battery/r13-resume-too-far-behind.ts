import type { CatchUpOrRefusal, Cursor, RoomId } from '@natter/protocol'
import { connectRaw } from '../../packages/server/test/process/raw-client.ts'
import { violate } from '../counts.ts'
import type { Counts } from '../counts.ts'
import { Crowd, within } from '../crowd/crowd.ts'
import { postMany } from '../crowd/post-many.ts'
import { bare } from '../crowd/raw-talker.ts'
import type { Fault } from '../fault.ts'
import { FaultProxy } from '../network/fault-proxy.ts'
import { Place } from '../place/place.ts'

/** More than a delta may hold. */
const MISSED = 700
const NEWEST = 50
const AWAY_MS_MAX = 10_000

export const fault: Fault = {
  id: 'R13',
  title: 'resuming from further back than a delta reaches',
  isShort: true,
  async run(world) {
    const place = await Place.open(world)
    const proxy = await FaultProxy.open({ port: place.port })
    world.after(() => proxy.close())
    const crowd = await Crowd.gather(world, place, { url: proxy.url })
    await crowd.talkFor(20)
    await crowd.hush()

    proxy.isOpen = false
    for (const link of proxy.links) link.reset()
    const areAway = await within(AWAY_MS_MAX, () => crowd.talkers.every(isAway))
    const room = place.room(0)
    const writer = await bare(place.url, place.person(5).token)
    const { posts, places } = await postMany(writer, room, MISSED, 'missed')
    await writer.close()
    crowd.raw.posts.push(...posts)
    proxy.isOpen = true
    crowd.hurry()

    const counts = await crowd.verdict()
    if (!areAway) violate(counts, 'the clients did not notice that they were cut off')
    for (const { name, natter } of crowd.talkers) {
      if (natter.counters.resets === 0) violate(counts, `${name} missed ${MISSED} messages and was not told`, 'gaps')
    }
    await judgeCursors(place, { room, places }, counts)
    return counts
  },
}

function isAway({ natter }: Crowd['talkers'][number]): boolean {
  return natter.connection.value.state !== 'live'
}

/** Each kind of cursor has its answer: everything after it, or a fresh start. */
async function judgeCursors(
  place: Place,
  { room, places }: { room: RoomId; places: Cursor[] },
  counts: Counts,
): Promise<void> {
  const head = places.at(-1)
  const [first, near] = [places[0], places.at(-21)]
  if (head === undefined || first === undefined || near === undefined) throw new Error('Nothing was posted.')
  const ask = async (cursor: Cursor | null): Promise<CatchUpOrRefusal | undefined> => {
    const { token } = place.person(1)
    const client = await connectRaw({ url: place.url, token, rooms: { [room]: cursor } })
    await client.close()
    return client.hello.rooms[room]
  }
  const resets: [string, Cursor | null][] = [
    ['too old', first],
    ['of a log that was rolled back', [near[0], near[1] === 'aaaa' ? 'bbbb' : 'aaaa']],
    ['ahead of the log', [head[0] + 5, 'aaaa']],
    ['none', null],
  ]
  for (const [what, cursor] of resets) {
    const part = await ask(cursor)
    const isReset =
      part !== undefined &&
      'mode' in part &&
      part.mode === 'reset' &&
      part.messages.length === NEWEST &&
      part.messages.every(({ seq }, index) => seq === places.at(index - NEWEST)?.[0])
    if (!isReset)
      violate(counts, `a cursor ${what} was not answered with a fresh start at the newest ${NEWEST}`, 'gaps')
  }
  const part = await ask(near)
  const seqs = part !== undefined && 'mode' in part && part.mode === 'delta' ? part.events.map(({ seq }) => seq) : []
  const expected = places.slice(-20).map(([seq]) => seq)
  if (String(seqs) !== String(expected)) violate(counts, `a near cursor got ${seqs.length} events, not 20`, 'gaps')
}
