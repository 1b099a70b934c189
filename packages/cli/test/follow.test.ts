import assert from 'node:assert/strict'
import { test } from 'node:test'
import { NatterError } from '@natter/client'
import { beforeLast, follow, lastUpTo } from '../src/follow.ts'
import { fakeIo } from './fake-io.ts'
import { FakeRoom } from './fake-room.ts'

const numbers = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index)

/** Prints from after `lastN` to the head, and then what `meanwhile` brings, until `upTo` was printed. */
async function printed(
  room: FakeRoom,
  lastN: number,
  upTo: number,
  meanwhile: () => void = () => undefined,
): Promise<{ ns: number[]; err: string }> {
  const io = fakeIo()
  const ns: number[] = []
  const head = room.log.length
  const print = async ({ n }: { n: number }): Promise<void> => {
    ns.push(n)
    if (n === upTo) io.interrupt()
    else if (n === head) meanwhile()
  }
  await follow(io, lastN, { natter: room.natter, room: room.handle, print, untilHead: false })
  return { ns, err: io.said.err }
}

test('CLI-21 a short hole in the timeline is filled from its newer end', async () => {
  const room = new FakeRoom()
  room.post(60)
  room.show(11)
  const { ns } = await printed(room, 50, 180, () => {
    room.post(120)
    room.show(131)
  })
  assert.deepEqual(ns, numbers(51, 180))
  assert.deepEqual(room.asked, ['before 131', 'before 81'])
})

test('CLI-21 a long hole is filled from where printing stopped, a page at a time', async () => {
  const room = new FakeRoom()
  room.post(60)
  room.show(11)
  const { ns } = await printed(room, 59, 1_060, () => {
    room.post(1_000)
    room.show(1_011)
  })
  assert.deepEqual(ns, numbers(60, 1_060))
  assert.equal(room.asked[0], 'around seq 120')
  assert(room.asked.slice(1).every((asked) => asked.startsWith('after ')))
})

test('CLI-21 a page that does not come because the connection went is asked for again', async () => {
  const room = new FakeRoom()
  room.post(200)
  room.show(151)
  room.failure = new NatterError('network', 'gone')
  assert.deepEqual((await printed(room, 120, 200)).ns, numbers(121, 200))
  assert.deepEqual(room.asked, ['before 151', 'before 151'])
})

test('CLI-21 a page that is refused for good ends the tail', async () => {
  const room = new FakeRoom()
  room.post(200)
  room.show(151)
  room.failure = new NatterError('forbidden', 'no')
  await assert.rejects(printed(room, 120, 200), { code: 'forbidden' })
})

test('CLI-21 nothing is printed while the connection is away, and nothing is left out when it is back', async () => {
  const room = new FakeRoom()
  room.post(10)
  room.show(1)
  const away = { state: 'waiting', attempt: 1, retryAt: 0, why: '' } as const
  const { ns } = await printed(room, 5, 12, () => {
    room.connection.value = away
    room.post(2)
    queueMicrotask(() => {
      room.connection.value = { state: 'live', since: 0, roundTripMs: 1 }
      room.show(1)
    })
  })
  assert.deepEqual(ns, numbers(6, 12))
})

test('CLI-21 a room that was set back by a restored backup is followed from its new head', async () => {
  const room = new FakeRoom()
  room.post(10)
  room.show(1)
  const { ns, err } = await printed(room, 8, 8, () => {
    room.log.length = 7
    room.show(1)
    setImmediate(() => {
      room.post(1)
      room.show(1)
    })
  })
  assert.deepEqual(ns, [9, 10, 8])
  assert.match(err, /set back to an earlier state/)
})

test('CLI-21 where to begin: so many from the end, or after a seq, however far back', async () => {
  const room = new FakeRoom()
  room.post(500)
  room.show(451)
  assert.equal(beforeLast(room.timeline.value, 10), 490)
  assert.equal(beforeLast(room.timeline.value, 9_000), 0)
  assert.equal(await lastUpTo(room.handle, 960), 480)
  assert.deepEqual(room.asked, [])
  assert.equal(await lastUpTo(room.handle, 401), 200, 'what happened in between is no message')
  assert.equal(await lastUpTo(room.handle, 0), 0)
  assert.equal(await lastUpTo(new FakeRoom().handle, 7), 0)
})
