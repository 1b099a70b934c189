import assert from 'node:assert/strict'
import { test } from 'node:test'
import { effect, signal } from '@preact/signals'
import { HIDDEN_AFTER_MS, IDLE_AFTER_MS, keepActivity } from '../src/app/activity.ts'
import type { ActivityDocument } from '../src/app/activity.ts'
import { createDismissals } from '../src/app/dismissals.ts'
import { createNotices } from '../src/app/notices.ts'
import { createLooks } from '../src/app/looks.ts'
import { viewSignal } from '../src/app/view-signal.ts'
import { cell } from '../src/gallery/cell.ts'
import { fakeClock } from './fake-clock.ts'
import { fakeStorage, fullStorage } from './fake-storage.ts'

test('WEB-29 a chosen theme is kept and put on the root, and the system’s leaves no trace', () => {
  const storage = fakeStorage()
  const root = { dataset: {} as DOMStringMap }
  const wantsContrast = signal(false)
  const { theme } = createLooks({ root, storage, wantsContrast })
  theme.choose('dark')
  assert.deepEqual(
    [theme.chosen.value, root.dataset, storage.getItem('natter:theme')],
    ['dark', { theme: 'dark' }, 'dark'],
  )
  theme.choose('system')
  assert.deepEqual([theme.chosen.value, root.dataset, storage.length], ['system', {}, 0])
  createLooks({ root, storage: fullStorage(), wantsContrast }).theme.choose('light')
  assert.deepEqual(root.dataset, { theme: 'light' })
})

test('WEB-105 what another tab chooses holds here too, and is not written once more', () => {
  const tabs = new EventTarget() as Window
  const storage = fakeStorage()
  const root = { dataset: {} as DOMStringMap }
  const { theme, news } = createLooks({ root, storage, tabs, wantsContrast: signal(false) })
  const hear = (key: string, newValue: string | null): void =>
    void tabs.dispatchEvent(Object.assign(new Event('storage'), { key, newValue }))
  hear('natter:theme', 'dark')
  hear('natter:news', 'log')
  assert.deepEqual([theme.chosen.value, root.dataset, news.chosen.value], ['dark', { theme: 'dark' }, 'log'])
  hear('natter:theme', 'no theme of ours')
  hear('natter:density', 'compact')
  assert.deepEqual([theme.chosen.value, root.dataset, storage.length], ['system', { density: 'compact' }, 0])
})

test('WEB-3 notices go by themselves, never stand twice, and never pile up', () => {
  const clock = fakeClock()
  const notices = createNotices(clock)
  for (const text of ['one', 'two', 'one', 'three', 'four']) notices.tell(text)
  assert.deepEqual(
    notices.shown.value.map(({ text }) => text),
    ['one', 'three', 'four'],
  )
  clock.pass(6_000)
  assert.deepEqual(notices.shown.value, [])
})

/** A document whose events are sent by hand. */
function fakeDocument(): ActivityDocument & { visibilityState: DocumentVisibilityState; send(type: string): void } {
  const target = new EventTarget()
  return {
    visibilityState: 'visible',
    addEventListener: target.addEventListener.bind(target),
    removeEventListener: target.removeEventListener.bind(target),
    send: (type) => void target.dispatchEvent(new Event(type)),
  }
}

test('WEB-34 a glance at another tab is no absence; a longer one, or idle hands, are', () => {
  const clock = fakeClock()
  const document = fakeDocument()
  const told: boolean[] = []
  const stop = keepActivity(clock, document, (isActive) => told.push(isActive))
  const show = (state: DocumentVisibilityState): void => {
    document.visibilityState = state
    document.send('visibilitychange')
  }
  show('hidden')
  clock.pass(HIDDEN_AFTER_MS - 1)
  show('visible')
  clock.pass(HIDDEN_AFTER_MS)
  assert.deepEqual(told, [])
  show('hidden')
  clock.pass(HIDDEN_AFTER_MS)
  show('visible')
  assert.deepEqual(told, [false, true])
  clock.pass(IDLE_AFTER_MS - 1)
  document.send('keydown')
  clock.pass(IDLE_AFTER_MS - 1)
  assert.deepEqual(told, [false, true])
  clock.pass(1)
  document.send('pointermove')
  assert.deepEqual(told, [false, true, false, true])
  stop()
  clock.pass(IDLE_AFTER_MS)
  assert.equal(told.length, 4)
})

test('WEB-34 a page that was opened hidden is as absent as one that was hidden later', () => {
  const clock = fakeClock()
  const told: boolean[] = []
  keepActivity(clock, { ...fakeDocument(), visibilityState: 'hidden' }, (isActive) => told.push(isActive))
  clock.pass(HIDDEN_AFTER_MS - 1)
  assert.deepEqual(told, [])
  clock.pass(1)
  assert.deepEqual(told, [false])
})

test('WEB-37 announcements that were dismissed are remembered while they stand, for each account', () => {
  const storage = fakeStorage()
  const dismissals = createDismissals(storage, 'us_ana')
  dismissals.add('one', ['one', 'two'])
  dismissals.add('two', ['one', 'two'])
  assert.deepEqual(createDismissals(storage, 'us_ana').ids.value, ['one', 'two'])
  assert.deepEqual(createDismissals(storage, 'us_ben').ids.value, [])
  dismissals.add('three', ['two', 'three'])
  assert.deepEqual(createDismissals(storage, 'us_ana').ids.value, ['two', 'three'])
  for (const written of ['no json', '{"a":1}', '[7]']) {
    storage.setItem('natter:dismissed:us_ana', written)
    assert.deepEqual(createDismissals(storage, 'us_ana').ids.value, [])
  }
  const full = createDismissals(fullStorage(), 'us_ana')
  full.add('one', ['one'])
  assert.deepEqual(full.ids.value, ['one'])
})

test('WEB-35 a signal follows its view while it is watched, and lets it go after that', () => {
  let subscribers = 0
  const source = cell('a')
  const view = {
    get value() {
      return source.value
    },
    subscribe: (listener: (value: string) => void) => {
      subscribers += 1
      const stop = source.subscribe(listener)
      return () => {
        subscribers -= 1
        stop()
      }
    },
  }
  assert.equal(viewSignal(view), viewSignal(view))
  source.set('b')
  const seen: string[] = []
  const stop = effect(() => void seen.push(viewSignal(view).value))
  const stopOther = effect(() => void viewSignal(view).value)
  source.set('c')
  assert.deepEqual([seen.at(-1), subscribers], ['c', 1])
  stop()
  stopOther()
  source.set('d')
  assert.deepEqual([seen.at(-1), subscribers], ['c', 0])
})
