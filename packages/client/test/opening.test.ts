import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openDen as den } from './world/open-den.ts'
import { texts } from './world/world.ts'

test('SDK-31 a closed room comes back from where it was', async () => {
  const { world, kim, ada, den: log, room } = await den(120)
  await Promise.all([room.loadOlder(), world.time.advance(100)])
  room.close()
  await world.time.advance(100)
  assert.deepEqual([room.timeline.value.status, room.timeline.value.items.length], ['closed', 50])
  world.server.post(log, ada, 'while closed')
  await world.time.advance(100)
  assert.equal(room.timeline.value.unread, 121)
  assert(!texts(kim.natter, log.id).includes('while closed'))
  void room.open()
  assert.deepEqual([room.timeline.value.status, room.timeline.value.items.length], ['live', 50])
  await world.time.advance(100)
  assert.equal(texts(kim.natter, log.id).at(-1), 'while closed')
  assert.deepEqual(world.server.ofType('room.open').at(-1)?.cursor, [123, 'r123'])
})

test('SDK-31 opening is counted, and one command a room is under way', async () => {
  const { world, room } = await den(0)
  for (let times = 0; times < 5; times++) {
    void room.open()
    room.close()
  }
  await world.time.advance(100)
  assert.equal(room.timeline.value.status, 'live')
  assert.equal(world.server.ofType('room.open').length, 1)
  room.close()
  void room.open()
  room.close()
  await world.time.advance(100)
  assert.deepEqual(
    [room.timeline.value.status, world.server.ofType('room.open').length, world.server.ofType('room.close').length],
    ['closed', 1, 1],
  )
  room.close()
  const opened = room.open()
  await Promise.all([opened, world.time.advance(100)])
  assert.equal(room.timeline.value.status, 'live')
})

test('SDK-31 a room that cannot be opened says why', async () => {
  const { world, kim } = await den(0)
  const other = kim.natter.room('rm_other00')
  await Promise.all([assert.rejects(other.open(), { code: 'not_found' }), world.time.advance(100)])
  assert.equal(other.timeline.value.status, 'closed')
  const closing = kim.natter.room('rm_third00')
  const opening = closing.open()
  closing.close()
  await assert.rejects(opening, { code: 'stopped' })
  let isBusy = true
  world.server.script = ({ type }) =>
    type === 'room.open' && isBusy ? { error: { code: 'unavailable', message: 'Busy.', retryAfterMs: 700 } } : undefined
  const den2 = world.server.addRoom('later', [kim.user])
  const late = kim.natter.room(den2.id).open()
  await world.time.advance(600)
  isBusy = false
  await Promise.all([late, world.time.advance(1_000)])
})

test('SDK-31 a room is closed on the server too, however often that is refused, or what opened it goes unanswered', async () => {
  const { world, room } = await den(0)
  let refusals = 2
  world.server.script = ({ type }) =>
    type === 'room.close' && refusals-- > 0
      ? { error: { code: 'rate_limited', message: 'Too fast.', retryAfterMs: 500 } }
      : undefined
  room.close()
  await world.time.advance(2_000)
  assert.equal(world.server.ofType('room.close').length, 3)
  world.server.script = ({ type }) => (type === 'room.open' ? 'silence' : undefined)
  void room.open().catch(() => undefined)
  await world.time.advance(1_000)
  room.close()
  await world.time.advance(20_000)
  assert.deepEqual([world.server.ofType('room.open').length, world.server.ofType('room.close').length], [2, 4])
})
