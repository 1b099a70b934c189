import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RoomHandle, Timeline, TimelineItem } from '@natter/client'
import type { UserId } from '@natter/protocol'
import { announceNews } from '../src/timeline/announce-news.ts'
import { newsSentence } from '../src/timeline/news-sentence.ts'
import { fakeNatter } from '../src/gallery/fake-natter.ts'
import { cell } from '../src/gallery/cell.ts'
import { ana, ben } from '../src/gallery/fake-people.ts'
import { plainText } from '../src/text/plain-text.ts'
import { fakeClock } from './fake-clock.ts'

function said(seq: number, by: UserId, text: string): TimelineItem {
  return { kind: 'message', key: `c${seq}`, message: { seq, n: seq, by, at: 0, cid: `c${seq}`, text } }
}

test('WEB-31 many messages are told by their number, few by their words', () => {
  const three = [1, 2, 3].map((n) => ({ name: 'Ben', text: `message ${n}` }))
  assert.equal(newsSentence(three, 'tea'), 'Ben: message 1\nBen: message 2\nBen: message 3')
  assert.equal(newsSentence([...three, ...three], 'tea'), '6 new messages in tea')
  assert.equal(newsSentence([{ name: 'Ben', text: 'x'.repeat(900) }], 'tea').length, 'Ben: '.length + 201)
})

test('WEB-31 what others write is told within two seconds; history and one’s own are not', () => {
  const clock = fakeClock()
  const natter = fakeNatter({})
  const base = natter.room('rm_tea0').timeline.value
  const timeline = cell<Timeline>({ ...base, status: 'loading' })
  const handle: RoomHandle = { ...natter.room('rm_tea0'), timeline }
  const told: string[] = []
  const stop = announceNews({ natter, self: ana.id, clock }, handle, (sentence) => told.push(sentence('tea')))
  const show = (...items: TimelineItem[]): void => timeline.set({ ...base, status: 'live', items })
  const old = said(1, ben.id, 'history')
  show(old)
  clock.pass(10_000)
  assert.deepEqual(told, [])
  show(old, said(2, ana.id, 'mine'), said(3, ben.id, 'hello'))
  show(
    said(0.5, ben.id, 'older page'),
    old,
    said(2, ana.id, 'mine'),
    said(3, ben.id, 'hello'),
    said(4, ben.id, 'there'),
  )
  clock.pass(2_000)
  assert.deepEqual(told, ['Ben Okafor: hello\nBen Okafor: there'])
  show(said(5, ben.id, 'too late'))
  stop()
  clock.pass(10_000)
  assert.equal(told.length, 1)
})

test('WEB-365 what is read out is without marks, and keeps a spoiler’s secret, however far away its end is', () => {
  const told = (text: string): string => newsSentence([{ name: 'Ben', text }], 'tea').slice('Ben: '.length)
  assert.equal(told('The killer is ||the **butler**|| *indeed*'), 'The killer is (spoiler) indeed')
  assert.equal(told(`It was ||the butler ${'x'.repeat(900)}||`), 'It was (spoiler)')
})

test('WEB-365 blocks are told by their text', () => {
  assert.equal(
    plainText('see [the plan](https://example.org/x) #tea @ana :no_such:\n> ||who|| ~~said~~\n```ts\na || b || c\n```'),
    'see the plan #tea @ana :no_such:\n(spoiler) said\na || b || c',
  )
  assert.equal(plainText('2. _two_\n3. ||three||\n\n- dot'), '2. two\n3. (spoiler)\n• dot')
  assert.equal(plainText('| a | **b** |\n|---|---|\n| 1 | *2* |'), 'a | b\n1 | 2')
})
