import assert from 'node:assert/strict'
import { test } from 'node:test'
import { numberDraft, roomAfter, tombstone } from '@natter/core'
import type { Draft, Place } from '@natter/core'
import type { DurableEvent, Room } from '@natter/protocol'
import { durableEvent } from '@natter/protocol/schemas'
import { ada, ben, den, direct, kim, message, moe } from './house.ts'

const place: Place = { room: den.id, seq: 21, ref: 'k3f9', at: 21_000, by: kim.id, cid: 'c21' }
const base = { room: den.id, seq: 21, ref: 'k3f9', at: 21_000, by: kim.id, cid: 'c21' }
const here: Room = { ...den, head: [21, 'k3f9'] }
const posted = { seq: 21, n: 11, by: kim.id, at: 21_000, cid: 'p1', text: 'tea?' }
const loud = message({ reactions: { '👍': [ada.id] }, editedAt: 8_000, pinnedAt: 8_500, replyTo: 3 })

const DRAFTS: [name: string, draft: Draft, event: object, room: Room][] = [
  [
    'a message',
    { type: 'message.posted', cid: 'p1', text: 'tea?', replyTo: undefined, mentions: [moe.id] },
    { type: 'message.posted', message: posted },
    { ...here, n: 11 },
  ],
  [
    'a reply',
    { type: 'message.posted', cid: 'p1', text: 'tea?', replyTo: 7, mentions: [] },
    { type: 'message.posted', message: { ...posted, replyTo: 7 } },
    { ...here, n: 11 },
  ],
  [
    'an edit',
    { type: 'message.edited', subject: loud, text: 'coffee?' },
    { type: 'message.edited', message: { ...loud, text: 'coffee?', editedAt: 21_000 } },
    here,
  ],
  [
    'a deletion',
    { type: 'message.deleted', subject: loud },
    {
      type: 'message.deleted',
      message: { seq: 7, n: 5, by: kim.id, at: 7_000, cid: 'c7', text: '', replyTo: 3, deletedAt: 21_000 },
    },
    here,
  ],
  [
    'a reaction',
    { type: 'reaction.changed', subject: message(), reactions: { '👍': [kim.id] } },
    { type: 'reaction.changed', subject: 7, reactions: { '👍': [kim.id] } },
    here,
  ],
  [
    'somebody coming',
    { type: 'member.joined', user: ben.id, role: 'member' },
    { type: 'member.joined', member: { user: ben.id, role: 'member', joinedAt: 21_000 }, members: 4 },
    { ...here, members: 4 },
  ],
  [
    'somebody going',
    { type: 'member.left', user: moe.id },
    { type: 'member.left', user: moe.id, members: 2 },
    { ...here, members: 2 },
  ],
  [
    'a change of the room',
    { type: 'room.updated', change: { name: 'The lair', topic: 'Tea', archived: true } },
    { type: 'room.updated', details: { ...here, name: 'The lair', topic: 'Tea', archivedAt: 21_000, updatedSeq: 21 } },
    { ...here, name: 'The lair', topic: 'Tea', archivedAt: 21_000, updatedSeq: 21 },
  ],
]

for (const [name, draft, event, room] of DRAFTS) {
  test(`MS-12 ${name} becomes an event with its numbers and what came of it`, () => {
    const after = roomAfter(den, draft, place)
    assert.deepEqual(after, room)
    const numbered = numberDraft(draft, place, { room: after })
    assert.deepEqual(numbered, { ...base, ...event })
    assert.deepEqual(strictly(numbered), numbered)
  })
}

test('MS-12 the first row of a room makes it', () => {
  const draft: Draft = { type: 'room.created', room: { id: direct.id, kind: 'direct', people: [ada.id, kim.id] } }
  const first: Place = { ...place, room: direct.id, seq: 1 }
  const made = {
    id: direct.id,
    kind: 'direct',
    people: [ada.id, kim.id],
    createdAt: 21_000,
    createdBy: kim.id,
    head: [1, 'k3f9'],
    n: 0,
    members: 0,
    updatedSeq: 1,
  }
  assert.deepEqual(roomAfter(undefined, draft, first), made)
  const event = numberDraft(draft, first, { room: made as Room })
  assert.deepEqual(event, { ...base, room: direct.id, seq: 1, type: 'room.updated', details: made })
  assert.deepEqual(strictly(event), event)
})

test('MS-12 nothing happens in a room before it was made', () => {
  assert.throws(() => roomAfter(undefined, { type: 'member.left', user: kim.id }, place), /before its room rm_den1/)
})

test('MS-12 an emptied topic and an undone archive leave no trace', () => {
  const before: Room = { ...den, topic: 'Tea', archivedAt: 9_000 }
  const after = roomAfter(before, { type: 'room.updated', change: { topic: '', archived: false } }, place)
  assert.deepEqual(after, { ...here, updatedSeq: 21 })
  assert.deepEqual(Object.keys(before).includes('topic'), true, 'the room before it stays as it was')
})

test('MS-12 a further event of the same command has no cid', () => {
  const event = numberDraft({ type: 'member.left', user: moe.id }, { ...place, cid: undefined }, { room: den })
  assert.equal('cid' in event, false)
})

test('MS-11 a deleted message keeps its numbers, author, time, cid and what it replied to, and nothing else', () => {
  const kept = { seq: 7, n: 5, by: kim.id, at: 7_000, cid: 'c7', text: '', deletedAt: 9_000 }
  assert.deepEqual(tombstone(loud, 9_000), { ...kept, replyTo: 3 })
  assert.deepEqual(tombstone(message(), 9_000), kept)
})

/** The event as the contract reads it, refusing whatever it does not name. */
function strictly(event: DurableEvent): unknown {
  const schema = durableEvent.options.find(({ shape }) => shape.type.value === event.type)
  return schema?.strict().parse(event)
}
