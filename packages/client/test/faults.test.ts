import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Message } from '@natter/protocol'
import type { RoomHandle } from '../src/index.ts'
import type { FakeRoom } from './world/fake-room.ts'
import { seededRandom } from './world/random.ts'
import { World } from './world/world.ts'
import type { Person } from './world/world.ts'

const SEEDS = 40
const STEPS = 120

interface Scene {
  world: World
  person: Person
  room: RoomHandle
  pick: <T>(from: readonly T[]) => T
}

const TROUBLES: ((scene: Scene) => unknown)[] = [
  ({ person }) => person.link().close(),
  ({ person }) => (person.link().isFrozen = true),
  ({ world, pick }) => world.server.cut(pick([1006, 4001, 4004, 4402])),
  ({ person }) => person.link().send({ control: 'drain', reconnectInMs: 300 }),
  ({ room, person }) => person.link().send({ control: 'lag', rooms: [room.id] }),
  ({ room }) => room.loadOlder(),
  ({ room }) => room.jumpToLatest(),
  ({ person }) => person.wake(),
  ({ room }) => {
    room.close()
    return room.open()
  },
]

/** A world in which everything that may go wrong does, drawn from one seed, until it is calm again. */
async function storm(seed: number): Promise<{ people: Person[]; rooms: FakeRoom[]; written: Map<string, string[]> }> {
  const world = new World(seed)
  const random = seededRandom(seed * 7_919)
  const chance = (share: number): boolean => random() < share
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
  const people = [await world.live('kim'), await world.live('ada'), await world.live('bob')]
  const users = people.map(({ user }) => user)
  const rooms = [world.server.addRoom('one', users), world.server.addRoom('two', users)]
  for (const room of rooms) room.deltaEventsMax = 10
  const written = new Map<string, string[]>()
  let isCalm = false
  world.server.delivers = () => isCalm || !chance(0.1)
  world.server.losesReply = ({ type }) => !isCalm && type !== 'hello' && chance(0.1)
  world.server.script = ({ type }) =>
    !isCalm && type !== 'hello' && chance(0.1)
      ? {
          error: {
            code: pick(['rate_limited', 'internal', 'unavailable']),
            message: 'No.',
            retryAfterMs: random() * 900,
          },
        }
      : undefined
  for (const { natter } of people) for (const { id } of rooms) void natter.room(id).open()
  for (let step = 0; step < STEPS; step++) {
    const person = pick(people)
    const { id } = pick(rooms)
    const room = person.natter.room(id)
    const key = `${person.user.id} ${id}`
    if (chance(0.7)) {
      const text = `${person.user.handle} ${step}`
      room.send(text)
      written.set(key, [...(written.get(key) ?? []), text])
    } else pick(TROUBLES)({ world, person, room, pick })
    if (chance(0.05)) world.isUnreachable = !world.isUnreachable
    await world.time.advance(random() * 400)
  }
  isCalm = true
  world.isUnreachable = false
  await world.time.advance(300_000)
  // A lost event shows itself by the one after it.
  for (const room of rooms) world.server.post(room, world.server.addUser('last'), 'the end')
  await world.time.advance(1_000)
  for (const { natter } of people) {
    for (const { id } of rooms) {
      const room = natter.room(id)
      for (let page = 0; page < 20 && !room.timeline.value.atStart; page++) {
        await Promise.all([room.loadOlder(), world.time.advance(50)])
      }
    }
  }
  return { people, rooms, written }
}

test('SDK-45 after any storm everybody sees the log, each message once and in the order of its author', async () => {
  let messages = 0
  for (let seed = 1; seed <= SEEDS; seed++) {
    const { people, rooms, written } = await storm(seed)
    for (const room of rooms) {
      messages += room.messages.length
      for (const { user, natter } of people) {
        const texts = room.messages.filter(({ by }) => by === user.id).map(({ text }) => text)
        assert.deepEqual(
          texts,
          written.get(`${user.id} ${room.id}`) ?? [],
          `seed ${seed}: ${user.handle} in ${room.id}`,
        )
        const shown = natter.room(room.id).timeline.value.items.filter((item) => item.kind !== 'event')
        const seen: (Message | undefined)[] = shown.map((item) => (item.kind === 'message' ? item.message : undefined))
        assert.deepEqual(seen, room.messages, `seed ${seed}: what ${user.handle} sees of ${room.id}`)
        const summary = natter.rooms.value.find(({ id }) => id === room.id)
        const unread = room.room.n - (room.marks.get(user.id)?.n ?? 0)
        assert.equal(summary?.unread, unread, `seed ${seed}: unread of ${user.handle} in ${room.id}`)
      }
    }
    for (const { natter } of people) await natter.close()
  }
  assert(messages > SEEDS * STEPS * 0.6, `${messages} messages`)
})
