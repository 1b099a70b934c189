import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createDrafts } from '../src/offline/drafts.ts'
import type { Drafts, DraftStorage } from '../src/offline/drafts.ts'
import { fakeClock } from './fake-clock.ts'
import { fakeStorage, fullStorage } from './fake-storage.ts'
import { fakeTabs } from './fake-tabs.ts'

function draftsOf(account: string, storage: DraftStorage | undefined, tabs = fakeTabs(), clock = fakeClock()): Drafts {
  return createDrafts({ storage, channel: tabs.open(), clock, account })
}

test('WEB-18 a draft, with what it answers, belongs to its room and its account, and outlives the page', () => {
  const storage = fakeStorage()
  const draft = draftsOf('us_ana0', storage).of('rm_den0')
  draft.text.value = 'half a thou'
  draft.replyTo.value = 7
  const later = draftsOf('us_ana0', storage)
  assert.deepEqual([later.of('rm_den0').text.value, later.of('rm_den0').replyTo.value], ['half a thou', 7])
  assert.deepEqual([...later.rooms.value], ['rm_den0'])
  assert.equal(later.of('rm_hall').text.value, '')
  assert.equal(draftsOf('us_ben0', storage).of('rm_den0').text.value, '')
})

test('WEB-18 an emptied draft is gone from the list and from storage', () => {
  const storage = fakeStorage()
  const drafts = draftsOf('us_ana0', storage)
  drafts.of('rm_den0').text.value = 'x'
  assert.match(storage.getItem('natter:draft:us_ana0:rm_den0') ?? '', /"x"/)
  drafts.of('rm_den0').text.value = ''
  assert.deepEqual([drafts.rooms.value.size, storage.getItem('natter:draft:us_ana0:rm_den0')], [0, null])
})

test('WEB-4 clearing leaves nothing behind, in no tab', () => {
  const storage = fakeStorage()
  const tabs = fakeTabs()
  const drafts = draftsOf('us_ana0', storage, tabs)
  const channel = tabs.open()
  const other = draftsOf('us_ana0', storage, tabs)
  drafts.of('rm_den0').text.value = 'a secret'
  tabs.deliver()
  assert.equal(other.of('rm_den0').text.value, 'a secret')
  drafts.clear()
  channel.post({ kind: 'forget' })
  tabs.deliver()
  assert.deepEqual(
    [drafts.of('rm_den0').text.value, other.of('rm_den0').text.value, other.rooms.value.size, storage.length],
    ['', '', 0, 0],
  )
})

test('WEB-18 full, missing or spoiled storage costs the reload and nothing else', () => {
  for (const storage of [undefined, fullStorage(), fakeStorage({ 'natter:draft:us_ana0:rm_den0': '[{' })]) {
    const draft = draftsOf('us_ana0', storage).of('rm_den0')
    draft.text.value = 'kept'
    assert.equal(draft.text.value, 'kept')
  }
})

test('WEB-23 leaving would lose what is typed and not stored, and only that', () => {
  for (const storage of [undefined, fullStorage()]) {
    const drafts = draftsOf('us_ana0', storage)
    assert(!drafts.wouldLose())
    drafts.of('rm_den0').text.value = 'half a thou'
    assert(drafts.wouldLose())
    drafts.of('rm_den0').text.value = ''
    assert(!drafts.wouldLose())
  }
  const tabs = fakeTabs()
  const storage = fakeStorage()
  const [one, two] = [draftsOf('us_ana0', storage, tabs), draftsOf('us_ana0', storage, tabs)]
  one.of('rm_den0').text.value = 'a novel: '
  tabs.deliver()
  assert.deepEqual([one.wouldLose(), two.wouldLose()], [false, false])
  one.of('rm_den0').text.value += 'x'.repeat(100_000)
  tabs.deliver()
  assert.deepEqual([one.wouldLose(), two.wouldLose()], [true, true])
  assert.equal(draftsOf('us_ana0', storage).of('rm_den0').text.value, 'a novel: ')
  one.clear()
  assert(!one.wouldLose())
})

test('WEB-140 two tabs agree on a draft, and on its end', () => {
  const tabs = fakeTabs()
  const clock = fakeClock()
  const [one, two] = [draftsOf('us_ana0', undefined, tabs, clock), draftsOf('us_ana0', undefined, tabs, clock)]
  one.of('rm_den0').text.value = 'hello'
  tabs.deliver()
  assert.equal(two.of('rm_den0').text.value, 'hello')
  assert.deepEqual([...two.rooms.value], ['rm_den0'])
  two.of('rm_den0').text.value = ''
  tabs.deliver()
  assert.deepEqual([one.of('rm_den0').text.value, one.rooms.value.size], ['', 0])
})

test('WEB-140 what is being typed never gives way to something older', () => {
  const tabs = fakeTabs()
  const clock = fakeClock(1_000)
  const [one, two] = [draftsOf('us_ana0', undefined, tabs, clock), draftsOf('us_ana0', undefined, tabs, clock)]
  one.of('rm_den0').text.value = 'older'
  clock.pass(1)
  two.of('rm_den0').text.value = 'newer'
  tabs.deliver()
  assert.deepEqual([one.of('rm_den0').text.value, two.of('rm_den0').text.value], ['newer', 'newer'])
})

test('WEB-140 a draft that was emptied before the clock was set back gives way to what is typed since', () => {
  const tabs = fakeTabs()
  const storage = fakeStorage()
  const one = draftsOf('us_ana0', storage, tabs, fakeClock(3_600_000))
  one.of('rm_den0').text.value = 'hi'
  one.of('rm_den0').text.value = ''
  const two = draftsOf('us_ana0', storage, tabs, fakeClock())
  two.of('rm_den0').text.value = 'a long letter'
  tabs.deliver()
  assert.equal(one.of('rm_den0').text.value, 'a long letter')
})
