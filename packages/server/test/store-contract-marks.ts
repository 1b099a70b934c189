import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unreadCount } from '@natter/protocol'
import type { ReceiptsReply, Refusal, RoomId, UserId } from '@natter/protocol'
import * as fc from 'fast-check'
import type { MarkedRead } from '../src/ports/log-store.ts'
import { mentionOf, codeOf, must, upTo } from './store-contract-house.ts'
import type { House, Stage } from './store-contract-house.ts'

export function testMarks({ shared }: Stage): void {
  test(
    'LOG-27 a read mark goes forward, back only by force, and never beyond the head',
    shared(async (house) => {
      const { kim, room, seqs } = await den(house)
      const [, second = 0, third = 0] = seqs
      const head = seqs.at(-1) ?? 0
      assert.deepEqual(positionOf(await house.read(kim, room, third)), { seq: third, n: 3, moved: true })
      assert.deepEqual(positionOf(await house.read(kim, room, second)), { seq: third, n: 3, moved: false })
      assert.deepEqual(positionOf(await house.read(kim, room, third, true)), { seq: third, n: 3, moved: false })
      assert.deepEqual(positionOf(await house.read(kim, room, second, true)), { seq: second, n: 2, moved: true })
      assert.deepEqual(positionOf(await house.read(kim, room, 1_000_000)), { seq: head, n: 5, moved: true })
      assert.deepEqual(positionOf(await house.read(kim, room, 0, true)), { seq: 0, n: 0, moved: true })
      assert.equal(must(await house.store.roomFor(kim, room)).member.readSeq, 0)
    }),
  )

  test(
    'LOG-28 unread is the messages after the mark, whatever happened',
    shared(async (house) => {
      const [ada, kim] = (await house.people('ada', 'kim')) as [UserId, UserId]
      const step = fc.oneof(
        fc.record({ by: fc.boolean(), seq: fc.constant(0), force: fc.constant(false) }),
        fc.record({ by: fc.constant(true), seq: fc.integer({ min: 0, max: 30 }), force: fc.boolean() }),
      )
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
          const room = await house.room(ada, [kim])
          for (const { by, seq, force } of steps) {
            if (seq > 0) await house.read(kim, room, seq, force)
            else await house.post(by ? ada : kim, room, `hi ${mentionOf(kim)}`)
          }
          await recompute(house, kim, room)
          await recompute(house, ada, room)
        }),
        { numRuns: 30 },
      )
    }),
  )

  test(
    'LOG-29 an author who had read everything has read their own message; one who had not keeps the mark',
    shared(async (house) => {
      const { ada, kim, room, seqs } = await den(house)
      const [first = 0] = seqs
      const own = await house.post(ada, room, 'mine')
      assert.deepEqual(must(await house.store.roomFor(ada, room)).member.readSeq, own.seq)
      await house.read(kim, room, first)
      await house.post(kim, room, 'without looking')
      assert.deepEqual(must(await house.store.roomFor(kim, room)).member.readSeq, first)
      must(
        await house.sendMany(
          ada,
          room,
          upTo(3).map((i) => ({ cid: `m${i}`, text: `${i}` })),
        ),
      )
      assert.equal((await unreadOf(house, ada, room)).unread, 4, 'kim has said something before that ada has not read')
    }),
  )

  test(
    'LOG-30 to a newcomer everything before them is read, also when they come back',
    shared(async (house) => {
      const { ada, room } = await den(house)
      const sam = await house.person('sam')
      await house.did(ada, room, { type: 'room.invite', user: sam })
      assert.equal((await unreadOf(house, sam, room)).unread, 0)
      await house.post(ada, room, `welcome ${mentionOf(sam)}`)
      assert.deepEqual(await unreadOf(house, sam, room), { unread: 1, mentions: 1 })
      await house.did(ada, room, { type: 'room.remove', user: sam })
      await house.post(ada, room, `about ${mentionOf(sam)}`)
      await house.did(ada, room, { type: 'room.invite', user: sam })
      assert.deepEqual(await unreadOf(house, sam, room), { unread: 0, mentions: 0 })
    }),
  )

  test(
    'LOG-31 the digest counts the messages after the mark that mention its reader',
    shared(async (house) => {
      const { ada, kim, room } = await den(house)
      const first = await house.post(ada, room, `${mentionOf(kim)} one`)
      await house.post(ada, room, 'nobody')
      const second = await house.post(ada, room, `${mentionOf(kim)} ${mentionOf(ada)} two`)
      assert.equal((await unreadOf(house, kim, room)).mentions, 2)
      assert.equal((await unreadOf(house, ada, room)).mentions, 0, 'nobody mentions themselves')
      await house.read(kim, room, first.seq)
      assert.equal((await unreadOf(house, kim, room)).mentions, 1)
      await house.did(ada, room, { type: 'message.delete', seq: second.seq })
      assert.equal((await unreadOf(house, kim, room)).mentions, 0)
    }),
  )

  test(
    'LOG-31 a message to all counts once for everybody but its author, until it is deleted or read',
    shared(async (house) => {
      const { ada, kim, room } = await den(house)
      const both = await house.post(ada, room, `@all, and above all ${mentionOf(kim)}`)
      const here = await house.post(kim, room, 'is anybody @Here?')
      assert.equal((await unreadOf(house, kim, room)).mentions, 1)
      await house.read(ada, room, both.seq)
      assert.equal((await unreadOf(house, ada, room)).mentions, 1)
      await house.did(ada, room, { type: 'message.delete', seq: both.seq })
      assert.equal((await unreadOf(house, kim, room)).mentions, 0)
      await house.read(ada, room, here.seq)
      assert.equal((await unreadOf(house, ada, room)).mentions, 0)
    }),
  )

  test(
    'LOG-31 whoever moves a mark is told the mentions after it, and so are all other devices while it stands',
    shared(async (house) => {
      const { ada, kim, room } = await den(house)
      const named = await house.post(ada, room, `${mentionOf(kim)} one`)
      const all = await house.post(ada, room, '@all two')
      const told = async (seq: number, force = false) => {
        const { mentions, inbox } = must(await house.read(kim, room, seq, force))
        return [mentions, ...inbox.map(({ json }) => (JSON.parse(json) as { mentions?: number }).mentions)]
      }
      assert.deepEqual(await told(named.seq), [1, 1])
      assert.deepEqual(await told(named.seq), [1])
      assert.deepEqual(await told(all.seq), [0, 0])
      assert.deepEqual(await told(0, true), [2, 2])
      await house.did(ada, room, { type: 'message.delete', seq: named.seq })
      const catchUp = await house.userCatchUp(kim, [0, ''])
      assert(catchUp.mode === 'delta')
      assert.deepEqual(
        catchUp.events.flatMap((event) => (event.type === 'inbox.readMoved' ? [[event.readSeq, event.mentions]] : [])),
        [
          [named.seq, undefined],
          [all.seq, undefined],
          [0, 1],
        ],
      )
    }),
  )

  test(
    'LOG-32 delivery marks go forward, not beyond the head, and are never behind what was read',
    shared(async (house) => {
      const { kim, room, seqs } = await den(house)
      const [, second = 0, third = 0, fourth = 0] = seqs
      const head = seqs.at(-1) ?? 0
      const joined = must(await house.store.roomFor(kim, room)).member.readSeq
      const deliver = (seq: number) =>
        house.store.markDelivered(
          kim,
          new Map<RoomId, number>([
            [room, seq],
            ['rm_none', 9],
          ]),
        )
      assert.deepEqual(await deliver(second), [{ room, readSeq: joined, deliveredSeq: second }])
      assert.deepEqual(await deliver(second), [])
      assert.deepEqual(await deliver(1), [])
      const marked = must(await house.read(kim, room, third))
      assert.equal(marked.deliveredSeq, third)
      assert.equal(must(await house.read(kim, room, second, true)).deliveredSeq, third, 'what was delivered stays so')
      assert.deepEqual(await deliver(fourth), [{ room, readSeq: second, deliveredSeq: fourth }])
      assert.deepEqual(await deliver(1_000_000), [{ room, readSeq: second, deliveredSeq: head }])
    }),
  )

  test(
    'LOG-33 receipts name those who have read so far, by user id and page, and not those who came later',
    shared(async (house) => {
      const [ada, ...others] = (await house.people('ada', 'kim', 'sam', 'lou')) as [UserId, UserId, UserId, UserId]
      const room = await house.room(ada, others.slice(0, 2))
      const { seq } = await house.post(ada, room, 'hi')
      const [kim, sam, lou] = others
      await house.did(ada, room, { type: 'room.invite', user: lou })
      await house.read(kim, room, seq)
      const receipts = async (after?: UserId, limit = 10): Promise<ReceiptsReply> =>
        JSON.parse(must(await house.store.receipts(ada, room, { seq, after, limit }))) as ReceiptsReply
      const receipt = (user: UserId) => ({ user, readSeq: seq, deliveredSeq: seq })
      const readers = [ada, kim].toSorted()
      assert.deepEqual(await receipts(), { receipts: readers.map(receipt), more: false })
      assert.deepEqual(await receipts(undefined, 1), { receipts: readers.slice(0, 1).map(receipt), more: true })
      assert.deepEqual(await receipts(readers[0], 1), { receipts: readers.slice(1).map(receipt), more: false })
      await house.read(sam, room, seq)
      assert.equal((await receipts()).receipts.length, 3)
      assert.equal(
        codeOf(await house.store.receipts('us_nobody', room, { seq, after: undefined, limit: 1 })),
        'not_found',
      )
    }),
  )
}

