import { setTimeout as wait } from 'node:timers/promises'
import { residentBytes } from '../../bench/load/process.ts'
import { violate } from '../counts.ts'
import { Crowd, within } from '../crowd/crowd.ts'
import { beginPost, settlePost } from '../crowd/post.ts'
import { bare } from '../crowd/raw-talker.ts'
import type { Fault } from '../fault.ts'
import { mute } from '../network/mute-reader.ts'
import { liveConnections } from '../place/admin.ts'
import { Place } from '../place/place.ts'
import { quantile } from '../tools/quantile.ts'

const SLOW_READERS = 3
/** A reader that takes nothing is gone within this time after the server began to hold things for it. */
const GONE_MS_MAX = 30_000
const STUCK_MS_MAX = 90_000
const QUEUED_BYTES_MAX = 1_048_576
/** Three queues of a MiB, and what the heap of a busy server may move by. */
const GROWN_BYTES_MAX = 150 * 1_048_576
/** With room for a machine that does other things. */
const SLOWER_MS_MAX = 250
const FLOOD_EVERY_MS = 20
const FLOOD_TEXT = 'x'.repeat(7_900)

export const fault: Fault = {
  id: 'R14',
  title: 'readers that take nothing',
  async run(world) {
    const place = await Place.open(world, { people: 5 + SLOW_READERS })
    const crowd = await Crowd.gather(world, place)
    const slow = Array.from({ length: SLOW_READERS }, (_, index) => place.person(5 + index))
    const room = place.room(0)
    await crowd.talkFor(100)
    const before = { rss: residentBytes(place.pid), answers: crowd.talkers.map(({ ackMs }) => ackMs.length) }
    const readers = await Promise.all(slow.map(({ token }) => mute(place.port, token, [room])))
    for (const reader of readers) world.after(() => reader.destroy())

    const writer = await bare(place.url, place.person(4).token)
    world.after(() => writer.close())
    const flooding = new AbortController()
    const flood = (async () => {
      for (let index = 0; !flooding.signal.aborted; index++) {
        const words = { room, cid: `flood-${index}`, text: `${FLOOD_TEXT}${index}` }
        const post = beginPost({ by: 'flood', user: place.person(4).id, ...words })
        const { seq, n } = await writer.request('message.send', words)
        settlePost(post, { state: 'acked', seq, n })
        crowd.raw.posts.push(post)
        await wait(FLOOD_EVERY_MS)
      }
    })()
    const isSlow = new Set(slow.map(({ id }) => id))
    let peak = before.rss
    const waitingSince = new Map<string, number>()
    let longestMs = 0
    let most = 0
    const left = async (): Promise<number> => {
      const held = (await liveConnections(place)).filter(({ user }) => isSlow.has(user))
      peak = Math.max(peak, residentBytes(place.pid))
      const now = performance.now()
      for (const { id, queuedBytes } of held) {
        // As long as the kernel goes on taking, nobody has to be let go.
        if (queuedBytes === 0) waitingSince.delete(id)
        else waitingSince.set(id, waitingSince.get(id) ?? now)
        longestMs = Math.max(longestMs, now - (waitingSince.get(id) ?? now))
        most = Math.max(most, queuedBytes)
      }
      return held.length
    }
    const isGone = await within(STUCK_MS_MAX, async () => (await left()) === 0)
    flooding.abort()
    await flood

    const during = crowd.talkers.flatMap(({ ackMs }, index) => ackMs.slice(before.answers[index]))
    const earlier = crowd.talkers.flatMap(({ ackMs }, index) => ackMs.slice(0, before.answers[index]))
    const counts = await crowd.verdict()
    const [calm, busy] = [quantile(earlier, 0.99), quantile(during, 0.99)]
    if (!isGone || longestMs === 0 || longestMs > GONE_MS_MAX)
      violate(counts, `readers that take nothing were held for ${Math.round(longestMs)} ms (gone: ${isGone})`)
    if (most > QUEUED_BYTES_MAX) violate(counts, `${most} bytes waited for one reader`)
    if (peak - before.rss > GROWN_BYTES_MAX) violate(counts, `memory grew by ${mib(peak - before.rss)} MiB`)
    if (busy > calm + SLOWER_MS_MAX)
      violate(counts, `others waited ${Math.round(busy)} ms instead of ${Math.round(calm)} ms`)
    world.note(
      `gone after ${Math.round(longestMs)} ms, at most ${Math.round(most / 1_024)} KiB each, memory + ${mib(peak - before.rss)} MiB`,
    )
    world.note(`p99 of others ${Math.round(calm)} then ${Math.round(busy)} ms`)
    return counts
  },
}

function mib(bytes: number): number {
  return Math.round(bytes / 1_048_576)
}
