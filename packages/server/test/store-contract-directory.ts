import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Announcement, MembersReply, RoomId, UserId } from '@natter/protocol'
import { inTurn, must, upTo } from './store-contract-house.ts'
import type { House, Stage } from './store-contract-house.ts'

export function testDirectory({ shared, fresh }: Stage): void {
  test(
    'LOG-39 members come by user id, with their users, page by page',
    shared(async (house) => {
      const people = await house.people('zoe', 'ada', 'kim', 'max', 'eve')
      const [owner, ...others] = people as [UserId, ...UserId[]]
      const room = await house.room(owner, others)
      const page = async (after: UserId | undefined, limit: number): Promise<MembersReply> =>
        JSON.parse(must(await house.store.members(owner, room, { after, limit }))) as MembersReply
      const all = await page(undefined, 10)
      assert.deepEqual(
        all.members.map(({ user }) => user),
        people.toSorted(),
      )
      assert.deepEqual(all.users, await house.store.usersById(people.toSorted()))
      assert.equal(all.more, false)
      assert.deepEqual(all.members.find(({ user }) => user === owner)?.role, 'owner')
      const first = await page(undefined, 2)
      assert.deepEqual(first, { members: all.members.slice(0, 2), users: all.users.slice(0, 2), more: true })
      const rest = await page(first.members[1]?.user, 3)
      assert.deepEqual(rest, { members: all.members.slice(2), users: all.users.slice(2), more: false })
    }),
  )

  test(
    'LOG-40 own rooms come by room id with the membership, page by page',
    shared(async (house) => {
      const [ada, kim] = (await house.people('ada', 'kim')) as [UserId, UserId]
      const rooms = (await inTurn(upTo(5), () => house.room(ada, [kim]))).toSorted()
      await house.room(ada)
      const page = (after: RoomId | undefined, limit: number) => house.store.roomsOf(kim, { after, limit })
      const all = await page(undefined, 10)
      assert.deepEqual([all.rooms.map(({ id }) => id), all.more], [rooms, false])
      assert(all.members.every(({ user }) => user === kim))
      assert.deepEqual(await page(undefined, 2), {
        rooms: all.rooms.slice(0, 2),
        members: all.members.slice(0, 2),
        more: true,
      })
      assert.deepEqual(await page(rooms[1], 3), {
        rooms: all.rooms.slice(2),
        members: all.members.slice(2),
        more: false,
      })
      assert.deepEqual(await house.store.roomsById(kim, [...rooms, 'rm_none', ...rooms]), all.rooms)
    }),
  )

  test(
    'LOG-41 public rooms are found by name or topic in any case, by everybody but guests',
    fresh(async (house) => {
      const [ada, kim] = (await house.people('ada', 'kim')) as [UserId, UserId]
      const named = { Straße: '', Gärten: 'about TEA', Tea: 'and more', Hidden: 'tea' }
      const rooms = new Map<string, RoomId>()
      for (const [name, topic] of Object.entries(named)) {
        const room = await house.room(ada, [], name === 'Hidden' ? 'private' : 'public')
        await house.did(ada, room, { type: 'room.update', name, topic })
        rooms.set(name, room)
      }
      const found = async (query: string, after?: RoomId, limit = 10) =>
        (await house.store.publicRooms(kim, { query, after, limit })).rooms.map(({ name }) => name)
      assert.deepEqual(await found('tea'), ['Gärten', 'Tea'])
      assert.deepEqual(await found('GÄR'), ['Gärten'])
      assert.deepEqual(await found('straß'), ['Straße'])
      assert.deepEqual(await found('%'), [], 'a query is text, not a pattern')
      assert.deepEqual(await found(''), ['Straße', 'Gärten', 'Tea'])
      assert.deepEqual(await found('', rooms.get('Straße'), 1), ['Gärten'])
      assert.equal((await house.store.publicRooms(kim, { query: '', after: undefined, limit: 2 })).more, true)
      must(await house.store.updateAccount(kim, { role: 'guest' }))
      assert.deepEqual(await found(''), [])
    }),
  )

  test(
    'LOG-42 people are found by the beginning of their handle or a part of their name, those switched off are not',
    fresh(async (house) => {
      const [ada, adam, kim] = (await house.people('ada', 'adam', 'kim')) as [UserId, UserId, UserId]
      must(await house.store.updateProfile(kim, { name: 'Kim Ådal' }))
      const found = async (query: string, after?: UserId, limit = 10) =>
        (await house.store.findUsers({ query, after, limit })).users.map(({ id }) => id)
      assert.deepEqual(await found('AD'), [ada, adam].toSorted())
      assert.deepEqual(await found('ådal'), [kim])
      assert.deepEqual(await found('dam'), [adam], 'by name; a handle counts from its beginning')
      assert.deepEqual(await found('_'), [])
      assert.deepEqual((await found('')).length, 3)
      assert.deepEqual(await found('', [ada, adam, kim].toSorted()[1], 1), [ada, adam, kim].toSorted().slice(2))
      must(await house.store.updateAccount(adam, { disabledAt: 5 }))
      assert.deepEqual(await found('ad'), [ada])
      const known = await house.store.usersById([adam, 'us_nobody', ada, adam])
      assert.deepEqual(
        known.map(({ id }) => id),
        [adam, ada],
        'but what they said still has a name',
      )
    }),
  )

  test(
    'LOG-43 announcements stand until their end, the newest at last, and at most twenty',
    fresh(async (house) => {
      const ada = await house.person('ada')
      await announce(house, { id: 'short', by: ada, at: 10, untilAt: 20 })
      await announce(house, { id: 'long', by: ada, at: 11, untilAt: 100 })
      const told = async (now: number) => (await house.store.greet(ada, null, now))?.announcements.map(({ id }) => id)
      assert.deepEqual(await told(19), ['short', 'long'])
      assert.deepEqual(await told(20), ['long'])
      assert.deepEqual(await told(100), [])
      for (const i of upTo(25)) await announce(house, { id: `a${i}`, by: ada, at: 30, untilAt: 90 })
      assert.deepEqual(
        await told(31),
        upTo(25)
          .slice(-20)
          .map((i) => `a${i}`),
      )
      const [first] = (await house.store.greet(ada, null, 31))?.announcements ?? []
      assert.deepEqual(first, { id: 'a6', text: 'text of a6', by: ada, at: 30, untilAt: 90 })
    }),
  )
}

function announce(house: House, what: Omit<Announcement, 'text'>): Promise<void> {
  return house.store.addAnnouncement({ ...what, text: `text of ${what.id}` })
}
