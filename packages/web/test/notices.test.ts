import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createNotices } from '../src/app/notices.ts'
import type { Notices } from '../src/app/notices.ts'
import { fakeClock } from './fake-clock.ts'

const texts = (notices: Notices): string[] => notices.shown.value.map(({ text }) => text)

test('WEB-220 an offer stands for five seconds, and what was not taken is told so once', () => {
  const clock = fakeClock()
  const notices = createNotices(clock)
  const done: string[] = []
  notices.offer('Deleted', { label: 'Undo', run: () => done.push('undone') }, () => done.push('gone'))
  clock.pass(4_999)
  assert.deepEqual([texts(notices), done], [['Deleted'], []])
  clock.pass(1)
  assert.deepEqual([texts(notices), done], [[], ['gone']])
  notices.take(1)
  notices.dismiss(1)
  assert.deepEqual(done, ['gone'])
})

test('WEB-220 an offer that is taken is done, and not gone', () => {
  const clock = fakeClock()
  const notices = createNotices(clock)
  const done: string[] = []
  notices.offer('Deleted', { label: 'Undo', run: () => done.push('undone') }, () => done.push('gone'))
  notices.take(notices.shown.value[0]?.id ?? 0)
  clock.pass(60_000)
  assert.deepEqual([texts(notices), done], [[], ['undone']])
})

test('WEB-220 while somebody reads none goes, and after that each has the time it had left', () => {
  const clock = fakeClock()
  const notices = createNotices(clock)
  notices.offer('first', { label: 'Undo', run: () => {} })
  clock.pass(4_000)
  notices.hold(true)
  notices.tell('second')
  clock.pass(60_000)
  assert.deepEqual(texts(notices), ['first', 'second'])
  notices.hold(false)
  clock.pass(1_000)
  assert.deepEqual(texts(notices), ['second'])
  clock.pass(5_000)
  assert.deepEqual(texts(notices), [])
})

test('WEB-220 more than three push out the oldest, which counts as not taken', () => {
  const notices = createNotices(fakeClock())
  const gone: string[] = []
  for (const name of ['a', 'b', 'c', 'd']) {
    notices.offer(name, { label: 'Undo', run: () => {} }, () => gone.push(name))
  }
  assert.deepEqual([texts(notices), gone], [['b', 'c', 'd'], ['a']])
})

test('WEB-220 the same words again stand once, but what they offer can be had each time', () => {
  const notices = createNotices(fakeClock())
  const done: string[] = []
  for (const what of ['first', 'second']) {
    notices.tell('Copied')
    notices.offer('Deleted', { label: 'Undo', run: () => done.push(`${what} undone`) }, () => done.push(`${what} gone`))
  }
  assert.deepEqual(texts(notices), ['Deleted', 'Copied', 'Deleted'])
  for (const { id } of notices.shown.value) notices.take(id)
  assert.deepEqual(done, ['first undone', 'second undone'])
})
