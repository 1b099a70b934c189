import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fold, viewOfReset } from '@natter/protocol'
import type { DurableEvent, RoomId, RoomView, UserId } from '@natter/protocol'
import * as fc from 'fast-check'
import { mentionOf, must, only } from './store-contract-house.ts'
import type { House, Stage, Wish } from './store-contract-house.ts'

const RUNS = 40

export function testProjections({ shared }: Stage): void {
  test(
    'LOG-12 a message shows its last text, its reactions and when it was edited',
    shared(async (house) => {
      const [ada, kim] = (await house.people('ada', 'kim')) as [UserId, UserId]
      const room = await house.room(ada, [kim])
      const { seq, n, at } = await house.post(kim, room, 'one', 'c1')
      const posted = { seq, n, by: kim, at, cid: 'c1', text: 'one' }
      assert.deepEqual((await house.history(ada, room)).messages, [posted])
      await house.did(ada, room, { type: 'reaction.add', seq, emoji: '👍' })
      const edited = only((await house.did(kim, room, { type: 'message.edit', seq, text: 'two' })).places)
      await house.did(kim, room, { type: 'reaction.add', seq, emoji: '👍' })
      const now = { ...posted, text: 'two', editedAt: edited.at, reactions: { '👍': [ada, kim] } }
      assert.deepEqual((await house.history(ada, room)).messages, [now])
      await house.did(ada, room, { type: 'reaction.remove', seq, emoji: '👍' })
      await house.did(kim, room, { type: 'reaction.remove', seq, emoji: '👍' })
      const { reactions: _, ...without } = now
      assert.deepEqual((await house.history(ada, room)).messages, [without])
    }),
  )

  test(
    'LOG-13 a deletion takes what was said out of every row and answer, and leaves the numbers',
    shared(async (house) => {
      const [ada, kim] = (await house.people('ada', 'kim')) as [UserId, UserId]
      const room = await house.room(ada, [kim])
      const question = await house.post(ada, room, 'why?')
      const before = await house.events(ada, room)
      const { places } = await house.did(kim, room, {
        type: 'message.send',
        text: `SECRET ${mentionOf(ada)}`,
        replyTo: question.seq,
        cid: 'c',
      })
      const { seq, n, at } = only(places)
      await house.did(ada, room, { type: 'reaction.add', seq, emoji: '👍' })
      await house.did(kim, room, { type: 'message.edit', seq, text: 'SECRET too' })
      assert(JSON.stringify(await house.events(ada, room)).includes('SECRET'), 'it must have been there')
      const deleted = only((await house.did(kim, room, { type: 'message.delete', seq })).places)
      const tombstone = { seq, n, by: kim, at, cid: 'c', text: '', replyTo: question.seq, deletedAt: deleted.at }
      assert.deepEqual((await house.history(ada, room)).messages.at(-1), tombstone)
      const events = (await house.events(ada, room)).slice(before.length)
      assert.deepEqual(
        events.map(({ type }) => type),
        ['message.posted', 'reaction.changed', 'message.edited', 'message.deleted'],
      )
      for (const event of events) {
        if ('message' in event) assert.deepEqual(event.message, tombstone)
        if (event.type === 'reaction.changed') assert.deepEqual(event.reactions, {})
      }
      const stored = await house.store.eventsAfter(room, seq - 1, 10)
      assert.deepEqual(
        stored.map(({ json }) => JSON.parse(json) as DurableEvent),
        events,
      )
      assert.equal(stored[0]?.mentions, undefined)
      assert(!JSON.stringify([stored, await house.catchUp(ada, room, null)]).includes('SECRET'))
      assert.deepEqual((await house.store.greet(ada, null, 1))?.digest[0]?.[4], 0, 'nor is anybody mentioned by it')
    }),
  )

  test(
    'LOG-14 all events from the beginning come to what a fresh start shows, whatever was done',
    shared(async (house) => {
      const [ada, kim, sam] = (await house.people('ada', 'kim', 'sam')) as [UserId, UserId, UserId]
      await fc.assert(
        fc.asyncProperty(fc.array(steps(), { minLength: 1, maxLength: 60 }), async (wishes) => {
          const room = await house.room(ada, [kim], 'public')
          const views = [await freshView(house, ada, room)]
          for (const { who, wish } of wishes) {
            await house.write([ada, kim, sam][who] ?? ada, room, wish(sam))
            if (views.length < 5) views.push(await freshView(house, ada, room))
          }
          await same(house, ada, room, views)
        }),
        { numRuns: RUNS },
      )
    }),
  )

  test(
    'LOG-15 a room shows its name, topic and members as they are now',
    shared(async (house) => {
      const [ada, kim] = (await house.people('ada', 'kim')) as [UserId, UserId]
      const made = house.step()
      const command = {
        type: 'room.create',
        cid: 'make',
        kind: 'public',
        name: 'Den',
        topic: 'All',
        slug: 'den',
      } as const
      const { room: created } = must(await house.store.append({ room: 'rm_shown', actor: ada, at: made, command }))
      assert.deepEqual(created, {
        id: 'rm_shown',
        kind: 'public',
        name: 'Den',
        topic: 'All',
        slug: 'den',
        createdAt: made,
        createdBy: ada,
        head: created?.head,
        n: 0,
        members: 1,
        updatedSeq: 1,
      })
      await house.did(kim, 'rm_shown', { type: 'room.join' })
      const renamed = await house.did(ada, 'rm_shown', { type: 'room.update', name: 'Attic', topic: '' })
      const { topic: _, ...untitled } = created
      const place = only(renamed.places)
      assert.deepEqual(renamed.room, { ...untitled, name: 'Attic', members: 2, head: [4, place.ref], updatedSeq: 4 })
      const archived = await house.did(ada, 'rm_shown', { type: 'room.update', archived: true })
      assert.equal(archived.room?.archivedAt, only(archived.places).at)
      const revived = await house.did(ada, 'rm_shown', { type: 'room.update', archived: false })
      assert.equal(revived.room?.archivedAt, undefined)
      assert.deepEqual(only(await house.store.roomsById(ada, ['rm_shown'])), revived.room)
    }),
  )
}

