import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { NEXT_VERSION, pageOfTwoVersions } from './page-of-two-versions.ts'
import { becomeOwner, composer, createRoom, messages, say } from './people.ts'
import { startServerProcess } from './server-process.ts'

// Servers start and stop in these, and connections wait for their next try.
test.describe.configure({ timeout: 150_000 })
test.use({ serviceWorkers: 'allow' })

function versionOf(page: Page): Promise<string | null> {
  return page.locator('meta[name="natter-version"]').getAttribute('content')
}

/** Once the worker of this version rules the page. */
async function ruled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
    if (navigator.serviceWorker.controller) return
    await new Promise((resolve) =>
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
    )
  })
}

test('WEB-146 a newer version is told of, and taking it costs no draft and no message that waits', async ({
  browser,
}) => {
  await using versions = await pageOfTwoVersions()
  const place = await startServerProcess({}, versions.folder)
  const context = await browser.newContext({ baseURL: place.url })
  const page = await context.newPage()
  await becomeOwner(page, 'Ana Ruiz')
  await createRoom(page, 'tea')
  await ruled(page)
  const before = await versionOf(page)
  const tab = await context.newPage()
  await tab.goto(page.url())
  await expect(composer(tab)).toBeVisible()

  await say(tab, 'said before')
  await expect(messages(tab, 'said before')).toHaveAttribute('data-state', 'sent')
  await composer(tab).press('ArrowUp')
  await tab.getByRole('textbox', { name: 'Edit message' }).fill('said better')

  await place.kill()
  await say(page, 'waits for the next version')
  await composer(page).fill('half a thought')
  await versions.advance()
  await place.start()
  await expect(page.getByText('A new version is ready')).toBeVisible({ timeout: 40_000 })
  await expect(messages(tab, 'waits for the next version')).toHaveAttribute('data-state', 'sent', { timeout: 40_000 })
  await expect(tab.getByText('A new version is ready'), 'what is being edited would be lost').toHaveCount(0)
  await tab.keyboard.press('Escape')
  await expect(tab.getByText('A new version is ready')).toBeVisible()
  expect(await versionOf(page)).toBe(before)

  await page.getByRole('button', { name: 'Reload' }).click()
  await expect(page.locator(`meta[content="${NEXT_VERSION}"]`)).toBeAttached()
  await expect(composer(page)).toHaveValue('half a thought')
  await expect(messages(page, 'waits for the next version')).toHaveCount(1)
  await expect(messages(page, 'waits for the next version')).toHaveAttribute('data-state', 'sent', { timeout: 40_000 })
  await expect(page.getByText('A new version is ready')).toHaveCount(0)
  await expect(tab.getByText('A new version is ready'), 'the other tab is as old as it was').toBeVisible()

  await page.evaluate(() => navigator.serviceWorker.ready)
  await context.setOffline(true)
  await page.reload()
  expect(await versionOf(page), 'the newest page is the one that opens offline').toBe(NEXT_VERSION)
  await expect(composer(page)).toHaveValue('half a thought')
  await context.close()
  await place.stop()
})

test('WEB-145 a page is never older than what the server gives', async ({ browser }) => {
  await using versions = await pageOfTwoVersions()
  const place = await startServerProcess({}, versions.folder)
  const context = await browser.newContext({ baseURL: place.url })
  const page = await context.newPage()
  await becomeOwner(page, 'Ana Ruiz')
  await ruled(page)
  await place.kill()
  await versions.advance()
  await place.start()
  await page.reload()
  expect(await versionOf(page)).toBe(NEXT_VERSION)
  await expect(page.getByRole('navigation', { name: 'Rooms' })).toBeVisible()
  await expect(page.getByText('A new version is ready')).toHaveCount(0)
  await context.close()
  await place.stop()
})

test('WEB-146 a part that the server has no more is told of, with the way out', async ({ browser }) => {
  await using versions = await pageOfTwoVersions()
  const place = await startServerProcess({}, versions.folder)
  const context = await browser.newContext({ baseURL: place.url })
  const page = await context.newPage()
  await becomeOwner(page, 'Ana Ruiz')
  // What cannot be had while the server is there is gone: a room is made over a connection that is live.
  await createRoom(page, 'tea')
  await page.evaluate(() => dispatchEvent(new Event('vite:preloadError', { cancelable: true })))
  await expect(page.getByText('This part of the page has changed since you opened it.')).toBeVisible()
  await page.getByRole('button', { name: 'Reload' }).click()
  await expect(page.getByText('This part of the page has changed')).toHaveCount(0)
  await context.close()
  await place.stop()
})

test('WEB-147 WEB-320 the page can be installed, and other apps can share into it', async ({ visit }) => {
  const page = await visit()
  await becomeOwner(page, 'Ana Ruiz')
  const devtools = await page.context().newCDPSession(page)
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors')
  // A browser of tests is a private window, and that alone stands in the way.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([])
  const { errors, manifest } = await devtools.send('Page.getAppManifest')
  expect(errors).toEqual([])
  expect(manifest).toMatchObject({
    id: expect.stringMatching(/\/$/),
    display: 'kStandalone',
    shareTarget: { action: expect.stringMatching(/\/share$/) },
  })

  await createRoom(page, 'tea')
  await page.goto('/share?title=Pea+soup&url=https%3A%2F%2Fexample.org')
  const share = page.getByRole('dialog', { name: 'Share to…' })
  await expect(share).toContainText('Pea soup')
  await share.getByRole('button', { name: 'tea' }).click()
  await share.getByRole('button', { name: 'Put it there' }).click()
  await expect(composer(page)).toHaveValue('Pea soup\nhttps://example.org')
  await expect(page).toHaveURL(/\/r\/rm_/)
  await expect(messages(page)).toHaveCount(0)
})
