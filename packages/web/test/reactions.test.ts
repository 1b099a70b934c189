import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { UserId } from '@natter/protocol'
import { QUICK_REACTIONS, reactionList } from '../src/timeline/reaction-list.ts'
import { initials, tintOf } from '../src/parts/initials.ts'

const ana: UserId = 'us_ana0'
const ben: UserId = 'us_ben0'

test('WEB-20 reactions keep their order, count, and know which are mine', () => {
  assert.deepEqual(reactionList({ '🎉': [ben], '👍': [ben, ana], '👀': [] }, ana), [
    { emoji: '🎉', count: 1, isMine: false, people: [ben] },
    { emoji: '👍', count: 2, isMine: true, people: [ben, ana] },
  ])
  assert.deepEqual(reactionList(undefined, ana), [])
})

test('WEB-20 a flood of kinds shows twenty', () => {
  const flood = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`:e${index}:`, [ben]]))
  assert.equal(reactionList(flood, ana).length, 20)
})

test('WEB-20 every quick reaction is one that the server takes', () => {
  for (const emoji of QUICK_REACTIONS) assert.match(emoji, /^\p{RGI_Emoji}$/v)
})

test('WEB-10 a face without a picture has letters and always the same tint', () => {
  assert.equal(initials('Ana Ruiz'), 'AR')
  assert.equal(initials('build'), 'B')
  assert.equal(initials('👩‍👩‍👧 Family'), '👩‍👩‍👧F')
  assert.equal(initials(''), '?')
  assert.equal(tintOf('us_ana0'), tintOf('us_ana0'))
  const tints = Array.from({ length: 1_200 }, (_, index) => tintOf(`us_C9W5oEvk89mFFz0Y${index}`))
  for (const count of Map.groupBy(tints, (tint) => tint).values()) assert(count.length > 60 && count.length < 140)
})
