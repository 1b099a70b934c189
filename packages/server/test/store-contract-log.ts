import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefusal } from '@natter/protocol'
import type { DurableEvent, RoomId, UserId } from '@natter/protocol'
import { mentionOf, codeOf, must, only, upTo } from './store-contract-house.ts'
import type { House, Stage } from './store-contract-house.ts'

export function testLog({ shared, fresh }: Stage): void {
  test(
    'LOG-1 two hundred writes at once leave no hole and no double in seq and n of any room',
    shared(async (house) => {
      const { people, rooms } = await crowd(house)
      const writes = upTo(200).map((i) => ({ room: pick(rooms, i), actor: pick(people, i * 7), i }))
      await Promise.all(
        writes.map(({ room, actor, i }) =>
          house.write(actor, room, i % 4 === 0 ? react(i) : { type: 'message.send', text: `${i}` }),
        ),
      )
      for (const room of rooms) {
        const events = await house.events(pick(people, 0), room)
        assert.deepEqual(
          events.map(({ seq }) => seq),
          upTo(events.length),
        )
        const posted = events.filter((event) => event.type === 'message.posted')
        assert.deepEqual(
          posted.map(({ message }) => message.n),
          upTo(posted.length),
        )
        assert(
          posted.length > 20 && events.length > posted.length + 15,
          'the rooms must have been written to for this to mean anything',
        )
      }
    }),
  )

  test(
    'LOG-2 writes to one room are answered in the order of their seqs, which is the order of the calls',
    shared(async (house) => {
      const { people, rooms } = await crowd(house)
      const answered = new Map<RoomId, number[]>(rooms.map((room) => [room, []]))
      await Promise.all(
        upTo(200).map(async (i) => {
          const room = pick(rooms, i)
          const { places } = await house.did(pick(people, i), room, { type: 'message.send', text: `${i}` })
          answered.get(room)?.push(only(places).seq)
        }),
      )
      for (const room of rooms) {
        const seqs = answered.get(room) ?? []
        assert.deepEqual(
          seqs,
          seqs.toSorted((a, b) => a - b),
        )
        const texts = (await house.history(pick(people, 0), room, { limit: 100 })).messages.map(({ text }) =>
          Number(text),
        )
        assert.deepEqual(
          texts,
          texts.toSorted((a, b) => a - b),
        )
        assert.equal(texts.length, 41)
      }
    }),
  )

  test(
    'LOG-3 what a write answers is what readers get, event by event',
    shared(async (house) => {
      const [ada, kim] = (await house.people('ada', 'kim')) as [UserId, UserId]
      const room = await house.room(ada, [kim])
      const from = (await house.store.heads([room])).get(room)
      assert(from)
      const { seq } = await house.post(kim, room, `hi ${mentionOf(ada)}`)
      const written = [
        await house.did(ada, room, { type: 'message.send', text: 'hello', replyTo: seq }),
        await house.did(ada, room, { type: 'reaction.add', seq, emoji: '👍' }),
        await house.did(kim, room, { type: 'message.edit', seq, text: 'hi there' }),
        await house.did(ada, room, { type: 'reaction.remove', seq, emoji: '👍' }),
        await house.did(kim, room, { type: 'message.edit', seq, text: 'hi again' }),
        await house.did(ada, room, { type: 'room.update', name: 'Attic', topic: 'Dust' }),
        await house.did(ada, room, { type: 'room.remove', user: kim }),
      ].flatMap(({ events }) => events)
      const read = await house.store.eventsAfter(room, seq, 100)
      assert.deepEqual(read, written)
      const parsed = written.map(({ json }) => JSON.parse(json) as DurableEvent)
      assert.deepEqual((await house.events(ada, room)).slice(seq), parsed)
      assert.equal(new Set(parsed.map(({ type }) => type)).size, 5)
      const posted = (await house.store.eventsAfter(room, seq - 1, 1))[0]
      assert.deepEqual(posted?.mentions, [ada])
    }),
  )

  test(
    'LOG-4 a refusal leaves no trace',
    shared(async (house) => {
      const [ada, kim] = (await house.people('ada', 'kim')) as [UserId, UserId]
      const room = await house.room(ada, [kim])
      const before = await house.events(ada, room)
      assert.equal(codeOf(await house.write(kim, room, { type: 'message.send', text: ' ', cid: 'c1' })), 'bad_request')
      assert.equal(codeOf(await house.write(kim, room, { type: 'message.edit', seq: 1, text: 'x' })), 'not_found')
      assert.equal(codeOf(await house.write(kim, room, { type: 'room.update', name: 'Mine' })), 'forbidden')
      assert.equal(
        codeOf(
          await house.sendMany(kim, room, [
            { cid: 'a', text: 'fine' },
            { cid: 'b', text: '' },
          ]),
        ),
        'bad_request',
      )
      assert.deepEqual(await house.events(ada, room), before)
      const { duplicate } = await house.post(kim, room, 'the cid of a refusal is free', 'c1')
      assert.equal(duplicate, false)
    }),
  )

  test(
    'LOG-5 who is switched off or unknown writes nothing',
    shared(async (house) => {
      const [ada, kim] = (await house.people('ada', 'kim')) as [UserId, UserId]
      const room = await house.room(ada, [kim], 'public')
      await house.post(kim, room, 'still here')
      must(await house.store.updateAccount(kim, { disabledAt: 5 }))
      assert.equal(codeOf(await house.write(kim, room, { type: 'message.send', text: 'gone' })), 'unauthorized')
      assert.equal(codeOf(await house.write('us_nobody', room, { type: 'room.join' })), 'unauthorized')
      assert.equal(codeOf(await house.store.markRead({ user: kim, room, seq: 9, force: false, at: 1 })), 'not_found')
      must(await house.store.updateAccount(kim, { disabledAt: null }))
      await house.post(kim, room, 'back again')
    }),
  )

  test(
    'LOG-6 each row has a ref of its own: four letters or digits',
    shared(async (house) => {
      const ada = await house.person('ada')
      const room = await house.room(ada)
      const posts = await Promise.all(upTo(50).map((i) => house.post(ada, room, `${i}`)))
      for (const { ref } of posts) assert.match(ref, /^[0-9A-Za-z]{4}$/)
      assert(new Set(posts.map(({ ref }) => ref)).size > 45, 'refs must differ for this to tell rows apart')
    }),
  )

  test(
    'LOG-7 a closed store answers what it took and then rejects',
    fresh(async (house, opened) => {
      const ada = await house.person('ada')
      const room = await house.room(ada)
      const writes = upTo(20).map((i) => house.write(ada, room, { type: 'message.send', text: `${i}` }))
      const closing = opened.store.close()
      const answers = await Promise.all(writes)
      assert(answers.every((answer) => !isRefusal(answer)))
      await closing
      await assert.rejects(house.write(ada, room, { type: 'message.send', text: 'late' }), { code: 'unavailable' })
      await assert.rejects(opened.store.isEmpty(), { code: 'unavailable' })
    }),
  )
}

/** Ten people, each in all of five rooms. */
async function crowd(house: House): Promise<{ people: UserId[]; rooms: RoomId[] }> {
  const people = await house.people(...upTo(10).map((i) => `user${i}`))
  const rooms: RoomId[] = []
  for (const owner of people.slice(0, 5))
    rooms.push(
      await house.room(
        owner,
        people.filter((user) => user !== owner),
      ),
    )
  for (const room of rooms) await house.post(pick(people, 0), room, '0')
  return { people, rooms }
}

function pick<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length]
  assert(item !== undefined)
  return item
}

/** The first message of each room of the crowd stands after its making and ten members. */
function react(i: number): { type: 'reaction.add'; seq: number; emoji: string } {
  return { type: 'reaction.add', seq: 12, emoji: `:e${i}:` }
}
