import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { axeFindings, bringAxe } from './axe.ts'
import type { Finding } from './axe.ts'
import { startGallery } from './gallery-server.ts'
import type { GalleryServer } from './gallery-server.ts'

let gallery: GalleryServer
test.beforeAll(async () => {
  gallery = await startGallery()
})
test.afterAll(async () => {
  await gallery.stop()
})

const VIEWPORTS = { wide: { width: 1280, height: 800 }, phone: { width: 360, height: 640 } }

/** What is let off, each with its reason. Nothing else is. */
const LET_OFF: { rules: string[]; states: RegExp; at?: RegExp; why: string }[] = [
  {
    rules: ['landmark-one-main'],
    states: /^phone (no-rooms|list|list-menu|all-read|unread-only|nowhere|members)$/,
    why: 'One pane at a time: beside the list of rooms, a navigation, or the members, a complement, main is not shown.',
  },
  {
    rules: ['landmark-one-main', 'page-has-heading-one'],
    states: /^(wide|phone) settings/,
    why: 'They are a dialog over an inert page, with a heading of its own.',
  },
  {
    rules: ['target-size'],
    states: /./,
    at: /^\.timeline__day/,
    why: 'A day that has given way to the next one lies under it.',
  },
]
const OTHER_THEMES = ['dark', 'contrast']
const ALL_STATES_MS = 240_000

for (const [name, viewport] of Object.entries(VIEWPORTS)) {
  test(`WEB-246 axe finds nothing in any state of the gallery, in any theme (${name})`, async ({ page }) => {
    test.setTimeout(ALL_STATES_MS)
    await page.setViewportSize(viewport)
    await page.goto(gallery.url)
    const states = await page.getByRole('link').allTextContents()
    expect(states.length).toBeGreaterThan(30)
    await bringAxe(page)
    const found: Record<string, Finding[]> = {}
    const note = (state: string, theme: string, findings: Finding[]): void => {
      const isLetOff = ({ rule, at: places }: Finding): boolean =>
        LET_OFF.some(
          ({ rules, states, at }) =>
            rules.includes(rule) && states.test(`${name} ${state}`) && places.every((place) => at?.test(place) ?? true),
        )
      const left = findings.filter((finding) => !isLetOff(finding))
      if (left.length > 0) found[`${state}, ${theme}`] = left
    }
    for (const state of states) {
      await page.goto(`${gallery.url}?state=${state}&theme=light`)
      await expect(page.locator('#app > *').first(), state).toBeAttached()
      note(state, 'light', await axeFindings(page))
      for (const theme of OTHER_THEMES) {
        await chooseTheme(page, theme)
        note(state, theme, await axeFindings(page, 'colours'))
      }
    }
    expect(found).toEqual({})
  })
}

test('WEB-246 axe sees what is planted: a nameless button, grey on grey, a picture without words', async ({ page }) => {
  await bringAxe(page)
  await page.goto(`${gallery.url}?state=room`)
  await expect(page.locator('.message').first()).toBeVisible()
  expect(await axeFindings(page, 'colours')).toEqual([])
  await page.evaluate(() => {
    const text = document.createElement('p')
    text.textContent = 'hardly to be read'
    text.style.color = '#777'
    text.style.background = '#888'
    document.querySelector('main')?.append(document.createElement('button'), text, document.createElement('img'))
  })
  expect((await axeFindings(page)).map(({ rule }) => rule).toSorted()).toEqual(
    expect.arrayContaining(['button-name', 'color-contrast', 'image-alt']),
  )
  expect((await axeFindings(page, 'colours')).map(({ rule }) => rule)).toEqual(['color-contrast'])
})

async function chooseTheme(page: Page, theme: string): Promise<void> {
  await page.evaluate((chosen) => void (document.documentElement.dataset['theme'] = chosen), theme)
}
