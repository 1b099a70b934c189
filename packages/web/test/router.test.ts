import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createRouter } from '../src/app/router.ts'
import type { RouterWindow } from '../src/app/router.ts'
import { leaveMessage } from '../src/timeline/leave-message.ts'

/** A window with a history of its own. */
function fakeWindow(path: string): { window: RouterWindow; entries: () => string[] } {
  const stack: { path: string; state: unknown }[] = [{ path, state: null }]
  let at = 0
  let onPop = (): void => {}
  const history = {
    get state() {
      return stack[at]?.state
    },
    pushState: (state: unknown, _: string, to: string) => {
      stack.splice(at + 1, Infinity, { path: to, state })
      at += 1
    },
    replaceState: (state: unknown, _: string, to: string) => {
      stack[at] = { path: to, state }
    },
    back: () => history.go(-1),
    go: (by: number) => {
      at += by
      onPop()
    },
  }
  const location = {
    get pathname() {
      return stack[at]?.path
    },
  }
  const addEventListener = (_: string, listener: () => void): void => {
    onPop = listener
  }
  const window = { history, location, addEventListener } as unknown as RouterWindow
  return { window, entries: () => stack.slice(0, at + 1).map((entry) => entry.path) }
}

test('WEB-6 each room is an entry of the history, and going back leads through them', () => {
  const { window, entries } = fakeWindow('/')
  const router = createRouter(window)
  router.go({ at: 'room', room: 'rm_den0' })
  router.go({ at: 'room', room: 'rm_den0' })
  router.go({ at: 'room', room: 'rm_den0', panel: 'members' })
  assert.deepEqual(entries(), ['/', '/r/rm_den0', '/r/rm_den0/members'])
  router.up({ at: 'room', room: 'rm_den0' })
  assert.deepEqual(router.route.value, { at: 'room', room: 'rm_den0' })
  assert(router.isReturn)
  router.up({ at: 'home' })
  assert.deepEqual(router.route.value, { at: 'home' })
  router.go({ at: 'room', room: 'rm_den1' })
  assert(!router.isReturn)
})

test('WEB-6 the address one is at can be asked for again, and that is no entry', () => {
  const { window, entries } = fakeWindow('/r/rm_den0/50')
  const router = createRouter(window)
  router.go({ at: 'room', room: 'rm_den0', seq: 51 })
  assert.equal(router.revisits.value, 0)
  router.go({ at: 'room', room: 'rm_den0', seq: 51 })
  assert.deepEqual([router.revisits.value, entries()], [1, ['/r/rm_den0/50', '/r/rm_den0/51']])
  router.layer(() => {})
  router.go({ at: 'room', room: 'rm_den0', seq: 51 })
  assert.deepEqual([router.revisits.value, entries()], [2, ['/r/rm_den0/50', '/r/rm_den0/51', '/r/rm_den0/51']])
})

test('WEB-6 up from a link that was opened from outside stays on the page', () => {
  const { window, entries } = fakeWindow('/r/rm_den0')
  const router = createRouter(window)
  router.up({ at: 'home' })
  assert.deepEqual([router.route.value, entries()], [{ at: 'home' }, ['/']])
})

test('WEB-36 the way to the latest messages leaves the address of a message, and an open panel open', () => {
  const { window, entries } = fakeWindow('/r/rm_den0/50')
  const router = createRouter(window)
  leaveMessage(router, 'rm_den0')
  assert.deepEqual(entries(), ['/r/rm_den0'])
  router.go({ at: 'room', room: 'rm_den0', panel: 'members' })
  leaveMessage(router, 'rm_den0')
  assert.deepEqual(entries(), ['/r/rm_den0', '/r/rm_den0/members'])
})

