import type { RoomId } from '@natter/protocol'
import { demandSockets } from './open-files.ts'
import type { Rig } from './rig.ts'
import { seedPeople, seedRoom } from './seed.ts'
import type { Seeded } from './seed.ts'

const CIRCLE = 50
const ROOMS_EACH = 5

/** Somebody with the five rooms that they are in. */
export interface Regular {
  person: Seeded
  rooms: RoomId[]
}

/** People in circles of fifty, who share five rooms with nothing in them. */
export function seedCircles(rig: Rig, count: number): Promise<Regular[]> {
  demandSockets(count)
  return rig.seed(async (store) => {
    const people = await seedPeople(store, count)
    const regulars: Regular[] = []
    for (let at = 0; at < count; at += CIRCLE) {
      const members = people.slice(at, at + CIRCLE)
      const rooms: RoomId[] = []
      for (let room = 0; room < ROOMS_EACH; room++) rooms.push(await seedRoom(store, `circle-${at}-${room}`, members))
      regulars.push(...members.map((person) => ({ person, rooms })))
    }
    return regulars
  })
}
