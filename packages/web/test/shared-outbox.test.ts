import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OutboxEntry } from '@natter/client'
import type { UserId } from '@natter/protocol'
import { ANSWER_MS, ECHO_MS, WATCH_EVERY_MS } from '../src/offline/other-tabs.ts'
import { decideClaim } from '../src/offline/outbox-rows.ts'
import type { OutboxRows } from '../src/offline/outbox-rows.ts'
import { createSharedOutbox } from '../src/offline/shared-outbox.ts'
import type { SharedOutbox } from '../src/offline/shared-outbox.ts'
import { fakeClock } from './fake-clock.ts'
import type { FakeClock } from './fake-clock.ts'
import { fakeRows, noRows } from './fake-rows.ts'
import { fakeTabs } from './fake-tabs.ts'
import type { FakeTabs } from './fake-tabs.ts'

const ANA = 'us_ana0'

function entryOf(cid: string, order: number, by: UserId = ANA): OutboxEntry {
  return { cid, room: 'rm_den0', text: `text of ${cid}`, at: order, order, by }
}

interface Tab {
  outbox: SharedOutbox
  /** What the SDK of this tab was given to send. */
  given: OutboxEntry[]
  /** What readers of other tabs wished for. */
  wishes: string[]
  crash(): void
}

interface Browser {
  clock: FakeClock
  tabs: FakeTabs
  rows: OutboxRows
  tab(name: string): Promise<Tab>
  /** Lets time pass, with all that is said and stored meanwhile. */
  pass(ms: number): Promise<void>
}

function browser(rows: OutboxRows = fakeRows()): Browser {
  const clock = fakeClock(1_000)
  const tabs = fakeTabs()
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 20; turn += 1) {
      tabs.deliver()
      await Promise.resolve()
    }
  }
  const pass = async (ms: number): Promise<void> => {
    await settle()
    for (let left = ms; left > 0; left -= 100) {
      clock.pass(Math.min(100, left))
      await settle()
    }
  }
  return {
    clock,
    tabs,
    rows,
    pass,
    tab: async (name) => {
      const channel = tabs.open()
      const outbox = createSharedOutbox({ account: ANA, tab: name, channel, rows, clock })
      const given: OutboxEntry[] = []
      const wishes: string[] = []
      outbox.asked(({ cid }, wish) => {
        wishes.push(`${wish} ${cid}`)
        if (wish === 'discard') void outbox.remove(cid)
      })
      outbox.found?.((entries) => given.push(...entries))
      const loading = outbox.load().then(
        (entries) => given.push(...entries),
        () => undefined,
      )
      await pass(ANSWER_MS)
      await loading
      return { outbox, given, wishes, crash: () => channel.close() }
    },
  }
}

function cids(entries: readonly OutboxEntry[]): string[] {
  return entries.map(({ cid }) => cid)
}

test('WEB-136 a message belongs to the tab that wrote it: a living tab keeps its own, whoever opens', async () => {
  const { tab } = browser()
  const one = await tab('one')
  await one.outbox.save(entryOf('a', 1))
  const two = await tab('two')
  assert.deepEqual(two.given, [])
  assert.deepEqual(cids(two.outbox.elsewhere.value), ['a'])
})

test('WEB-136 the next page sends what a tab without successor left behind, in the order of writing, once', async () => {
  const rows = fakeRows([
    { entry: entryOf('b', 2), tab: 'gone' },
    { entry: entryOf('a', 1), tab: 'gone' },
    { entry: entryOf('of another account', 3, 'us_ben0'), tab: 'gone' },
  ])
  const { tab } = browser(rows)
  const one = await tab('one')
  assert.deepEqual(cids(one.given), ['a', 'b'])
  const two = await tab('two')
  assert.deepEqual([cids(two.given), cids(two.outbox.elsewhere.value)], [[], ['a', 'b']])
})

test('WEB-137 a tab that is closed hands over at once, to one other', async () => {
  const { tab, pass } = browser()
  const [one, two, three] = [await tab('one'), await tab('two'), await tab('three')]
  await one.outbox.save(entryOf('a', 1))
  await one.outbox.save(entryOf('b', 2))
  one.outbox.goodbye()
  one.crash()
  await pass(1)
  assert.deepEqual([...cids(two.given), ...cids(three.given)].sort(), ['a', 'b'])
  assert.deepEqual([two.given.length, three.given.length].sort(), [0, 2])
})

