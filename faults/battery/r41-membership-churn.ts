import type { DurableEvent, RoomId } from '@natter/protocol'
import { connectRaw } from '../../packages/server/test/process/raw-client.ts'
import type { RawClient } from '../../packages/server/test/process/raw-client.ts'
import { violate } from '../counts.ts'
import { Crowd } from '../crowd/crowd.ts'
import { beginPost, settlePost } from '../crowd/post.ts'
import { bare } from '../crowd/raw-talker.ts'
import type { Fault } from '../fault.ts'
import { Place } from '../place/place.ts'

const ROUNDS = { long: 150, short: 20 }

export const fault: Fault = {
  id: 'R41',
  title: 'somebody removed and back again, in the middle of everything',
  isShort: true,
  async run(world) {
    const place = await Place.open(world)
    const crowd = await Crowd.gather(world, place)
    const [room, owner, guest] = [place.room(0), place.person(0), place.person(5)]
    const boss = await bare(place.url, owner.token)
    crowd.talk()
    const sentences: string[] = []
    let heard = 0
    const rounds = world.isShort ? ROUNDS.short : ROUNDS.long
    for (let round = 0; round < rounds; round++) {
      world.progress(round, rounds)
      const isResuming = round % 2 === 1
      const listener = await listen(place.url, guest.token, isResuming ? [] : [room])
      // Removed while it resumes, or while it listens and sends.
      const opening = isResuming ? listener.client.request('room.open', { room, cursor: null }) : undefined
      const words = { room, cid: `guest-${round}`, text: `guest ${round}` }
      const post = beginPost({ by: 'guest', user: guest.id, ...words })
      const sending = listener.client.request('message.send', words)
      // Either may be refused before the one who removes has an answer.
      const settled = Promise.allSettled([opening, sending])
      const { seq } = await boss.request('room.remove', { room, user: guest.id, cid: `out-${round}` })
      const [, sent] = await settled
      if (sent.status === 'fulfilled' && sent.value.seq > seq)
        sentences.push(`a message was taken at ${sent.value.seq}, after the removal at ${seq}`)
      if (sent.status === 'fulfilled') settlePost(post, { ...sent.value, state: 'acked' })
      crowd.raw.posts.push(post)
      const reading = await listener.client.request('history', { room, limit: 1 }).catch(() => undefined)
      if (reading !== undefined) sentences.push('somebody who was removed could still read')
      await crowd.talkFor(3)
      const late = listener.events.filter((event) => event.seq > seq)
      if (late.length > 0) sentences.push(`${late.length} events after the removal at ${seq} reached the one removed`)
      heard += listener.events.length
      await listener.client.close()
      const back = await bare(place.url, guest.token)
      await back.request('room.join', { room, cid: `back-${round}` })
      await back.close()
    }
    await boss.close()
    const counts = await crowd.verdict()
    for (const sentence of sentences) violate(counts, sentence)
    if (heard === 0) violate(counts, 'the one removed must have heard something for this to mean anything')
    world.note(`${rounds} removals, ${heard} events heard before them`)
    return { ...counts, runs: rounds }
  },
}

async function listen(
  url: string,
  token: string,
  rooms: RoomId[],
): Promise<{ client: RawClient; events: DurableEvent[] }> {
  const events: DurableEvent[] = []
  const client = await connectRaw({
    url,
    token,
    rooms: Object.fromEntries(rooms.map((room) => [room, null])),
    heard: (event) => void events.push(event),
  })
  return { client, events }
}
