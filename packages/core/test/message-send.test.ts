import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decide } from '@natter/core'
import type { Draft, RoomCommandOf } from '@natter/core'
import { archived, ben, den, facts, kim, limits, message, moe, outcome, subjects } from './house.ts'

type Posted = Extract<Draft, { type: 'message.posted' }>

test('MS-1 a member posts', () => {
  assert.deepEqual(decide(facts(), send('tea?'), den.id, limits), [posted('c1', 'tea?')])
})

test('MS-2 an archived room takes no message', () => {
  assert.deepEqual(outcome(decide(facts({ room: archived(den) }), send('tea?'), den.id, limits)), { code: 'archived' })
})

test('MS-6 a reply answers a message of the same room, also a deleted one', () => {
  for (const each of [message(), message({ text: '', deletedAt: 8_000 })]) {
    const decided = decide(facts({ subjects: subjects(each) }), send('yes', { replyTo: 7 }), den.id, limits)
    assert.deepEqual(decided, [{ ...posted('c1', 'yes'), replyTo: 7 }])
  }
})

test('MS-6 a reply to nothing is refused', () => {
  const decided = decide(facts({ subjects: subjects(message()) }), send('yes', { replyTo: 8 }), den.id, limits)
  assert.deepEqual(outcome(decided), { code: 'not_found', field: 'replyTo' })
})

test('MS-7 a batch is posted in order', () => {
  const decided = decide(
    facts({ subjects: subjects(message()) }),
    sendMany(['one', 'two', 'three'], { replyTo: 7 }),
    den.id,
    limits,
  )
  assert.deepEqual(decided, [posted('c1', 'one'), posted('c2', 'two'), { ...posted('c3', 'three'), replyTo: 7 }])
})

test('MS-7 one bad item refuses the whole batch', () => {
  assert.deepEqual(outcome(decide(facts(), sendMany(['one', ' ', 'three']), den.id, limits)), {
    code: 'bad_request',
    field: 'text',
  })
  assert.deepEqual(outcome(decide(facts(), sendMany(['one', 'two'], { replyTo: 7 }), den.id, limits)), {
    code: 'not_found',
    field: 'replyTo',
  })
})

test('MS-7 every item has a cid of its own', () => {
  const twice = {
    ...sendMany([]),
    items: [
      { cid: 'c1', text: 'one' },
      { cid: 'c1', text: 'two' },
    ],
  }
  assert.deepEqual(outcome(decide(facts(), twice, den.id, limits)), { code: 'bad_request', field: 'items' })
})

test('MS-8 a message mentions the members it names, without its author', () => {
  const mentioned = new Map([
    ['moe', moe.id],
    ['kim', kim.id],
  ])
  const decided = decide(facts({ mentioned }), send('@moe @kim @ben, and @Moe again: tea?'), den.id, limits)
  assert.deepEqual((decided as Posted[])[0]?.mentions, [moe.id])
})

test('MS-8 a message to all mentions everybody once, whoever else it names', () => {
  const mentioned = new Map([['moe', moe.id]])
  for (const text of ['@all', 'tea, @Here?', '@moe and @all']) {
    const decided = decide(facts({ mentioned }), send(text), den.id, limits)
    assert.deepEqual((decided as Posted[])[0]?.mentions, ['*'], text)
  }
  for (const text of ['all', '@allende', 'a@all.example', '@here-ish'])
    assert.deepEqual((decide(facts({ mentioned }), send(text), den.id, limits) as Posted[])[0]?.mentions, [], text)
})

test('MS-8 each item of a batch mentions whom it names itself', () => {
  const mentioned = new Map([
    ['moe', moe.id],
    ['ben', ben.id],
  ])
  const decided = decide(facts({ mentioned }), sendMany(['@moe', '@ben @moe', 'nobody']), den.id, limits)
  assert.deepEqual(
    (decided as Posted[]).map(({ mentions }) => mentions),
    [[moe.id], [ben.id, moe.id], []],
  )
})

function send(text: string, more: { replyTo?: number } = {}): RoomCommandOf<'message.send'> {
  return { type: 'message.send', room: den.id, cid: 'c1', text, ...more }
}

/** `more` goes to the last item. */
function sendMany(texts: string[], more: { replyTo?: number } = {}): RoomCommandOf<'message.sendMany'> {
  const items = texts.map((text, index) => ({
    cid: `c${index + 1}`,
    text,
    ...(index === texts.length - 1 ? more : {}),
  }))
  return { type: 'message.sendMany', room: den.id, items }
}

function posted(cid: string, text: string): Posted {
  return { type: 'message.posted', cid, text, replyTo: undefined, mentions: [] }
}