test('WEB-137 a tab that crashed is missed within two seconds', async () => {
  const { tab, pass } = browser()
  const [one, two] = [await tab('one'), await tab('two')]
  await one.outbox.save(entryOf('a', 1))
  await pass(WATCH_EVERY_MS + ANSWER_MS)
  assert.deepEqual(two.given, [], 'a living tab keeps its own, or the rest would prove nothing')
  one.crash()
  await pass(2_000)
  assert.deepEqual(cids(two.given), ['a'])
  assert.deepEqual(two.outbox.elsewhere.value, [])
})

test('WEB-138 a tab that answers what the others know already changes nothing in them', async () => {
  const { tab, pass } = browser()
  const [one, two] = [await tab('one'), await tab('two')]
  await one.outbox.save({ ...entryOf('a', 1), error: { code: 'forbidden', message: 'no' } })
  await pass(1)
  const { elsewhere } = two.outbox
  const before = elsewhere.value
  assert.deepEqual(cids(before), ['a'])
  await pass(2 * (WATCH_EVERY_MS + ANSWER_MS))
  assert.equal(elsewhere.value, before)
  const [known] = before
  await one.outbox.save(entryOf('b', 2))
  await pass(WATCH_EVERY_MS + ANSWER_MS)
  assert.deepEqual(cids(elsewhere.value), ['a', 'b'])
  assert.equal(elsewhere.value[0], known)
})

test('WEB-137 a message that was heard of and not stored in time is taken over too', async () => {
  const { tab, pass } = browser(noRows())
  const [one, two] = [await tab('one'), await tab('two')]
  await assert.rejects(one.outbox.save(entryOf('a', 1)))
  assert(one.outbox.wouldLose())
  one.crash()
  await pass(2_000)
  assert.deepEqual(cids(two.given), ['a'])
  assert(two.outbox.wouldLose(), 'who took it over stores it no more than who wrote it')
})

test('WEB-23 leaving would lose what is not known to be stored, and only that', async () => {
  const rows = fakeRows([{ entry: entryOf('left behind', 1), tab: 'gone' }])
  const storing = Promise.withResolvers<void>()
  const { tab, pass } = browser({ ...rows, put: () => storing.promise })
  const [one, two] = [await tab('one'), await tab('two')]
  assert.deepEqual([cids(one.given), one.outbox.wouldLose()], [['left behind'], false])
  void one.outbox.save(entryOf('a', 2))
  assert(one.outbox.wouldLose(), 'it is only on its way')
  storing.resolve()
  await pass(1)
  assert(!one.outbox.wouldLose())
  one.crash()
  await pass(2_000)
  assert.deepEqual([cids(two.given).sort(), two.outbox.wouldLose()], [['a', 'left behind'], false])
})

test('WEB-137 of several that claim the same one gets it, and living tabs keep theirs', () => {
  const claim = {
    account: ANA,
    tab: 'two',
    absent: new Set(['gone']),
    heard: [entryOf('b', 2), entryOf('c', 3)],
  } as const
  const rows = [
    { entry: entryOf('a', 1), tab: 'gone' },
    { entry: entryOf('b', 2), tab: 'three' },
    { entry: entryOf('of another account', 4, 'us_ben0'), tab: 'gone' },
  ]
  assert.deepEqual(
    decideClaim(rows, claim).map(({ entry, tab }) => [entry.cid, tab]),
    [
      ['a', 'two'],
      ['c', 'two'],
    ],
  )
})

test('WEB-138 both tabs show what waits and what failed, and count it once', async () => {
  const { tab, pass } = browser()
  const [one, two] = [await tab('one'), await tab('two')]
  await one.outbox.save(entryOf('a', 1))
  await two.outbox.save(entryOf('b', 2))
  await one.outbox.save({ ...entryOf('a', 1), error: { code: 'forbidden', message: 'No.' } })
  await pass(1)
  assert.deepEqual([one.outbox.waiting.value, two.outbox.waiting.value], [2, 2])
  assert.deepEqual(two.outbox.elsewhere.value[0]?.error?.message, 'No.')
})

