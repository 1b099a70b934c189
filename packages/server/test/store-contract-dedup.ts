import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RoomId, UserId } from '@natter/protocol'
import { codeOf, must, only, upTo } from './store-contract-house.ts'
import type { House, Stage } from './store-contract-house.ts'

export function testDedup({ shared, fresh }: Stage): void {
  test(
    'LOG-8 a retry gets the first answer and writes nothing, also when all come at once',
    shared(async (house) => {
      const { ada, room } = await den(house)
      const answers = await Promise.all(
        upTo(20).map(() => house.did(ada, room, { type: 'message.send', text: 'once', cid: 'c' })),
      )
      const [first, ...others] = answers.map(({ places }) => only(places))
      assert.deepEqual(
        others,
        Array.from({ length: 19 }, () => ({ ...first, duplicate: true })),
      )
      assert.equal(first?.duplicate, false)
      assert.equal(answers.flatMap(({ events }) => events).length, 1)
      assert.equal((await house.history(ada, room)).messages.length, 1)
    }),
  )

  test(
    'LOG-8 each command that writes is known by its cid',
    shared(async (house) => {
      const { ada, kim, room } = await den(house)
      const guest = await house.person('guest')
      const { seq } = await house.post(ada, room, 'hi')
      const wishes = [
        { type: 'message.edit', seq, text: 'hello', cid: 'edit' },
        { type: 'reaction.add', seq, emoji: '👍', cid: 'add' },
        { type: 'reaction.remove', seq, emoji: '👍', cid: 'remove' },
        { type: 'room.update', name: 'Attic', cid: 'update' },
        { type: 'room.invite', user: guest, cid: 'invite' },
        { type: 'room.remove', user: guest, cid: 'putOut' },
        { type: 'message.delete', seq, cid: 'delete' },
      ] as const
      for (const wish of wishes) {
        const first = await house.did(ada, room, wish)
        await house.post(kim, room, 'meanwhile')
        const again = await house.did(ada, room, wish)
        assert.deepEqual(
          again.places,
          first.places.map((place) => ({ ...place, duplicate: true })),
          wish.type,
        )
        assert.deepEqual([again.events, again.inbox], [[], []])
      }
    }),
  )

  test(
    'LOG-8 a retry is known after an edit, a deletion, and after its author has left',
    shared(async (house) => {
      const { ada, kim, room } = await den(house)
      const first = await house.post(kim, room, 'hi', 'c1')
      const edit = only(
        (await house.did(kim, room, { type: 'message.edit', seq: first.seq, text: 'hello', cid: 'c2' })).places,
      )
      assert.deepEqual(await house.post(kim, room, 'hi', 'c1'), { ...first, duplicate: true })
      await house.did(kim, room, { type: 'message.delete', seq: first.seq })
      assert.deepEqual(await house.post(kim, room, 'hi', 'c1'), { ...first, duplicate: true })
      await house.did(ada, room, { type: 'room.remove', user: kim })
      assert.deepEqual(await house.post(kim, room, 'hi', 'c1'), { ...first, duplicate: true })
      const again = await house.did(kim, room, { type: 'message.edit', seq: first.seq, text: 'hello', cid: 'c2' })
      assert.deepEqual(again.places, [{ ...edit, duplicate: true }])
      assert.equal(codeOf(await house.write(kim, room, { type: 'message.send', text: 'new' })), 'not_found')
    }),
  )

  test(
    'LOG-8 the making of a room and the opening of a conversation are known by their cid',
    shared(async (house) => {
      const [ada, kim] = (await house.people('ada', 'kim')) as [UserId, UserId]
      const make = () =>
        house.store.append({
          room: 'rm_made',
          actor: ada,
          at: house.step(),
          command: { type: 'room.create', cid: 'make', kind: 'public', name: 'Den' },
        })
      const talk = (actor: UserId, other: UserId) =>
        house.store.append({
          room: 'rm_talk',
          actor,
          at: house.step(),
          command: { type: 'dm.open', cid: 'talk', users: [other] },
        })
      for (const command of [make, () => talk(ada, kim)]) {
        const first = must(await command())
        const again = must(await command())
        assert.deepEqual(
          again.places,
          first.places.map((place) => ({ ...place, duplicate: true })),
        )
        assert.deepEqual(again.room, first.room)
        assert.deepEqual([again.events, again.inbox], [[], []])
      }
      const theirs = must(await talk(kim, ada))
      assert.equal(only(theirs.places).duplicate, true, 'two who open it at once meet in one room')
      assert.deepEqual(theirs.room?.people, [ada, kim].toSorted())
    }),
  )

  test(
    'LOG-9 the same cid with another body is cid_conflict, and writes nothing',
    shared(async (house) => {
      const { ada, kim, room } = await den(house)
      const { seq } = await house.post(ada, room, 'hi', 'c1')
      await house.did(ada, room, { type: 'reaction.add', seq, emoji: '👍', cid: 'c2' })
      const before = await house.events(ada, room)
      const others = [
        { type: 'message.send', text: 'ho', cid: 'c1' },
        { type: 'message.send', text: 'hi', replyTo: seq, cid: 'c1' },
        { type: 'message.delete', seq, cid: 'c1' },
        { type: 'reaction.add', seq, emoji: '👎', cid: 'c2' },
        { type: 'reaction.remove', seq, emoji: '👍', cid: 'c2' },
        { type: 'message.send', text: 'hi', cid: 'c2' },
      ] as const
      for (const wish of others)
        assert.equal(codeOf(await house.write(ada, room, wish)), 'cid_conflict', JSON.stringify(wish))
      assert.deepEqual(await house.events(ada, room), before)
      assert.equal((await house.post(kim, room, 'mine', 'c1')).duplicate, false, 'cids of others do not count')
      const attic = await house.room(ada)
      assert.equal((await house.post(ada, attic, 'there', 'c1')).duplicate, false, 'nor those of other rooms')
    }),
  )

  test(
    'LOG-9 a message that was deleted is known by its cid alone',
    shared(async (house) => {
      const { ada, room } = await den(house)
      const first = await house.post(ada, room, 'secret', 'c1')
      await house.did(ada, room, { type: 'message.delete', seq: first.seq })
      assert.deepEqual(await house.post(ada, room, 'guess', 'c1'), { ...first, duplicate: true })
    }),
  )

  test(
    'LOG-10 of sendMany all items are written or none, in order, and those that are there keep their place',
    shared(async (house) => {
      const { ada, room } = await den(house)
      const second = await house.post(ada, room, 'two', 'c2')
      const items = [1, 2, 3].map((i) => ({ cid: `c${i}`, text: ['one', 'two', 'three'][i - 1] ?? '' }))
      const many = must(await house.sendMany(ada, room, items))
      const [one, two, three] = many.places
      assert.deepEqual(two, { ...second, duplicate: true })
      assert.deepEqual([one?.seq, three?.seq], [second.seq + 1, second.seq + 2])
      assert.deepEqual([one?.duplicate, three?.duplicate], [false, false])
      assert.equal(many.events.length, 2)
      const again = must(await house.sendMany(ada, room, items))
      assert.deepEqual(
        again.places,
        many.places.map((place) => ({ ...place, duplicate: true })),
      )
      assert.deepEqual(again.events, [])
      assert.deepEqual(
        await house.post(ada, room, 'three', 'c3'),
        { ...three, duplicate: true },
        'an item alone is a send',
      )
      const before = await house.events(ada, room)
      const conflicting = [
        { cid: 'c4', text: 'four' },
        { cid: 'c3', text: 'not three' },
      ]
      assert.equal(codeOf(await house.sendMany(ada, room, conflicting)), 'cid_conflict')
      assert.equal(
        codeOf(
          await house.sendMany(ada, room, [
            { cid: 'c5', text: 'a' },
            { cid: 'c5', text: 'b' },
          ]),
        ),
        'bad_request',
      )
      assert.deepEqual(await house.events(ada, room), before)
    }),
  )

  test(
    'LOG-11 a wish that is fulfilled already writes nothing and answers with the head',
    shared(async (house) => {
      const { ada, kim, room } = await den(house)
      const { seq } = await house.post(ada, room, 'hi')
      await house.did(ada, room, { type: 'reaction.add', seq, emoji: '👍' })
      const head = only((await house.did(ada, room, { type: 'message.send', text: 'last' })).places)
      const wishes = [
        { type: 'reaction.add', seq, emoji: '👍' },
        { type: 'message.edit', seq, text: 'hi' },
        { type: 'room.invite', user: kim },
        { type: 'room.update', name: 'Den' },
      ] as const
      for (const wish of wishes) {
        const answer = await house.did(ada, room, wish)
        assert.deepEqual(answer.places, [{ ...head, duplicate: true }], wish.type)
        assert.deepEqual([answer.events, answer.inbox], [[], []])
      }
    }),
  )

  test(
    'LOG-8 a retry is known after the store was closed and opened again',
    fresh(async (house, { reopen }) => {
      // A store that keeps nothing has nothing to show here.
      if (reopen === undefined) return
      const { ada, room } = await den(house)
      const first = await house.post(ada, room, 'hi', 'c1')
      const { epoch, secret } = house.store
      house.store = await reopen()
      assert.deepEqual([house.store.epoch, house.store.secret], [epoch, secret])
      assert.deepEqual(await house.post(ada, room, 'hi', 'c1'), { ...first, duplicate: true })
      assert.equal(
        codeOf(await house.write(ada, room, { type: 'message.send', text: 'ho', cid: 'c1' })),
        'cid_conflict',
      )
      assert.equal((await house.post(ada, room, 'next')).seq, first.seq + 1)
    }),
  )
}

async function den(house: House): Promise<{ ada: UserId; kim: UserId; room: RoomId }> {
  const [ada, kim] = (await house.people('ada', 'kim')) as [UserId, UserId]
  return { ada, kim, room: await house.room(ada, [kim]) }
}
