import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decide } from '@natter/core'
import type { Draft } from '@natter/core'
import type { Reactions, UserId } from '@natter/protocol'
import { ada, archived, den, facts, kim, limits, message, moe, outcome, subjects } from './house.ts'

test('RX-1 a member reacts', () => {
  assert.deepEqual(add('👍', undefined), [changed(undefined, { '👍': [kim.id] })])
  assert.deepEqual(add('👍', { '👍': [ada.id] }), [changed({ '👍': [ada.id] }, { '👍': [ada.id, kim.id] })])
})

test('RX-1 again changes nothing', () => {
  assert.deepEqual(add('👍', { '👍': [ada.id, kim.id] }), [])
})

test('RX-1 a second emoji of the same member counts', () => {
  assert.deepEqual(add('🎉', { '👍': [kim.id] }), [changed({ '👍': [kim.id] }, { '👍': [kim.id], '🎉': [kim.id] })])
})

test('RX-2 a member takes back their own reaction alone', () => {
  const before = { '👍': [ada.id, kim.id, moe.id] }
  assert.deepEqual(remove('👍', before), [changed(before, { '👍': [ada.id, moe.id] })])
  assert.deepEqual(remove('👍', { '👍': [ada.id] }), [])
  assert.deepEqual(remove('🎉', { '👍': [kim.id] }), [])
  assert.deepEqual(remove('👍', undefined), [])
})

test('RX-3 emoji stand in the order of the first of each, and the last one back takes its emoji along', () => {
  const before = { '👍': [ada.id], '🎉': [kim.id], '❤️': [moe.id] }
  assert.deepEqual(orderOf(add('👍', before)), ['👍', '🎉', '❤️'])
  assert.deepEqual(orderOf(add('🙈', before)), ['👍', '🎉', '❤️', '🙈'])
  assert.deepEqual(orderOf(remove('🎉', before)), ['👍', '❤️'])
  assert.deepEqual(remove('👍', { '👍': [kim.id] }), [changed({ '👍': [kim.id] }, {})])
})

test('RX-4 a message takes 50 different emoji', () => {
  const kinds = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`:e${index}:`, [ada.id]]))
  assert.equal(Array.isArray(add('👍', kinds(49))), true)
  assert.deepEqual(outcome(add('👍', kinds(50))), { code: 'quota' })
  assert.equal(Array.isArray(add(':e7:', kinds(50))), true, 'one more of those that are there')
})

test('RX-4 an emoji takes 500 people, a message 1,000 reactions', () => {
  assert.equal(Array.isArray(add('👍', { '👍': crowd(499) })), true)
  assert.deepEqual(outcome(add('👍', { '👍': crowd(500) })), { code: 'quota' })
  assert.equal(Array.isArray(add('👍', { '🎉': crowd(500), '❤️': crowd(499) })), true)
  assert.deepEqual(outcome(add('👍', { '🎉': crowd(500), '❤️': crowd(500) })), { code: 'quota' })
})

test('RX-5 messages that are deleted or never were take no reactions', () => {
  for (const known of [subjects(), subjects(message({ text: '', deletedAt: 8_000 }))]) {
    for (const type of ['reaction.add', 'reaction.remove'] as const) {
      const command = { type, room: den.id, seq: 7, emoji: '👍', cid: 'c1' }
      assert.deepEqual(outcome(decide(facts({ subjects: known }), command, den.id, limits)), {
        code: 'not_found',
        field: 'seq',
      })
    }
  }
})

test('MS-2 an archived room takes no reaction', () => {
  const command = { type: 'reaction.add', room: den.id, seq: 7, emoji: '👍', cid: 'c1' } as const
  assert.deepEqual(
    outcome(decide(facts({ room: archived(den), subjects: subjects(message()) }), command, den.id, limits)),
    { code: 'archived' },
  )
})

test('RX-1 an emoji by the name of what every object has is one like any other', () => {
  assert.deepEqual(add('constructor', undefined), [
    changed(undefined, { constructor: [kim.id] } as unknown as Reactions),
  ])
  assert.deepEqual(remove('toString', undefined), [])
})

function add(emoji: string, reactions: Reactions | undefined): ReturnType<typeof decide> {
  return react('reaction.add', emoji, reactions)
}

function remove(emoji: string, reactions: Reactions | undefined): ReturnType<typeof decide> {
  return react('reaction.remove', emoji, reactions)
}

function react(
  type: 'reaction.add' | 'reaction.remove',
  emoji: string,
  reactions: Reactions | undefined,
): ReturnType<typeof decide> {
  const subject = message(reactions === undefined ? {} : { reactions })
  return decide(
    facts({ subjects: subjects(subject) }),
    { type, room: den.id, seq: 7, emoji, cid: 'c1' },
    den.id,
    limits,
  )
}

function changed(before: Reactions | undefined, after: Reactions): Draft {
  return {
    type: 'reaction.changed',
    subject: message(before === undefined ? {} : { reactions: before }),
    reactions: after,
  }
}

function orderOf(decided: ReturnType<typeof decide>): string[] {
  return Array.isArray(decided) && decided[0]?.type === 'reaction.changed' ? Object.keys(decided[0].reactions) : []
}

function crowd(size: number): UserId[] {
  return Array.from({ length: size }, (_, index): UserId => `us_${10_000 + index}`)
}
