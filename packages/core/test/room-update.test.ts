import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decide } from '@natter/core'
import type { RoomChange, RoomFacts } from '@natter/core'
import { ada, archived, den, direct, eve, facts, inside, limits, moe, outcome, zoe } from './house.ts'

test('RM-9 those who moderate change a room', () => {
  for (const [actor, role] of [
    [ada, 'owner'],
    [moe, 'moderator'],
    [eve, 'member'],
    [zoe, 'member'],
  ] as const) {
    const change = { name: 'The lair', topic: 'Tea', archived: true }
    assert.deepEqual(
      update(change, { actor, membership: inside(role) }),
      [{ type: 'room.updated', change }],
      actor.handle,
    )
  }
})

test('RM-9 members do not', () => {
  assert.deepEqual(outcome(update({ name: 'Mine' }, {})), { code: 'forbidden' })
})

test('RM-9 what is as it should be changes nothing', () => {
  for (const change of [{}, { name: 'The den' }, { topic: '' }, { archived: false }])
    assert.deepEqual(update(change), [])
  assert.deepEqual(update({ topic: 'Tea' }, { room: { ...den, topic: 'Tea' } }), [])
  assert.deepEqual(update({ name: 'The den', topic: 'Tea' }), [{ type: 'room.updated', change: { topic: 'Tea' } }])
})

test('RM-9 a topic is taken away by an empty one', () => {
  assert.deepEqual(update({ topic: '' }, { room: { ...den, topic: 'Tea' } }), [
    { type: 'room.updated', change: { topic: '' } },
  ])
})

test('RM-10 an archived room takes its revival, with whatever comes along', () => {
  const room = archived(den)
  assert.deepEqual(update({ archived: false }, { room }), [{ type: 'room.updated', change: { archived: false } }])
  assert.deepEqual(update({ archived: false, name: 'The lair' }, { room }), [
    { type: 'room.updated', change: { name: 'The lair', archived: false } },
  ])
})

test('RM-10 an archived room takes nothing else', () => {
  for (const change of [{ name: 'The lair' }, { topic: 'Tea' }, { archived: true }, {}]) {
    assert.deepEqual(outcome(update(change, { room: archived(den) })), { code: 'archived' })
  }
})

test('DM-4 a direct conversation has no name, topic or archive', () => {
  for (const change of [{ name: 'Us' }, { topic: 'Tea' }, { archived: true }]) {
    assert.deepEqual(outcome(update(change, { room: direct, actor: zoe })), { code: 'forbidden' })
  }
})

/** By moe, a moderator, unless said otherwise. */
function update(change: RoomChange, told: Partial<RoomFacts> = { actor: moe }): ReturnType<typeof decide> {
  const byModerator = { actor: moe, membership: inside('moderator') }
  const known = Object.keys(told).length === 0 ? facts() : facts({ ...byModerator, ...told })
  return decide(known, { type: 'room.update', room: den.id, cid: 'c1', ...change }, den.id, limits)
}
