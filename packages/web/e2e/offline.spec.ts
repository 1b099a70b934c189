import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { logOf } from './log-of.ts'
import { composer, createRoom, joinRoom, messages, rooms, say, twoPeople } from './people.ts'

// Servers start and stop in these, and connections wait for their next try.
test.describe.configure({ timeout: 150_000 })

// A server that is away, and a tab that crashes, are told of in the console by the browser itself.
test.use({
  isMortal: true,
  serviceWorkers: 'allow',
  mayComplain: /WebSocket connection|ERR_|Failed to load resource|Failed to fetch/,
})

const SENT = { timeout: 40_000 }

/** Ana and Ben in #tea, with a first message. Ana's browser is ready to do without the server. */
async function teaForTwo(visit: () => Promise<Page>): Promise<{ ana: Page; ben: Page }> {
  const { ana, ben } = await twoPeople(visit)
  await createRoom(ana, 'tea')
  await joinRoom(ben, 'tea')
  await say(ana, 'before')
  await expect(messages(ben, 'before')).toBeVisible()
  await ana.evaluate(() => navigator.serviceWorker.ready)
  await expect.poll(() => rememberedBy(ana)).toContain('"before"')
  return { ana, ben }
}

/** Another tab of the same browser, with the same address. */
async function secondTab(page: Page): Promise<Page> {
  const tab = await page.context().newPage()
  await tab.goto(page.url())
  await expect(messages(tab, 'before')).toHaveAttribute('data-state', 'sent')
  return tab
}

function texts(page: Page): ReturnType<Page['locator']> {
  return messages(page).locator('.markup')
}

test('WEB-19 written without a server, reloaded without a server, and written again: all of it arrives once, in order', async ({
  place,
  visit,
}) => {
  const { ana, ben } = await teaForTwo(visit)
  await place.kill()
  await say(ana, 'written offline')
  await expect(messages(ana, 'written offline')).toHaveAttribute('data-state', 'pending')
  await ana.reload()
  await expect(texts(ana)).toHaveText(['before', 'written offline'])
  await say(ana, 'and after a reload')
  await expect(messages(ana, 'and after a reload')).toHaveAttribute('data-state', 'pending')
  await ana.reload()
  await expect(texts(ana)).toHaveText(['before', 'written offline', 'and after a reload'])
  await place.start()
  const all = ['before', 'written offline', 'and after a reload']
  await expect(texts(ben)).toHaveText(all, SENT)
  await expect(messages(ana, 'and after a reload')).toHaveAttribute('data-state', 'sent', SENT)
  await expect(texts(ana)).toHaveText(all)
  expect(await logOf(place, ana, 'Ben Okafor')).toEqual(all)
})

test('WEB-137 a tab closed with messages that wait hands them to another, which sends them once, in order', async ({
  place,
  visit,
}) => {
  const { ana } = await teaForTwo(visit)
  const tab = await secondTab(ana)
  await place.kill()
  for (const text of ['one', 'two', 'three']) await say(ana, text)
  await expect(texts(tab)).toHaveText(['before', 'one', 'two', 'three'])
  await ana.close()
  await place.start()
  await expect(messages(tab, 'three')).toHaveAttribute('data-state', 'sent', SENT)
  await expect(texts(tab)).toHaveText(['before', 'one', 'two', 'three'])
  expect(await logOf(place, tab, 'Ben Okafor')).toEqual(['before', 'one', 'two', 'three'])
})

test('WEB-137 a tab that crashes is missed within two seconds, and its messages arrive once, in order', async ({
  place,
  visit,
}) => {
  const { ana } = await teaForTwo(visit)
  const tab = await secondTab(ana)
  await place.kill()
  for (const text of ['one', 'two']) await say(ana, text)
  await expect(texts(tab)).toHaveText(['before', 'one', 'two'])
  const crashed = ana.waitForEvent('crash')
  const devtools = await ana.context().newCDPSession(ana)
  devtools.send('Page.crash').catch(() => {})
  await crashed
  await expect.poll(() => ownersIn(tab), { timeout: 3_000 }).toBe(1)
  await place.start()
  await expect(messages(tab, 'two')).toHaveAttribute('data-state', 'sent', SENT)
  expect(await logOf(place, tab, 'Ben Okafor')).toEqual(['before', 'one', 'two'])
})

