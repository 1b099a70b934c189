import assert from 'node:assert/strict'
import { test } from 'node:test'
import { effect } from '@preact/signals'
import type { RoomSummary } from '@natter/client'
import type { Room, User } from '@natter/protocol'
import { cell } from '../src/gallery/cell.ts'
import { numbersOf } from '../src/text/list-numbers.ts'
import { roomNamed } from '../src/text/room-named.ts'
import { userByHandle } from '../src/text/user-by-handle.ts'
import type { UserFinder } from '../src/text/user-by-handle.ts'

const ana: User = { id: 'us_ana00000', handle: 'ana', name: 'Ana', kind: 'human', role: 'member' }
const ben: User = { ...ana, id: 'us_ben00000', handle: 'ben', name: 'Ben' }

/** A server that knows `people`, answers one question after the other, and remembers them. */
function finder(
  people: readonly User[],
  isReached: () => boolean = () => true,
): { natter: UserFinder; asked: string[] } {
  const asked: string[] = []
  const natter: UserFinder = {
    self: cell(ana),
    http: {
      findUsers: (query) => {
        asked.push(query)
        if (!isReached()) return Promise.reject(new Error('No network.'))
        return Promise.resolve({ users: people.filter(({ handle }) => handle.startsWith(query)), more: false })
      },
    },
  }
  return { natter, asked }
}

/** Waits for the first answer other than none. */
function known(natter: UserFinder, handle: string): Promise<string> {
  return new Promise((resolve) => {
    effect(() => {
      const user = userByHandle(natter, handle).value
      if (user !== undefined) resolve(user)
    })
  })
}

test('WEB-122 the server is asked once who a handle belongs to, and not about oneself', async () => {
  const { natter, asked } = finder([ben, { ...ben, id: 'us_benny0000', handle: 'benny' }])
  assert.equal(userByHandle(natter, 'ana').value, ana.id)
  assert.equal(await known(natter, 'ben'), ben.id)
  assert.equal(await known(natter, 'ben'), ben.id)
  assert.deepEqual(asked, ['ben'])
})

test('WEB-122 a question that got no answer is asked again; nobody’s handle stays as typed', async () => {
  const { natter, asked } = finder([ben, { ...ben, id: 'us_carl0000', handle: 'carl' }], () => asked.length > 1)
  const lost = userByHandle(natter, 'ben')
  // Questions stand in line: when this one is answered, the one before it was.
  assert.equal(await known(natter, 'carl'), 'us_carl0000')
  assert.equal(lost.value, undefined)
  assert.equal(await known(natter, 'ben'), ben.id)
  assert.deepEqual(asked, ['ben', 'carl', 'ben'])
  const nobody = userByHandle(natter, 'nobody')
  assert.equal(await known(natter, 'carl'), 'us_carl0000')
  assert.equal(nobody.value, undefined)
})

test('WEB-123 a room is known by its slug, or by its name in any case, with dashes for spaces', () => {
  const rooms = [
    summary({ id: 'rm_tea0', name: 'Green Tea' }),
    summary({ id: 'rm_coffee', name: 'Coffee', slug: 'brew' }),
  ]
  assert.equal(roomNamed(rooms, 'green-tea'), 'rm_tea0')
  assert.equal(roomNamed(rooms, 'coffee'), 'rm_coffee')
  assert.equal(roomNamed(rooms, 'Brew'), 'rm_coffee')
  assert.equal(roomNamed(rooms, 'nowhere'), undefined)
})

function summary(of: Pick<Room, 'id' | 'name' | 'slug'>): RoomSummary {
  const room: Room = {
    kind: 'public',
    createdAt: 0,
    createdBy: ana.id,
    head: [1, 'r'],
    n: 1,
    members: 1,
    updatedSeq: 1,
    ...of,
  }
  return { id: of.id, room, unread: 0, mentions: 0, lastAt: 0, readSeq: 1, opened: false, failedSends: 0 }
}

test('WEB-117 numbers that rise stay as typed, others are counted on', () => {
  const numbers = (...all: number[]): number[] => numbersOf(all.map((number) => ({ number })))
  assert.deepEqual(numbers(3, 4, 7), [3, 4, 7])
  assert.deepEqual(numbers(1, 1, 1), [1, 2, 3])
  assert.deepEqual(numbers(0, 5, 2), [0, 5, 6])
})