test('WEB-138 what was sent stays on screen elsewhere until its echo is there; what was given up goes at once', async () => {
  const { tab, pass } = browser()
  const [one, two] = [await tab('one'), await tab('two')]
  await one.outbox.save(entryOf('a', 1))
  await one.outbox.save(entryOf('b', 2))
  await pass(1)
  await one.outbox.remove('a')
  one.outbox.ask('b', 'discard')
  await one.outbox.remove('b')
  await pass(1)
  assert.deepEqual([cids(two.outbox.elsewhere.value), two.outbox.waiting.value], [['a'], 0])
  await pass(ECHO_MS)
  assert.deepEqual(two.outbox.elsewhere.value, [])
})

test('WEB-138 a wish about a message of another tab reaches that tab, and no other', async () => {
  const { tab, pass } = browser()
  const [one, two, three] = [await tab('one'), await tab('two'), await tab('three')]
  await one.outbox.save(entryOf('a', 1))
  await pass(1)
  assert(two.outbox.ask('a', 'retry'))
  assert(!one.outbox.ask('a', 'retry'), 'its own is not asked for elsewhere')
  await pass(1)
  assert.deepEqual([one.wishes, two.wishes, three.wishes], [['retry a'], [], []])
})

test('WEB-138 what is given up from another tab is gone there at once', async () => {
  const { tab, pass } = browser()
  const [one, two] = [await tab('one'), await tab('two')]
  await one.outbox.save({ ...entryOf('a', 1), error: { code: 'forbidden', message: 'No.' } })
  await pass(1)
  assert(two.outbox.ask('a', 'discard'))
  await pass(1)
  assert.deepEqual([one.wishes, two.outbox.elsewhere.value], [['discard a'], []])
})

test('WEB-137 a message that two tabs have, for one was taken for gone, ends in both when it ends in one', async () => {
  for (const [end, shown] of [
    ['given up', []],
    ['sent', ['a']],
  ] as const) {
    const rows = fakeRows()
    const { tab, pass } = browser(rows)
    const [one, two] = [await tab('one'), await tab('two')]
    await one.outbox.save({ ...entryOf('a', 1), error: { code: 'forbidden', message: 'No.' } })
    one.outbox.goodbye()
    await pass(1)
    assert.deepEqual(cids(two.given), ['a'], 'both must have it for this to mean anything')
    if (end === 'given up') one.outbox.ask('a', 'discard')
    else await one.outbox.save(entryOf('a', 1))
    await one.outbox.remove('a')
    await pass(1)
    assert.deepEqual([one.outbox.waiting.value, two.outbox.waiting.value, rows.stored()], [0, 0, []])
    assert.deepEqual([cids(one.outbox.elsewhere.value), cids(two.outbox.elsewhere.value)], [shown, shown])
    await pass(ECHO_MS)
    assert.deepEqual([one.outbox.elsewhere.value, two.outbox.elsewhere.value], [[], []])
  }
})

test('WEB-139 a message written before the greeting is its account’s, kept, and given to the SDK', async () => {
  const rows = fakeRows()
  const one = await browser(rows).tab('one')
  assert(one.outbox.write({ cid: 'a', room: 'rm_den0', text: 'early' }))
  const entry = { cid: 'a', room: 'rm_den0' as const, text: 'early', at: 1_500, order: 1_500, by: ANA } as const
  assert.deepEqual(one.given, [entry])
  assert.deepEqual(rows.stored(), [{ entry, tab: 'one' }])
})

test('WEB-139 signing out drops the account’s messages in every tab, and those of nobody else', async () => {
  const rows = fakeRows([{ entry: entryOf('of another account', 3, 'us_ben0'), tab: 'gone' }])
  const { tab, pass } = browser(rows)
  const [one, two] = [await tab('one'), await tab('two')]
  await one.outbox.save(entryOf('a', 1))
  await two.outbox.save(entryOf('b', 2))
  await one.outbox.forget()
  await pass(1)
  await two.outbox.save(entryOf('c', 3))
  assert.deepEqual(
    rows.stored().map(({ entry }) => entry.cid),
    ['of another account'],
  )
})