/** How many tabs own messages, and 0 while one of them is still the writer. */
async function ownersIn(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const { promise, resolve } = Promise.withResolvers<number>()
    const opening = indexedDB.open('natter')
    opening.onsuccess = () => {
      const reading = opening.result.transaction('outbox').objectStore('outbox').getAll()
      reading.onsuccess = () => {
        opening.result.close()
        const owners = new Set(reading.result.map(({ tab }: { tab: string }) => tab))
        const before = (globalThis as { before?: string }).before
        const [owner] = owners
        ;(globalThis as { before?: string | undefined }).before ??= owner
        resolve(before === undefined || owners.has(before) ? 0 : owners.size)
      }
    }
    return promise
  })
}

test('WEB-137 without another tab the next page of the browser sends what a crashed one had', async ({
  place,
  visit,
}) => {
  const { ana } = await teaForTwo(visit)
  const address = ana.url()
  await place.kill()
  for (const text of ['one', 'two']) await say(ana, text)
  await expect(messages(ana, 'two')).toHaveAttribute('data-state', 'pending')
  const context = ana.context()
  const crashed = ana.waitForEvent('crash')
  const devtools = await context.newCDPSession(ana)
  devtools.send('Page.crash').catch(() => {})
  await crashed
  await place.start()
  const next = await context.newPage()
  await next.goto(address)
  await expect(messages(next, 'two')).toHaveAttribute('data-state', 'sent', SENT)
  expect(await logOf(place, next, 'Ben Okafor')).toEqual(['before', 'one', 'two'])
})

test('WEB-138 two tabs show the same messages that wait, and each is sent by its own tab, once', async ({
  place,
  visit,
}) => {
  const { ana } = await teaForTwo(visit)
  const tab = await secondTab(ana)
  await place.kill()
  await say(ana, 'from the first')
  await expect(messages(tab, 'from the first')).toHaveAttribute('data-state', 'pending')
  await say(tab, 'from the second')
  for (const page of [ana, tab]) await expect(messages(page)).toHaveCount(3)
  await expect(messages(ana, 'from the second')).toHaveAttribute('data-state', 'pending')
  await place.start()
  for (const page of [ana, tab]) {
    for (const text of ['from the first', 'from the second']) {
      await expect(messages(page, text)).toHaveAttribute('data-state', 'sent', SENT)
    }
    await expect(messages(page)).toHaveCount(3)
  }
  const log = await logOf(place, ana, 'Ben Okafor')
  expect(log.toSorted()).toEqual(['before', 'from the first', 'from the second'])
})

test('WEB-138 a message that failed in one tab can be tried again, edited or deleted in the other', async ({
  place,
  visit,
}) => {
  const { ana, ben } = await twoPeople(visit)
  await createRoom(ben, 'tea')
  await joinRoom(ana, 'tea')
  await say(ben, 'before')
  const tab = await secondTab(ana)
  const archive = async (archived: boolean): Promise<void> => {
    const [, room] = /\/r\/(\w+)/.exec(ben.url()) ?? []
    const answer = await ben.request.patch(`/v1/rooms/${room}`, { data: { archived }, headers: { origin: place.url } })
    expect(answer.ok(), await answer.text()).toBe(true)
  }
  await ana.context().setOffline(true)
  for (const text of ['keep', 'change', 'drop']) await say(ana, text)
  await archive(true)
  await ana.context().setOffline(false)
  for (const page of [ana, tab]) {
    for (const text of ['keep', 'change', 'drop']) {
      await expect(messages(page, text)).toHaveAttribute('data-state', 'failed', SENT)
    }
  }
  await archive(false)
  await expect(composer(tab)).toBeVisible()
  await messages(tab, 'drop').getByRole('button', { name: 'Delete' }).click()
  await messages(tab, 'change').getByRole('button', { name: 'Edit' }).click()
  await expect(composer(tab)).toHaveValue('change')
  await messages(tab, 'keep').getByRole('button', { name: 'Retry' }).click()
  for (const page of [ana, tab]) {
    await expect(messages(page, 'keep')).toHaveAttribute('data-state', 'sent', SENT)
    await expect(texts(page)).toHaveText(['before', 'keep'])
  }
  expect(await logOf(place, ana, 'Ben Okafor')).toEqual(['before', 'keep'])
})

