import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BOUNDS } from '@natter/protocol'
import type { Cursor, InboxEvent, UserCatchUp, UserId } from '@natter/protocol'
import { STORE_BOUNDS } from '../src/ports/store-bounds.ts'
import { mentionOf, must, only, upTo } from './store-contract-house.ts'
import type { Stage } from './store-contract-house.ts'

export function testUserLog({ shared }: Stage): void {
  test(
    'LOG-34 the own log tells of rooms gained and lost and of marks moved, gapless, as it was answered',
    shared(async (house) => {
      const [ada, kim] = (await house.people('ada', 'kim')) as [UserId, UserId]
      const room = await house.room(ada)
      const invited = await house.did(ada, room, { type: 'room.invite', user: kim })
      const { seq } = await house.post(ada, room, 'hi')
      const marked = must(await house.store.markRead({ user: kim, room, seq, force: false, at: house.step() }))
      const gained = only(invited.inbox)
      const moved = only(marked.inbox)
      assert.deepEqual([gained.user, gained.type, gained.seq, gained.room], [kim, 'inbox.roomAdded', 1, room])
      const { details, member } = JSON.parse(gained.json) as Extract<InboxEvent, { type: 'inbox.roomAdded' }>
      assert.deepEqual([details.id, details.members, member.user], [room, 2, kim])
      assert.deepEqual([moved.user, moved.type, moved.seq, moved.read], [kim, 'inbox.readMoved', 2, { seq, n: 1 }])
      const delta = await house.userCatchUp(kim, [1, gained.ref])
      assert.deepEqual(delta, { mode: 'delta', upTo: [2, moved.ref], events: [JSON.parse(moved.json)] })
      const removed = only((await house.did(ada, room, { type: 'room.remove', user: kim })).inbox)
      assert.deepEqual([removed.user, removed.type, removed.seq], [kim, 'inbox.roomRemoved', 3])
      const { events } = deltaOf(await house.userCatchUp(kim, [0, '']))
      assert.deepEqual(
        events.map((event) => event.seq),
        [1, 2, 3],
      )
    }),
  )

  test(
    'LOG-35 a room gained is told as it is now, and one that is lost again as lost alone',
    shared(async (house) => {
      const [ada, kim] = (await house.people('ada', 'kim')) as [UserId, UserId]
      const room = await house.room(ada, [kim])
      await house.did(ada, room, { type: 'room.update', name: 'Attic' })
      const [added] = deltaOf(await house.userCatchUp(kim, [0, ''])).events
      assert(added?.type === 'inbox.roomAdded')
      const { room: now, member } = must(await house.store.roomFor(kim, room))
      assert.deepEqual([added.details, added.member], [now, member])
      await house.did(ada, room, { type: 'room.remove', user: kim })
      const types = async () => deltaOf(await house.userCatchUp(kim, [0, ''])).events.map(({ type }) => type)
      assert.deepEqual(await types(), ['inbox.roomRemoved', 'inbox.roomRemoved'])
      await house.did(ada, room, { type: 'room.invite', user: kim })
      assert.deepEqual(await types(), ['inbox.roomAdded', 'inbox.roomRemoved', 'inbox.roomAdded'])
    }),
  )

  test(
    'LOG-36 without a cursor the own log starts anew with all rooms, by id',
    shared(async (house) => {
      const [ada, kim] = (await house.people('ada', 'kim')) as [UserId, UserId]
      const nothing = await house.userCatchUp(kim, null)
      assert.deepEqual(nothing, { mode: 'reset', upTo: [0, ''], rooms: [], settings: {} })
      assert.deepEqual(await house.userCatchUp(kim, [0, '']), { mode: 'delta', upTo: [0, ''], events: [] })
      const rooms = [await house.room(ada, [kim]), await house.room(ada, [kim])].toSorted()
      await house.room(ada)
      const reset = await house.userCatchUp(kim, null)
      assert(reset.mode === 'reset')
      assert.deepEqual(
        reset.rooms,
        await Promise.all(rooms.map(async (room) => must(await house.store.roomFor(kim, room)))),
      )
      assert.equal(reset.upTo[0], 2)
    }),
  )

  test(
    'LOG-37 the own log keeps its newest 1,000 rows; who is further behind, or comes from elsewhere, starts anew',
    shared(async (house) => {
      const [ada, kim] = (await house.people('ada', 'kim')) as [UserId, UserId]
      const room = await house.room(ada, [kim])
      const posts = [await house.post(ada, room, '1'), await house.post(ada, room, '2')]
      const refs: string[] = ['', 'of the first row, which will be dropped']
      const count = STORE_BOUNDS.userLogRows + 1
      for (const i of upTo(count)) {
        const seq = posts[i % 2]?.seq ?? 0
        const { inbox } = must(await house.store.markRead({ user: kim, room, seq, force: true, at: house.step() }))
        refs.push(only(inbox).ref)
      }
      const last = count + 1
      const cursor = (seq: number): Cursor => [seq, refs[seq] ?? '']
      const modeAt = async (at: Cursor) => (await house.userCatchUp(kim, at)).mode
      assert.deepEqual(deltaOf(await house.userCatchUp(kim, cursor(last))), {
        mode: 'delta',
        upTo: cursor(last),
        events: [],
      })
      const most = deltaOf(await house.userCatchUp(kim, cursor(last - BOUNDS.deltaEvents)))
      assert.deepEqual(
        most.events.map(({ seq }) => seq),
        upTo(BOUNDS.deltaEvents).map((i) => last - BOUNDS.deltaEvents + i),
      )
      assert.equal(await modeAt(cursor(last - BOUNDS.deltaEvents - 1)), 'reset')
      assert.equal(await modeAt([0, '']), 'reset')
      assert.equal(await modeAt(cursor(2)), 'reset')
      assert.equal(await modeAt([last, 'zzz0']), 'reset')
      assert.equal(await modeAt([last + 1, refs[last] ?? '']), 'reset')
    }),
  )

  test(
    'LOG-38 the greeting lists the rooms by recency of their last message, the marks, and all room ids',
    shared(async (house) => {
      const [ada, kim] = (await house.people('ada', 'kim')) as [UserId, UserId]
      const [first, second, third] = [
        await house.room(ada, [kim]),
        await house.room(ada, [kim]),
        await house.room(ada, [kim]),
      ]
      await house.post(ada, first, `hi ${mentionOf(kim)}`)
      await house.did(ada, second, { type: 'room.update', name: 'A rename is no message' })
      const greeting = await house.store.greet(kim, null, 1)
      const order = [first, third, second]
      assert.deepEqual(greeting?.rooms, order)
      assert.deepEqual(greeting?.self, (await house.store.accountById(kim))?.user)
      const { room, member } = must(await house.store.roomFor(kim, first))
      assert(member.readSeq)
      assert.deepEqual(greeting?.digest[0], [first, room.head[0], 1, 0, 1, 1])
      assert.deepEqual(greeting?.digest[2], [second, 4, 0, 0, 0, 4])
      assert.deepEqual(greeting?.user, await house.store.userCatchUp(kim, null))
      assert.deepEqual((await house.store.greet(kim, [3, 'nope'], 1))?.user, await house.store.userCatchUp(kim, null))
    }),
  )
}

function deltaOf(found: UserCatchUp): Extract<UserCatchUp, { mode: 'delta' }> {
  assert(found.mode === 'delta', 'a delta was due')
  return found
}
