import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BOUNDS } from '@natter/protocol'
import type { Cursor, RoomId, UserId } from '@natter/protocol'
import { must, upTo } from './store-contract-house.ts'
import type { House, Stage } from './store-contract-house.ts'

export function testCatchUp({ shared }: Stage): void {
  test(
    'LOG-16 a cursor gets everything after it, in order, up to the head',
    shared(async (house) => {
      const { ada, room } = await den(house)
      const all = await house.events(ada, room)
      for (const after of [0, ...all.map(({ seq }) => seq)]) {
        const cursor: Cursor = [after, all[after - 1]?.ref ?? '']
        const head = all.at(-1)
        assert.deepEqual(await house.catchUp(ada, room, cursor), {
          mode: 'delta',
          upTo: [head?.seq, head?.ref],
          events: all.slice(after),
        })
      }
    }),
  )

  test(
    'LOG-17 no cursor gets a reset: the room, the own membership, the newest messages, and the hole before them',
    shared(async (house) => {
      const { ada, room } = await den(house)
      const first = await house.catchUp(ada, room, null)
      assert(first.mode === 'reset')
      assert.deepEqual(Object.keys(first).toSorted(), ['member', 'messages', 'mode', 'room', 'upTo'])
      for (const i of upTo(60)) await house.post(ada, room, `${i}`)
      const reset = await house.catchUp(ada, room, null)
      const { room: now, member } = must(await house.store.roomFor(ada, room))
      const { messages } = await house.history(ada, room, { limit: 50 })
      assert.equal(messages.length, 50)
      const hole = [1, (messages[0]?.seq ?? 0) - 1]
      assert.deepEqual(reset, { mode: 'reset', upTo: now.head, room: now, member, messages, hole })
    }),
  )

  test(
    'LOG-18 a cursor from a log that was rolled back gets a reset, never a wrong delta',
    shared(async (house) => {
      const { ada, room } = await den(house)
      const all = await house.events(ada, room)
      const head = all.length
      const ref = all[head - 1]?.ref ?? ''
      const strangers: Cursor[] = [
        [head, 'zzz0'],
        [2, ref],
        [head + 1, ref],
        [head + 1, ''],
        [0, ref],
        [2, ''],
        [Number.MAX_SAFE_INTEGER, ref],
      ]
      for (const cursor of strangers)
        assert.equal((await house.catchUp(ada, room, cursor)).mode, 'reset', cursor.join(' '))
      assert.equal((await house.catchUp(ada, room, [head, ref])).mode, 'delta')
    }),
  )

  test(
    'LOG-19 a delta has at most 500 events',
    shared(async (house) => {
      const { ada, room } = await den(house)
      const { head } = must(await house.store.roomFor(ada, room)).room
      await fill(house, ada, room, BOUNDS.deltaEvents)
      const full = await house.catchUp(ada, room, head)
      assert(full.mode === 'delta')
      assert.deepEqual(
        full.events.map(({ seq }) => seq),
        upTo(BOUNDS.deltaEvents).map((i) => head[0] + i),
      )
      await house.post(ada, room, 'one more')
      assert.equal((await house.catchUp(ada, room, head)).mode, 'reset')
    }),
  )

  test(
    'LOG-19 a delta has at most 256 KiB, and so have the messages of a reset, but always one',
    shared(async (house) => {
      const { ada, room } = await den(house)
      const { head } = must(await house.store.roomFor(ada, room)).room
      const large = 'é'.repeat(7_900)
      const fits = Math.floor(BOUNDS.deltaBytes / (large.length * 2 + 300))
      for (const i of upTo(fits)) await house.post(ada, room, `${i} ${large}`)
      const full = await house.catchUp(ada, room, head)
      assert.equal(full.mode, 'delta')
      await house.post(ada, room, `more ${large}`)
      const reset = await house.catchUp(ada, room, head)
      assert(reset.mode === 'reset')
      assert(
        reset.messages.length < fits + 2 && reset.messages.length > fits - 2,
        `${reset.messages.length} of ${fits}`,
      )
      assert.deepEqual(reset.hole, [1, (reset.messages[0]?.seq ?? 0) - 1])
      assert(Buffer.byteLength(JSON.stringify(reset.messages)) <= BOUNDS.deltaBytes + 100)
    }),
  )

  test(
    'LOG-20 the node reads heads and rows of any room, page by page',
    shared(async (house) => {
      const { ada, room } = await den(house)
      const all = await house.events(ada, room)
      const head = all.at(-1)
      const heads = await house.store.heads([room, 'rm_none'])
      assert.deepEqual([...heads], [[room, { seq: head?.seq, ref: head?.ref, n: 3 }]])
      const paged = []
      for (let seq = 0; seq < all.length; seq += 2) paged.push(...(await house.store.eventsAfter(room, seq, 2)))
      assert.deepEqual(paged, await house.store.eventsAfter(room, 0, 100))
      assert.deepEqual(
        paged.map(({ json }) => JSON.parse(json) as unknown),
        all,
      )
      assert.deepEqual(await house.store.eventsAfter(room, all.length, 10), [])
      assert.deepEqual(await house.store.eventsAfter('rm_none', 0, 10), [])
    }),
  )

  test(
    'LOG-20 such a page has at most 256 KiB, but always one row',
    shared(async (house) => {
      const { ada, room } = await den(house)
      const from = (await house.events(ada, room)).length
      const large = 'é'.repeat(7_900)
      const count = 40
      for (const i of upTo(count)) await house.post(ada, room, `${i} ${large}`)
      const seqs: number[] = []
      while (seqs.length < count) {
        const page = await house.store.eventsAfter(room, from + seqs.length, 500)
        assert(page.length > 0 && page.length < count)
        assert(page.reduce((sum, { json }) => sum + Buffer.byteLength(json), 0) <= BOUNDS.deltaBytes)
        seqs.push(...page.map(({ seq }) => seq))
      }
      assert.deepEqual(
        seqs,
        upTo(count).map((i) => from + i),
      )
    }),
  )
}

async function den(house: House): Promise<{ ada: UserId; room: RoomId }> {
  const [ada, kim] = (await house.people('ada', 'kim')) as [UserId, UserId]
  const room = await house.room(ada, [kim])
  for (const text of ['one', 'two', 'three']) await house.post(kim, room, text)
  return { ada, room }
}

async function fill(house: House, actor: UserId, room: RoomId, count: number): Promise<void> {
  const items = upTo(count).map((i) => ({ cid: `f${i}`, text: `${i}` }))
  for (let from = 0; from < count; from += BOUNDS.sendManyItems) {
    must(await house.sendMany(actor, room, items.slice(from, from + BOUNDS.sendManyItems)))
  }
}