test('WEB-140 two tabs agree on a draft, and on its end, within a second', async ({ visit }) => {
  const { ana } = await teaForTwo(visit)
  const tab = await secondTab(ana)
  await composer(ana).fill('half a thought')
  await expect(composer(tab)).toHaveValue('half a thought', { timeout: 1_000 })
  await composer(tab).press('End')
  await composer(tab).pressSequentially(' more')
  await expect(composer(ana)).toHaveValue('half a thought more', { timeout: 1_000 })
  await composer(tab).press('Enter')
  await expect(composer(ana)).toHaveValue('', { timeout: 1_000 })
  await composer(ana).fill('kept')
  await ana.reload()
  await expect(composer(ana)).toHaveValue('kept')
})

test('WEB-144 two tabs agree within a second on what is unread', async ({ visit }) => {
  const { ana, ben } = await teaForTwo(visit)
  await createRoom(ana, 'cake')
  const tab = await ana.context().newPage()
  await tab.goto(ana.url())
  await say(ben, 'news')
  for (const page of [ana, tab]) await expect(rooms(page).getByRole('link', { name: /tea.*1 unread/ })).toBeVisible()
  await rooms(ana).getByRole('link', { name: /tea/ }).click()
  await expect(rooms(ana).getByRole('link', { name: /tea.*unread/ })).toHaveCount(0)
  await expect(rooms(tab).getByRole('link', { name: /tea.*unread/ })).toHaveCount(0, { timeout: 1_000 })
})

test('WEB-141 a whole page without a network shows rooms and messages, and lets one write', async ({
  place,
  visit,
}) => {
  const { ana } = await teaForTwo(visit)
  await ana.context().setOffline(true)
  await ana.reload()
  await expect(rooms(ana).getByRole('link', { name: /tea/ })).toBeVisible()
  await expect(texts(ana)).toHaveText(['before'])
  await say(ana, 'written on a train')
  await expect(messages(ana, 'written on a train')).toHaveAttribute('data-state', 'pending')
  await composer(ana).fill('and a draft')
  await ana.context().setOffline(false)
  await expect(messages(ana, 'written on a train')).toHaveAttribute('data-state', 'sent', SENT)
  await expect(composer(ana)).toHaveValue('and a draft')
  expect(await logOf(place, ana, 'Ben Okafor')).toEqual(['before', 'written on a train'])
})

test('WEB-143 signing out asks while messages wait, and leaves nothing to read offline', async ({ place, visit }) => {
  const { ana } = await teaForTwo(visit)
  const signOut = async (): Promise<void> => {
    await ana.getByRole('button', { name: 'Your settings' }).click()
    await ana.getByRole('button', { name: 'Sign out' }).click()
  }
  await place.kill()
  await say(ana, 'waits')
  await signOut()
  await expect(ana.getByRole('heading', { name: '1 message has not been sent' })).toBeVisible()
  await ana.getByRole('button', { name: 'Cancel' }).click()
  await place.start()
  await expect(messages(ana, 'waits')).toHaveAttribute('data-state', 'sent', SENT)
  await signOut()
  await expect(ana.getByLabel('Password')).toBeVisible()
  await ana.context().setOffline(true)
  await ana.reload()
  await expect(ana.getByText('The server cannot be reached')).toBeVisible()
  await expect(messages(ana)).toHaveCount(0)
})

/** What the browser keeps of rooms for a page without a server. */
function rememberedBy(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(new Error('It cannot be read.')))
      })
    const database = await answer(indexedDB.open('natter'))
    const rooms: unknown[] = await answer(database.transaction('timelines').objectStore('timelines').getAll())
    database.close()
    return JSON.stringify(rooms)
  })
}
