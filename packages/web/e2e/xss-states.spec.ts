import { expect, test } from '@playwright/test'
import { startGallery } from './gallery-server.ts'
import type { GalleryServer } from './gallery-server.ts'
import { startCarelessPage } from './xss/careless-page.ts'
import { CORPUS } from './xss/corpus.ts'
import { strangersIn, watchHoles } from './xss/hole-watch.ts'
import { exactly } from './xss/shown-text.ts'

/** About as many texts as a state shows, so that each state shows others. */
const PLANTED_A_STATE = 45
const LONG_MS = 240_000

test.describe('in the gallery', () => {
  let gallery: GalleryServer
  test.beforeAll(async () => {
    gallery = await startGallery()
  })
  test.afterAll(async () => {
    await gallery.stop()
  })

  test('WEB-249 no state of the page makes anything of names and texts but text', async ({ page }) => {
    test.setTimeout(LONG_MS)
    const watch = await watchHoles(page, gallery.url)
    await page.addInitScript((texts) => Object.assign(window, { plantedTexts: texts }), [...CORPUS])
    await page.goto(gallery.url)
    const states = await page.getByRole('link').allTextContents()
    for (const [index, state] of states.entries()) {
      await page.goto(`${gallery.url}?state=${state}&from=${index * PLANTED_A_STATE}`)
      await expect(page.locator('#app > *').first(), state).toBeAttached()
      expect(await strangersIn(page), state).toEqual([])
      expect(watch.holes(), state).toEqual([])
    }
    await page.goto(`${gallery.url}?state=room`)
    await expect(page.getByText(exactly(CORPUS[0] ?? '')).first()).toBeAttached()
  })
})

test('WEB-247 the watch sees every kind of hole: in a page without a policy that draws texts as HTML', async ({
  page,
}) => {
  await using careless = await startCarelessPage()
  const watch = await watchHoles(page, careless.url)
  await page.goto(careless.url)
  expect(watch.holes()).toEqual([])
  expect(await strangersIn(page)).toEqual([])
  const seen: string[] = []
  for (const text of CORPUS) {
    // Some of them lead the page away, which is what they are for.
    if (page.url() !== careless.url) await page.goto(careless.url)
    await page.evaluate((html) => void (document.body.innerHTML = html), text).catch(() => {})
    if ((await strangersIn(page).catch(() => ['gone'])).length > 0) seen.push(text)
  }
  expect(seen.length, 'most elements stand out by themselves').toBeGreaterThan(100)
  const holes = watch.holes()
  expect(holes).toContain('a script ran')
  expect(holes.some((each) => each.startsWith('request: https://evil.example/'))).toBe(true)
})
