import { expect, test } from '@playwright/test'
import config from '../playwright.config.ts'
import { eachState } from './each-state.ts'
import { startGallery } from './gallery-server.ts'
import type { GalleryServer } from './gallery-server.ts'
import { misfits } from './misfits.ts'

// As somebody has it who set their browser's letters to twice the size.
const { args = [], ...launchOptions } = config.use?.launchOptions ?? {}
test.use({ launchOptions: { ...launchOptions, args: [...args, '--blink-settings=defaultFontSize=32'] } })

let gallery: GalleryServer
test.beforeAll(async () => {
  gallery = await startGallery()
})
test.afterAll(async () => {
  await gallery.stop()
})

const SCREENS = { wide: { width: 1280, height: 800 }, phone: { width: 360, height: 740 } }
const ALL_STATES_MS = 240_000

for (const [screen, viewport] of Object.entries(SCREENS)) {
  test(`WEB-106 letters of twice the size fit into every state (${screen})`, async ({ page }) => {
    test.setTimeout(ALL_STATES_MS)
    await page.setViewportSize(viewport)
    await page.goto(gallery.url)
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px')
    await eachState(page, gallery, 'language=de', async (state) => {
      expect({ state, misfits: await misfits(page) }).toEqual({ state, misfits: [] })
    })
  })
}

test('WEB-106 no text has a size of its own that does not grow with the reader’s', async ({ page }) => {
  test.setTimeout(ALL_STATES_MS)
  await eachState(page, gallery, '', async (state) => {
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('#app *')]
        .filter((each) =>
          [...each.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()),
        )
        .filter((each) => Number.parseFloat(getComputedStyle(each).fontSize) < 17)
        .map((each) => each.outerHTML.slice(0, 80)),
    )
    expect({ state, small }).toEqual({ state, small: [] })
  })
})
