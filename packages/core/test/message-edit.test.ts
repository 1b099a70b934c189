import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decide } from '@natter/core'
import type { RoomCommandOf, RoomFacts } from '@natter/core'
import { ada, archived, den, eve, facts, inside, kim, limits, message, moe, outcome, subjects, zoe } from './house.ts'

const theirs = message()
const gone = message({ text: '', deletedAt: 8_000 })
const told = (change: Partial<RoomFacts> = {}) => facts({ subjects: subjects(theirs), ...change })

test('MS-9 an author edits', () => {
  assert.deepEqual(decide(told(), edit('coffee?'), den.id, limits), [
    { type: 'message.edited', subject: theirs, text: 'coffee?' },
  ])
})

test('MS-9 the same text again changes nothing', () => {
  assert.deepEqual(decide(told(), edit('tea?'), den.id, limits), [])
})

test('MS-9 nobody else edits, whatever their role', () => {
  for (const [actor, role] of [
    [moe, 'moderator'],
    [ada, 'owner'],
    [eve, 'member'],
    [zoe, 'member'],
  ] as const) {
    assert.deepEqual(outcome(decide(told({ actor, membership: inside(role) }), edit('mine'), den.id, limits)), {
      code: 'forbidden',
    })
  }
})

test('MS-9 what is deleted or never was is not found', () => {
  for (const known of [subjects(), subjects(gone), subjects(message({ seq: 8 }))]) {
    assert.deepEqual(outcome(decide(told({ subjects: known }), edit('hm'), den.id, limits)), {
      code: 'not_found',
      field: 'seq',
    })
  }
})

test('MS-3 an edit needs something to see', () => {
  assert.deepEqual(outcome(decide(told(), edit('\u200b'), den.id, limits)), { code: 'bad_request', field: 'text' })
})

test('MS-5 an edit has the same limits as a message', () => {
  assert.deepEqual(outcome(decide(told(), edit('x'.repeat(8_001)), den.id, limits)), {
    code: 'too_large',
    field: 'text',
  })
})

test('MS-2 an archived room takes neither edit nor deletion', () => {
  const room = archived(den)
  assert.deepEqual(outcome(decide(told({ room }), edit('coffee?'), den.id, limits)), { code: 'archived' })
  assert.deepEqual(outcome(decide(told({ room }), remove, den.id, limits)), { code: 'archived' })
})

test('MS-10 author, moderators and those who run the place delete', () => {
  for (const [actor, role] of [
    [kim, 'member'],
    [moe, 'moderator'],
    [ada, 'owner'],
    [eve, 'member'],
    [zoe, 'member'],
  ] as const) {
    const decided = decide(told({ actor, membership: inside(role) }), remove, den.id, limits)
    assert.deepEqual(decided, [{ type: 'message.deleted', subject: theirs }], actor.handle)
  }
})

test('MS-10 other members do not delete', () => {
  assert.deepEqual(outcome(decide(told({ actor: moe }), remove, den.id, limits)), { code: 'forbidden' })
})

test('MS-10 deleting twice is once, and what never was is not found', () => {
  assert.deepEqual(decide(told({ subjects: subjects(gone) }), remove, den.id, limits), [])
  assert.deepEqual(outcome(decide(told({ subjects: subjects() }), remove, den.id, limits)), {
    code: 'not_found',
    field: 'seq',
  })
})

const remove: RoomCommandOf<'message.delete'> = { type: 'message.delete', room: den.id, seq: 7, cid: 'c1' }

function edit(text: string): RoomCommandOf<'message.edit'> {
  return { type: 'message.edit', room: den.id, seq: 7, cid: 'c1', text }
}