test('WEB-304 up leads to where it says, whatever was looked at in between', () => {
  const { window, entries } = fakeWindow('/')
  const router = createRouter(window)
  router.go({ at: 'room', room: 'rm_den0' })
  router.go({ at: 'room', room: 'rm_den0', seq: 5 })
  router.up({ at: 'home' })
  assert.deepEqual([router.route.value, entries()], [{ at: 'home' }, ['/']])

  const fromOutside = fakeWindow('/r/rm_den0')
  const other = createRouter(fromOutside.window)
  other.go({ at: 'room', room: 'rm_den0', seq: 5 })
  other.up({ at: 'home' })
  assert.deepEqual([other.route.value, fromOutside.entries()], [{ at: 'home' }, ['/r/rm_den0', '/']])
})

test('WEB-228 the settings are left for what was there before them, from any of their pages, over a reload as well', () => {
  const { window, entries } = fakeWindow('/')
  const router = createRouter(window)
  router.go({ at: 'room', room: 'rm_den0' })
  router.go({ at: 'settings' })
  router.go({ at: 'settings', page: 'connection' })
  const reloaded = createRouter(window)
  reloaded.outOf('settings', { at: 'home' })
  assert.deepEqual([reloaded.route.value, entries()], [{ at: 'room', room: 'rm_den0' }, ['/', '/r/rm_den0']])

  const fromOutside = fakeWindow('/settings/devices')
  createRouter(fromOutside.window).outOf('settings', { at: 'home' })
  assert.deepEqual(fromOutside.entries(), ['/'])
})

test('WEB-221 what lies over the page is closed by Back, and by that alone', () => {
  const { window, entries } = fakeWindow('/r/rm_den0')
  const router = createRouter(window)
  const closed: string[] = []
  router.layer(() => closed.push('dialog'))
  assert.deepEqual(entries(), ['/r/rm_den0', '/r/rm_den0'])
  window.history.back()
  assert.deepEqual([closed, entries()], [['dialog'], ['/r/rm_den0']])
})

test('WEB-221 closed by other means it leaves no entry behind, whatever follows', async () => {
  const { window, entries } = fakeWindow('/r/rm_den0')
  const router = createRouter(window)
  const fail = (): never => assert.fail('Back was not pressed')
  router.layer(fail)()
  await Promise.resolve()
  assert.deepEqual(entries(), ['/r/rm_den0'])

  const close = router.layer(fail)
  router.go({ at: 'room', room: 'rm_tea0' })
  close()
  await Promise.resolve()
  assert.deepEqual([entries(), router.route.value], [['/r/rm_den0', '/r/rm_tea0'], { at: 'room', room: 'rm_tea0' }])

  const closeAgain = router.layer(fail)
  router.replace({ at: 'home' })
  closeAgain()
  await Promise.resolve()
  assert.deepEqual([entries(), router.route.value], [['/r/rm_den0', '/'], { at: 'home' }])
})

test('WEB-221 what opens as another closes takes its entry over', async () => {
  const { window, entries } = fakeWindow('/r/rm_den0')
  const router = createRouter(window)
  const closed: string[] = []
  const closeMenu = router.layer(() => closed.push('menu'))
  closeMenu()
  router.layer(() => closed.push('dialog'))
  await Promise.resolve()
  assert.deepEqual(entries(), ['/r/rm_den0', '/r/rm_den0'])
  window.history.back()
  assert.deepEqual([closed, entries()], [['dialog'], ['/r/rm_den0']])
})

test('WEB-221 where one goes while the browser is still on its way back is where one arrives', async () => {
  const { window, entries } = fakeWindow('/r/rm_den0')
  const back = window.history.back.bind(window.history)
  const ways: (() => void)[] = []
  window.history.back = () => void ways.push(back)
  const router = createRouter(window)
  router.layer(() => assert.fail('Back was not pressed'))()
  await Promise.resolve()
  router.go({ at: 'room', room: 'rm_tea0' })
  assert.equal(ways.length, 1, 'the browser must be on its way for this to mean anything')
  ways[0]?.()
  assert.deepEqual([entries(), router.route.value], [['/r/rm_den0', '/r/rm_tea0'], { at: 'room', room: 'rm_tea0' }])
})