async function den(house: House): Promise<{ ada: UserId; kim: UserId; room: RoomId; seqs: number[] }> {
  const [ada, kim] = (await house.people('ada', 'kim')) as [UserId, UserId]
  const room = await house.room(ada, [kim])
  const seqs: number[] = []
  for (const i of upTo(5)) seqs.push((await house.post(ada, room, `${i}`)).seq)
  return { ada, kim, room, seqs }
}

function positionOf(answer: MarkedRead | Refusal): { seq: number; n: number; moved: boolean } {
  const { mark, moved }: MarkedRead = must(answer)
  return { ...mark, moved }
}

/** What the list of rooms says. */
async function unreadOf(house: House, user: UserId, room: RoomId): Promise<{ unread: number; mentions: number }> {
  const greeting = await house.store.greet(user, null, 1)
  const [, seq = 0, n = 0, readN = 0, mentions = 0] = greeting?.digest.find(([id]) => id === room) ?? []
  return { unread: unreadCount(n, { seq, n: readN }), mentions }
}

/** Counts in the log, and compares. */
async function recompute(house: House, user: UserId, room: RoomId): Promise<void> {
  const { readSeq = 0 } = must(await house.store.roomFor(user, room)).member
  const after = (await house.history(user, room, { after: readSeq, limit: 100 })).messages
  const mentioning = after.filter(({ text, by }) => by !== user && text.includes(mentionOf(user)))
  assert.deepEqual(await unreadOf(house, user, room), {
    unread: after.length,
    mentions: mentioning.length,
  })
}
