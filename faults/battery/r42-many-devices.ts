import { violate } from '../counts.ts'
import { Crowd, within } from '../crowd/crowd.ts'
import { Talker } from '../crowd/talker.ts'
import type { Fault } from '../fault.ts'
import { Place } from '../place/place.ts'

const DEVICES = 5
const ROUNDS = { long: 60, short: 10 }
const AGREE_MS_MAX = 10_000
const DEVICE_PACE_MS = 150

export const fault: Fault = {
  id: 'R42',
  title: 'five devices of one person, closed and opened at random',
  isShort: true,
  async run(world) {
    const place = await Place.open(world)
    const crowd = await Crowd.gather(world, place, { talkers: 2 })
    const person = place.person(5)
    const { random } = world
    let serial = 0
    const open = (): Talker => {
      const name = `device-${serial++}`
      const device = new Talker({ name, url: place.url, person, rooms: place.rooms, random, paceMs: DEVICE_PACE_MS })
      world.after(() => device.close())
      device.talk()
      return device
    }
    const devices = Array.from({ length: DEVICES }, open)
    crowd.talk()
    const rounds = world.isShort ? ROUNDS.short : ROUNDS.long
    for (let round = 0; round < rounds; round++) {
      world.progress(round, rounds)
      await crowd.talkFor(5)
      for (const device of devices) readSome(device, place)
      const index = Math.floor(random() * DEVICES)
      await devices[index]?.close()
      const gone = devices.splice(index, 1, open())
      crowd.raw.posts.push(...gone.flatMap(({ posts }) => posts))
    }
    for (const device of devices) await device.hush()
    await within(AGREE_MS_MAX, () => devices.every(({ pending }) => pending === 0))
    crowd.talkers.push(...devices)
    const counts = await crowd.verdict()
    const marks = (room: (typeof place.rooms)[number]): string[] =>
      devices.map(({ natter }) => {
        const { readMark, unread } = natter.room(room).timeline.value
        return JSON.stringify([readMark, unread])
      })
    for (const room of place.rooms) {
      const agree = await within(AGREE_MS_MAX, () => new Set(marks(room)).size === 1)
      if (!agree) violate(counts, `devices do not agree on what is read in ${room}: ${marks(room).join(' ')}`)
    }
    return { ...counts, runs: rounds }
  },
}

/** Reads up to a message that is shown. */
function readSome({ natter }: Talker, place: Place): void {
  for (const room of place.rooms) {
    const last = natter.room(room).timeline.value.items.findLast(({ kind }) => kind === 'message')
    if (last?.kind === 'message') natter.room(room).markRead(last.message.seq)
  }
}
