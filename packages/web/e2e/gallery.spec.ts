import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { startGallery } from './gallery-server.ts'
import type { GalleryServer } from './gallery-server.ts'
import { watchPage } from './page-watch.ts'

let gallery: GalleryServer
test.beforeAll(async () => {
  gallery = await startGallery()
})
test.afterAll(async () => {
  await gallery.stop()
})

const WIDE = { width: 1280, height: 800 }
const PHONE = { width: 360, height: 640 }

for (const [name, viewport] of Object.entries({ wide: WIDE, phone: PHONE })) {
  test(`WEB-32 every state can be drawn (${name}), with a name for every control and nothing wider than the screen`, async ({
    page,
  }) => {
    // A hundred pages, one after the other.
    test.setTimeout(300_000)
    const watch = watchPage(page, gallery.url)
    await page.setViewportSize(viewport)
    await page.goto(gallery.url)
    const states = await page.getByRole('link').allTextContents()
    expect(states.length).toBeGreaterThan(30)
    for (const state of states) {
      await page.goto(`${gallery.url}?state=${state}`)
      await expect(page.locator('#app > *').first(), state).toBeAttached()
      expect({ state, ...(await faults(page)) }).toEqual({ state, nameless: [], sidewaysPx: 0, doubleIds: 0 })
    }
    expect(watch.complaints()).toEqual([])
  })
}

/** What no state may have. */
function faults(page: Page): Promise<{ nameless: string[]; sidewaysPx: number; doubleIds: number }> {
  return page.evaluate(() => {
    const controls = [
      ...document.querySelectorAll<HTMLElement>('button, a[href], input, textarea, [role=region], dialog'),
    ]
    const hasName = (each: HTMLElement): boolean => {
      const labels = each instanceof HTMLInputElement ? [...(each.labels ?? [])] : []
      const words = [
        each.getAttribute('aria-label'),
        each.textContent,
        each.getAttribute('aria-labelledby'),
        ...labels.map((label) => label.textContent),
      ]
      return words.some((word) => word !== null && word.trim() !== '')
    }
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
    return {
      nameless: controls.filter((each) => !hasName(each)).map((each) => each.outerHTML),
      sidewaysPx: document.documentElement.scrollWidth - innerWidth,
      doubleIds: ids.length - new Set(ids).size,
    }
  })
}