async function freshView(house: House, viewer: UserId, room: RoomId): Promise<RoomView> {
  const fresh = await house.catchUp(viewer, room, null)
  if (fresh.mode !== 'reset') throw new Error('No cursor, no delta.')
  return viewOfReset(fresh)
}

/** Every stale view and the events after it come to the fresh one; the first of them is the empty beginning. */
async function same(house: House, viewer: UserId, room: RoomId, views: RoomView[]): Promise<void> {
  const fresh = await freshView(house, viewer, room)
  const [first] = await house.events(viewer, room)
  if (first?.type !== 'room.updated') throw new Error('The first row makes the room.')
  const beginning: RoomView = { room: first.details, cursor: [0, ''], messages: [] }
  for (const view of [beginning, ...views]) {
    const missed = await house.catchUp(viewer, room, [...view.cursor])
    if (missed.mode !== 'delta') throw new Error('These are few enough for a delta.')
    const caughtUp = missed.events.reduce(fold, view)
    assert.deepEqual(
      { ...caughtUp, messages: caughtUp.messages.slice(-50) },
      { ...fresh, messages: fresh.messages.slice(-50) },
    )
  }
}

/** Who of three does what; seqs are small, so that most name a message that is there. */
function steps(): fc.Arbitrary<{ who: number; wish: (guest: UserId) => Wish }> {
  const seq = fc.integer({ min: 4, max: 20 })
  const emoji = fc.constantFrom('👍', '🎉')
  const text = fc.constantFrom('one', 'two', '@ada1001 and all', 'ß ☃ 🦀')
  const wish = fc.oneof(
    { weight: 4, arbitrary: text.map((said) => () => ({ type: 'message.send', text: said }) as const) },
    fc.tuple(text, seq).map(
      ([said, replyTo]) =>
        () =>
          ({ type: 'message.send', text: said, replyTo }) as const,
    ),
    fc.tuple(seq, text).map(
      ([about, said]) =>
        () =>
          ({ type: 'message.edit', seq: about, text: said }) as const,
    ),
    seq.map((about) => () => ({ type: 'message.delete', seq: about }) as const),
    {
      weight: 3,
      arbitrary: fc.tuple(seq, emoji).map(
        ([about, face]) =>
          () =>
            ({ type: 'reaction.add', seq: about, emoji: face }) as const,
      ),
    },
    fc.tuple(seq, emoji).map(
      ([about, face]) =>
        () =>
          ({ type: 'reaction.remove', seq: about, emoji: face }) as const,
    ),
    fc.constant((user: UserId) => ({ type: 'room.invite', user }) as const),
    fc.constant((user: UserId) => ({ type: 'room.remove', user }) as const),
    fc.constant(() => ({ type: 'room.join' }) as const),
    text.map((name) => () => ({ type: 'room.update', name }) as const),
  )
  return fc.record({ who: fc.integer({ min: 0, max: 2 }), wish })
}
