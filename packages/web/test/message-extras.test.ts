import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Receipt } from '@natter/client'
import { handlesIn } from '@natter/protocol'
import { dayStart } from '../src/timeline/day-start.ts'
import { forwardedText } from '../src/timeline/forwarded-text.ts'
import { quickReactions } from '../src/timeline/quick-reactions.ts'
import { readersNow } from '../src/timeline/readers-now.ts'
import { seenByAll } from '../src/timeline/seen-by-all.ts'
import { newSince } from '../src/timeline/unread-divider.ts'
import { message } from '../src/gallery/fake-conversation.ts'
import { ana, ben, chloe } from '../src/gallery/fake-people.ts'

const mine = message(5, { minutesAgo: 3, by: ana, text: 'mine' })
const theirs = message(6, { minutesAgo: 2, by: ben, text: 'theirs' })

test('WEB-162 "Seen" stands under one’s last message when all the others have read it', () => {
  const receipts = (...read: [typeof ben, number][]) =>
    new Map(read.map(([{ id }, readSeq]) => [id, { readSeq, deliveredSeq: readSeq }] as const))
  const others = [ben.id, chloe.id]
  const seen = (read: Parameters<typeof receipts>) =>
    seenByAll([mine, theirs], { self: ana.id, others, receipts: receipts(...read) })
  assert.equal(seen([[ben, 6]]), undefined)
  assert.equal(
    seen([
      [ben, 6],
      [chloe, 4],
    ]),
    undefined,
  )
  assert.equal(
    seen([
      [ben, 6],
      [chloe, 5],
    ]),
    5,
  )
  assert.equal(seenByAll([theirs], { self: ana.id, others, receipts: receipts([ben, 6], [chloe, 6]) }), undefined)
})

test('WEB-162 how far others had read is what was asked for, until they move again', () => {
  const [early, late] = [4, 9].map((readSeq) => ({ readSeq, deliveredSeq: 9 })) as [Receipt, Receipt]
  const told = new Map([[ben.id, early]])
  const asked = new Map([[ben.id, late]])
  assert.deepEqual(readersNow({ asked, told }, told), asked, 'what was told before a break says less')
  const back = { readSeq: 2, deliveredSeq: 9 }
  const moved = new Map([
    [ben.id, back],
    [chloe.id, late],
  ])
  assert.deepEqual(readersNow({ asked, told }, moved), moved)
})

test('WEB-163 a forwarded message is a quote of all its lines with author and address', () => {
  const link = 'https://chat.example.org/r/rm_a/5'
  const forwarded = { text: 'one\n\ntwo', from: 'Ana Ruiz in tea', link }
  assert.equal(forwardedText({ ...forwarded, comment: '' }), `> one\n> \n> two\nAna Ruiz in tea: ${link}`)
  assert.equal(forwardedText({ ...forwarded, comment: ' See: ' }), `See:\n\n> one\n> \n> two\nAna Ruiz in tea: ${link}`)
})

test('WEB-302 who is named in a forwarded message is not called once more, and its addresses lead where they did', () => {
  const forwarded = forwardedText({
    comment: 'For @kim',
    text: '@all and (@ben.okafor), not ana@example.org:\nhttps://example.org/@ben?by=@all',
    from: '@here in @all',
    link: 'https://chat.example.org/r/rm_a/5',
  })
  assert.deepEqual(handlesIn(forwarded), ['kim'])
  assert.equal(
    forwarded.replaceAll('\u2060', ''),
    [
      'For @kim\n',
      '> @all and (@ben.okafor), not ana@example.org:',
      '> https://example.org/%40ben?by=%40all',
      '@here in @all: https://chat.example.org/r/rm_a/5',
    ].join('\n'),
  )
})

test('WEB-164 the pill counts what came since the divider, read or not, and knows since when', () => {
  const after = { seq: 4, n: 4 }
  const at = mine.kind === 'message' ? mine.message.at : 0
  assert.deepEqual(newSince({ after }, { items: [mine, theirs], readMark: { seq: 5, n: 5 }, unread: 36 }), {
    count: 37,
    since: at,
  })
  assert.deepEqual(newSince({ after }, { items: [theirs], readMark: { seq: 4, n: 4 }, unread: 37 }), {
    count: 37,
    since: undefined,
  })
})

test('WEB-165 a day of the calendar begins at its local midnight, and what is no day begins never', () => {
  assert.equal(dayStart('2026-11-20'), new Date(2026, 10, 20).getTime())
  for (const no of ['', '2026-11', '2026-13-40', 'yesterday']) assert.equal(dayStart(no), undefined)
})

test('WEB-166 the nearest reactions are those used last, then the usual ones, each once', () => {
  assert.deepEqual(quickReactions([], 3), ['👍', '❤️', '😂'])
  assert.deepEqual(quickReactions(['🐘', '👍'], 3), ['🐘', '👍', '❤️'])
})
