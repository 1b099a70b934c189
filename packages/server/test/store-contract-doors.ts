import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noSuchRoom } from '@natter/protocol'
import type { Refusal, RoomId, UserId } from '@natter/protocol'
import { mentionOf, codeOf, must } from './store-contract-house.ts'
import type { House, Stage } from './store-contract-house.ts'

export function testDoors({ shared }: Stage): void {
  test(
    'LOG-25 a private room answers strangers as if it were not there, whatever they try',
    shared(async (house) => {
      const [ada, eve] = (await house.people('ada', 'eve')) as [UserId, UserId]
      const room = await house.room(ada)
      const { seq } = await house.post(ada, room, 'hi')
      const there = await everything(house, eve, room, seq)
      const nowhere = await everything(house, eve, 'rm_nowhere', seq)
      assert.deepEqual(there, nowhere)
      for (const [what, answer] of Object.entries(there)) {
        if (what !== 'roomsById') assert.deepEqual(answer, noSuchRoom(), what)
      }
      const own = await everything(house, ada, room, seq)
      for (const [what, answer] of Object.entries(own))
        assert.equal(codeOf(answer), undefined, `${what} must let its members in`)
    }),
  )

  test(
    'LOG-25 a public room tells strangers to join, and guests nothing',
    shared(async (house) => {
      const [ada, eve, guest] = (await house.people('ada', 'eve', 'guest')) as [UserId, UserId, UserId]
      must(await house.store.updateAccount(guest, { role: 'guest' }))
      const room = await house.room(ada, [], 'public')
      const { seq } = await house.post(ada, room, 'hi')
      const { roomsById, 'room.join': joined, ...asStranger } = await everything(house, eve, room, seq)
      for (const [what, answer] of Object.entries(asStranger)) assert.equal(codeOf(answer), 'not_member', what)
      assert.equal(codeOf(joined), undefined)
      assert.equal((roomsById as object[]).length, 1)
      assert.deepEqual(await everything(house, guest, room, seq), await everything(house, guest, 'rm_nowhere', seq))
    }),
  )

  test(
    'LOG-26 who was removed reads nothing any more, by any road',
    shared(async (house) => {
      const [ada, kim] = (await house.people('ada', 'kim')) as [UserId, UserId]
      const room = await house.room(ada, [kim])
      const { seq } = await house.post(ada, room, `hi ${mentionOf(kim)}`)
      const start = must(await house.store.catchUp(kim, room, [0, '']))
      assert.equal(codeOf(await house.store.history(kim, room, { limit: 5 })), undefined, 'kim must have been inside')
      await house.did(ada, room, { type: 'room.remove', user: kim })
      const { seq: later } = await house.post(ada, room, `LATER ${mentionOf(kim)}`)
      await house.did(ada, room, { type: 'room.update', name: 'LATER' })
      assert.deepEqual(await everything(house, kim, room, seq), await everything(house, kim, 'rm_nowhere', seq))
      assert.deepEqual(await house.store.catchUp(kim, room, start.upTo), noSuchRoom())
      const greeting = await house.store.greet(kim, [0, ''], 1)
      assert.deepEqual([greeting?.rooms, greeting?.digest], [[], []])
      assert.deepEqual((await house.store.roomsOf(kim, { after: undefined, limit: 10 })).rooms, [])
      assert(!JSON.stringify(greeting).includes('LATER'), 'nor does the own log tell')
      assert.deepEqual(await house.store.markDelivered(kim, new Map([[room, later]])), [])
    }),
  )

  test(
    'LOG-26 who is switched off or unknown reads nothing',
    shared(async (house) => {
      const [ada, kim] = (await house.people('ada', 'kim')) as [UserId, UserId]
      const room = await house.room(ada, [kim], 'public')
      const { seq } = await house.post(ada, room, 'hi')
      must(await house.store.updateAccount(kim, { disabledAt: 5 }))
      for (const user of [kim, 'us_nobody'] as const) {
        const nowhere = await everything(house, user, 'rm_nowhere', seq)
        assert.deepEqual(await everything(house, user, room, seq), nowhere)
        assert.equal(await house.store.greet(user, null, 1), undefined)
        assert.deepEqual((await house.store.roomsOf(user, { after: undefined, limit: 10 })).rooms, [])
        assert.deepEqual((await house.store.publicRooms(user, { query: '', after: undefined, limit: 10 })).rooms, [])
      }
    }),
  )
}

/** What each road into a room answers. The writes are such as members may do, so that only the door can refuse them. */
async function everything(house: House, viewer: UserId, room: RoomId, seq: number): Promise<Record<string, unknown>> {
  const { store } = house
  return {
    catchUp: await store.catchUp(viewer, room, null),
    delta: await store.catchUp(viewer, room, [0, '']),
    history: await store.history(viewer, room, { limit: 5 }),
    around: await store.history(viewer, room, { around: seq, limit: 5 }),
    at: await store.history(viewer, room, { at: 1, limit: 5 }),
    versions: await store.versions(viewer, room, seq),
    receipts: await store.receipts(viewer, room, { seq: 1, after: undefined, limit: 5 }),
    members: await store.members(viewer, room, { after: undefined, limit: 5 }),
    roomFor: await store.roomFor(viewer, room),
    roomsById: await store.roomsById(viewer, [room]),
    read: await store.markRead({ user: viewer, room, seq, force: false, at: house.step() }),
    ...(await writes(house, viewer, room, seq)),
  }
}

async function writes(house: House, viewer: UserId, room: RoomId, seq: number): Promise<Record<string, unknown>> {
  if (await isOff(house, viewer)) return {}
  return {
    'message.send': await house.write(viewer, room, { type: 'message.send', text: 'hi' }),
    'message.sendMany': await house.sendMany(viewer, room, [{ cid: `many${house.step()}`, text: 'hi' }]),
    'message.edit': await house.write(viewer, room, { type: 'message.edit', seq, text: 'ho' }),
    'reaction.add': await house.write(viewer, room, { type: 'reaction.add', seq, emoji: '👍' }),
    'reaction.remove': await house.write(viewer, room, { type: 'reaction.remove', seq, emoji: '👍' }),
    'message.delete': await house.write(viewer, room, { type: 'message.delete', seq }),
    'room.update': await house.write(viewer, room, { type: 'room.update', name: 'New' }),
    'room.invite': await house.write(viewer, room, { type: 'room.invite', user: viewer }),
    'room.remove': await house.write(viewer, room, { type: 'room.remove', user: 'us_nobody' }).then(hideMissing),
    'room.join': await house.write(viewer, room, { type: 'room.join' }),
  }
}

/** To members the missing person is what is refused, not the door. */
function hideMissing(answer: unknown): unknown {
  const { refused } = answer as Refusal
  return refused.field === 'user' ? {} : answer
}

async function isOff(house: House, user: UserId): Promise<boolean> {
  const account = await house.store.accountById(user)
  return account === undefined || account.disabledAt !== undefined
}
