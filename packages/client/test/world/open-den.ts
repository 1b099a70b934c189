import type { RoomHandle } from '../../src/index.ts'
import type { FakeRoom } from './fake-room.ts'
import { World } from './world.ts'
import type { Person } from './world.ts'

export interface Den {
  world: World
  kim: Person
  ada: Person['user']
  den: FakeRoom
  room: RoomHandle
}

/** Kim with a den on screen in which so many messages were posted before. */
export async function openDen(posts: number): Promise<Den> {
  const world = new World()
  const kim = await world.live('kim')
  const ada = world.server.addUser('ada')
  const den = world.server.addRoom('den', [kim.user, ada])
  for (let index = 0; index < posts; index++) den.post(ada.id, { cid: `c${index}`, text: `m${index}` }, world.time.now)
  const room = kim.natter.room(den.id)
  void room.open()
  await world.time.advance(100)
  return { world, kim, ada, den, room }
}
