import { violate } from '../counts.ts'
import { Crowd, within } from '../crowd/crowd.ts'
import { bare } from '../crowd/raw-talker.ts'
import { Talker } from '../crowd/talker.ts'
import type { Fault } from '../fault.ts'
import { FaultProxy } from '../network/fault-proxy.ts'
import { liveConnections } from '../place/admin.ts'
import { Place } from '../place/place.ts'

/** Twice the longest silence before a ping, and the wait for its answer. */
const DETECTED_MS_MAX = 75_000
/** How long somebody who left is still shown. */
const LINGER_MS = 20_000

export const fault: Fault = {
  id: 'R15',
  title: 'peers that vanish without a word',
  isWaiting: true,
  async run(world) {
    const place = await Place.open(world)
    const proxy = await FaultProxy.open({ port: place.port })
    world.after(() => proxy.close())
    const crowd = await Crowd.gather(world, place, { talkers: 3, url: proxy.url, paceMs: 200 })
    const person = place.person(4)
    const ghost = new Talker({ name: 'ghost', url: proxy.url, person, rooms: [], random: world.random, paceMs: 200 })
    world.after(() => ghost.close())
    await ghost.natter.ready
    const observer = await bare(place.url, place.person(5).token)
    world.after(() => observer.close())
    const seenAs = async (): Promise<string | undefined> =>
      (await observer.request('presence.watch', { users: [person.id] })).presence[person.id]
    const statusBefore = await seenAs()

    const names = new Set(['ghost', ...crowd.talkers.map(({ name }) => name)])
    const before = new Set(
      (await liveConnections(place)).filter(({ device }) => names.has(device)).map((each) => each.id),
    )
    for (const link of proxy.links) link.swallow()
    // Its goodbye vanishes too, and it never comes back.
    await ghost.close()
    crowd.talk()
    const [goneMs, backMs] = await Promise.all([
      msUntil(async () => (await liveConnections(place)).every((each) => !before.has(each.id))),
      msUntil(() => crowd.talkers.every(isBack)),
    ])
    const isCorrected = await within(LINGER_MS, async () => (await seenAs()) === 'offline')
    const counts = await crowd.verdict()
    if (statusBefore !== 'active') violate(counts, `the one who was to vanish was shown as ${statusBefore}`)
    if (goneMs === undefined) violate(counts, `the server held dead connections for ${DETECTED_MS_MAX} ms`)
    if (backMs === undefined) violate(counts, `clients did not notice within ${DETECTED_MS_MAX} ms`)
    if (!isCorrected) violate(counts, `somebody who vanished is shown as ${await seenAs()}`)
    world.note(`server noticed all in ${goneMs} ms, clients were back in ${backMs} ms`)
    return counts
  },
}

function isBack({ natter }: Talker): boolean {
  return natter.counters.connections > 1 && natter.connection.value.state === 'live'
}

async function msUntil(isTrue: () => boolean | Promise<boolean>): Promise<number | undefined> {
  const startedAt = performance.now()
  return (await within(DETECTED_MS_MAX, isTrue)) ? Math.round(performance.now() - startedAt) : undefined
}
