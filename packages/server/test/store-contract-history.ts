import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BOUNDS } from '@natter/protocol'
import type { Message, RoomId, UserId } from '@natter/protocol'
import { codeOf, must, only, upTo } from './store-contract-house.ts'
import type { House, Stage } from './store-contract-house.ts'

export function testHistory({ shared }: Stage): void {
  test(
    'LOG-21 a page has the newest messages, or those before or after a seq, oldest first, and says whether there is more',
    shared(async (house) => {
      const { ada, room, all } = await den(house)
      for (const limit of [1, 3, all.length, 100]) {
        assert.deepEqual(await house.history(ada, room, { limit }), {
          messages: all.slice(-limit),
          more: limit < all.length,
        })
        for (const seq of everySeq(all)) {
          const older = all.filter((message) => message.seq < seq)
          const newer = all.filter((message) => message.seq > seq)
          const before = await house.history(ada, room, { before: seq, limit })
          assert.deepEqual(before, { messages: older.slice(-limit), more: older.length > limit }, `before ${seq}`)
          const after = await house.history(ada, room, { after: seq, limit })
          assert.deepEqual(after, { messages: newer.slice(0, limit), more: newer.length > limit }, `after ${seq}`)
        }
      }
      assert.deepEqual((await house.history(ada, room, { after: 0, limit: 2 })).messages, all.slice(0, 2))
    }),
  )

  test(
    'LOG-22 a page around a seq has half before it and half from it on, and says on both sides whether there is more',
    shared(async (house) => {
      const { ada, room, all } = await den(house)
      for (const limit of [1, 4, 5, 100]) {
        for (const seq of everySeq(all)) {
          const older = all.filter((message) => message.seq < seq)
          const newer = all.filter((message) => message.seq >= seq)
          const [before, from] = [Math.floor(limit / 2), Math.ceil(limit / 2)]
          assert.deepEqual(
            await house.history(ada, room, { around: seq, limit }),
            {
              messages: [...older.slice(Math.max(0, older.length - before)), ...newer.slice(0, from)],
              more: older.length > before,
              moreAfter: newer.length > from,
            },
            `around ${seq}, ${limit}`,
          )
        }
      }
    }),
  )

  test(
    'LOG-23 deleted messages stand in history as tombstones',
    shared(async (house) => {
      const { ada, room, all } = await den(house)
      const target = all[2]
      assert(target)
      await house.did(ada, room, { type: 'message.delete', seq: target.seq })
      const page = await house.history(ada, room, { limit: 100 })
      assert.deepEqual(
        page.messages.map(({ seq, n }) => [seq, n]),
        all.map(({ seq, n }) => [seq, n]),
      )
      assert.equal(page.messages[2]?.text, '')
      assert(page.messages[2]?.deletedAt)
    }),
  )

  test(
    'LOG-24 a page is cut at 256 KiB, but has one message, and reading on gives the rest',
    shared(async (house) => {
      const [ada] = await house.people('ada')
      assert(ada)
      const room = await house.room(ada)
      const sizes = [7_900, 30, 7_900, 7_900]
      const count = 60
      for (const i of upTo(count)) await house.post(ada, room, `${i} ${'é'.repeat(sizes[i % 4] ?? 0)}`)
      const backwards: Message[] = []
      for (let before: number | undefined, more = true; more; before = backwards[0]?.seq) {
        const page = await house.history(ada, room, { limit: 100, ...(before === undefined ? {} : { before }) })
        assert(page.messages.length > 0 && Buffer.byteLength(JSON.stringify(page.messages)) <= BOUNDS.deltaBytes + 200)
        backwards.unshift(...page.messages)
        more = page.more
      }
      const forwards: Message[] = []
      for (let more = true; more;) {
        const page = await house.history(ada, room, { limit: 100, after: forwards.at(-1)?.seq ?? 0 })
        assert(page.messages.length > 0)
        forwards.push(...page.messages)
        more = page.more
      }
      assert.deepEqual(
        backwards.map(({ n }) => n),
        upTo(count),
      )
      assert.deepEqual(forwards, backwards)
    }),
  )

  test(
    'LOG-21 a long run of other rows between two messages hides neither',
    shared(async (house) => {
      const [ada] = await house.people('ada')
      assert(ada)
      const room = await house.room(ada)
      const first = await house.post(ada, room, 'first')
      for (const i of upTo(100)) {
        await house.did(ada, room, {
          type: i % 2 === 1 ? 'reaction.add' : 'reaction.remove',
          seq: first.seq,
          emoji: '👍',
        })
      }
      const second = await house.post(ada, room, 'second')
      const seqs = async (page: Parameters<House['history']>[2]): Promise<number[]> =>
        (await house.history(ada, room, page)).messages.map(({ seq }) => seq)
      assert.deepEqual(await seqs({ limit: 10 }), [first.seq, second.seq])
      assert.deepEqual(await seqs({ limit: 10, after: first.seq }), [second.seq])
      assert.deepEqual(await seqs({ limit: 10, before: second.seq }), [first.seq])
      assert.deepEqual(await seqs({ limit: 10, around: first.seq + 50 }), [first.seq, second.seq])
    }),
  )

  test(
    'LOG-67 the texts of a message are told with their times and authors, until it is deleted',
    shared(async (house) => {
      const [ada, kim] = (await house.people('ada', 'kim')) as [UserId, UserId]
      const room = await house.room(ada, [kim])
      const { seq, at } = await house.post(kim, room, 'one')
      const versions = async (of = seq): Promise<unknown> => house.store.versions(ada, room, of)
      assert.deepEqual(await versions(), { versions: [{ text: 'one', at, by: kim }], more: false })
      const edit = only((await house.did(kim, room, { type: 'message.edit', seq, text: 'two' })).places)
      await house.did(ada, room, { type: 'reaction.add', seq, emoji: '👍' })
      const both = [
        { text: 'one', at, by: kim },
        { text: 'two', at: edit.at, by: kim },
      ]
      assert.deepEqual(await versions(), { versions: both, more: false })
      for (const other of [1, edit.seq, 99]) assert.equal(codeOf(await versions(other)), 'not_found')
      await house.did(ada, room, { type: 'message.delete', seq })
      assert.deepEqual(await versions(), { versions: [], more: false })
    }),
  )

  test(
    'LOG-67 of many texts the newest 100 are told, and at most 256 KiB',
    shared(async (house) => {
      const [ada] = await house.people('ada')
      assert(ada)
      const room = await house.room(ada)
      const { seq } = await house.post(ada, room, '0')
      for (const i of upTo(100)) await house.did(ada, room, { type: 'message.edit', seq, text: `${i}` })
      const many = must(await house.store.versions(ada, room, seq))
      assert.deepEqual([many.versions.map(({ text }) => Number(text)), many.more], [upTo(100), true])
      for (const i of upTo(9))
        await house.did(ada, room, { type: 'message.edit', seq, text: `${i}${'🧵'.repeat(7_999)}` })
      const long = must(await house.store.versions(ada, room, seq))
      assert.deepEqual([long.versions.length, long.more], [8, true])
    }),
  )

  test(
    'LOG-68 a page from a time on begins with the first message that is as late',
    shared(async (house) => {
      const { ada, room, all } = await den(house)
      for (const [index, { at }] of all.entries()) {
        assert.deepEqual(await house.history(ada, room, { at, limit: 2 }), {
          messages: all.slice(index, index + 2),
          more: index + 2 < all.length,
        })
        assert.deepEqual((await house.history(ada, room, { at: at + 1, limit: 100 })).messages, all.slice(index + 1))
      }
      assert.deepEqual((await house.history(ada, room, { at: 0, limit: 100 })).messages, all)
      assert.deepEqual(await house.history(ada, room, { at: 9_000_000_000_000 }), { messages: [], more: false })
    }),
  )
}

/** A room with eight messages and other rows between them, and the messages. */
async function den(house: House): Promise<{ ada: UserId; room: RoomId; all: Message[] }> {
  const [ada, kim] = (await house.people('ada', 'kim')) as [UserId, UserId]
  const room = await house.room(ada, [kim])
  for (const i of upTo(8)) {
    const { seq } = await house.post(i % 2 === 0 ? ada : kim, room, `message ${i}`)
    if (i % 3 === 0) await house.did(kim, room, { type: 'reaction.add', seq, emoji: '👍' })
  }
  return { ada, room, all: (await house.history(ada, room, { limit: 100 })).messages }
}

/** Those of messages, of the rows between, and just outside. */
function everySeq(all: readonly Message[]): number[] {
  return upTo((all.at(-1)?.seq ?? 0) + 2)
}
