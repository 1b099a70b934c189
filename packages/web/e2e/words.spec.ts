import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { eachState } from './each-state.ts'
import { test } from './gallery-test.ts'
import { misfits } from './misfits.ts'
import { unsaid } from './unsaid.ts'

const WIDE = { width: 1280, height: 800 }
const PHONE = { width: 360, height: 640 }
const ALL_STATES_MS = 240_000

// From right to left: the other direction is that of every other sweep.
test('WEB-102 every state says its texts through the catalogues, and has room for long ones', async ({
  page,
  gallery,
}) => {
  test.setTimeout(ALL_STATES_MS)
  const faults: Record<string, string[]> = {}
  await eachState(page, gallery, { language: 'pseudo-rtl' }, async (state) => {
    // The sheet of parts is the gallery's own.
    const found = state === 'parts' ? [] : await unsaid(page)
    for (const screen of [PHONE, WIDE]) {
      await page.setViewportSize(screen)
      found.push(...(await misfits(page)).map((fault) => `${screen.width} px: ${fault}`))
    }
    if (found.length > 0) faults[state] = found
  })
  expect(faults).toEqual({})
})

test('WEB-102 a text that is not in the catalogues, and one that is cut off, would be noticed', async ({
  page,
  gallery,
}) => {
  await page.goto(`${gallery.url}?state=room&language=pseudo`)
  await expect(page.locator('.shell')).toBeVisible()
  await page.evaluate(() => {
    const planted = document.createElement('p')
    planted.textContent = 'Planted words'
    planted.setAttribute('aria-label', 'Ana Ruiz likes it')
    planted.style.cssText = 'width: 3rem; overflow: hidden; white-space: nowrap'
    document.getElementById('messages')?.append(planted)
  })
  expect(await unsaid(page)).toEqual(expect.arrayContaining(['Planted words', 'Ana Ruiz likes it']))
  expect(await misfits(page)).toEqual(['cut: P  Planted words'])
})

test('WEB-103 from right to left the list of rooms stands on the right, arrows turn round, and texts keep their own direction', async ({
  page,
  gallery,
}) => {
  await page.goto(`${gallery.url}?state=room&language=pseudo-rtl`)
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  const sidebar = await box(page, '.sidebar')
  const room = await box(page, '.room')
  expect(sidebar.x).toBeGreaterThanOrEqual(room.x + room.width - 1)
  expect(sidebar.x + sidebar.width).toBe(WIDE.width)

  const first = page.locator('.message', { hasText: 'Perfect. See you at six.' })
  const face = (await first.locator('.avatar').boundingBox()) ?? NO_BOX
  const words = (await first.locator('.markup').boundingBox()) ?? NO_BOX
  expect(face.x).toBeGreaterThan(words.x + words.width)
  // Beside its author, though it is written from left to right.
  expect(face.x - (words.x + words.width)).toBeLessThan(24)
  expect(await first.locator('.markup').evaluate((each) => getComputedStyle(each).direction)).toBe('ltr')

  await page.setViewportSize(PHONE)
  const back = page.locator('.room-header .icon').first()
  expect(await back.evaluate((each) => getComputedStyle(each).transform)).toBe('matrix(-1, 0, 0, 1, 0, 0)')
})

test('WEB-103 a long name is cut at its own end in both directions', async ({ page, gallery }) => {
  for (const language of ['en', 'pseudo-rtl']) {
    await page.goto(`${gallery.url}?state=room&language=${language}`)
    const name = page.locator('.room-row bdi', { hasText: 'lunch-on-thursdays' })
    const style = await name.evaluate((each) => {
      const { direction, textOverflow } = getComputedStyle(each)
      return { direction, textOverflow, isCut: each.scrollWidth > each.clientWidth }
    })
    expect(style).toEqual({ direction: 'ltr', textOverflow: 'ellipsis', isCut: true })
  }
})

const NO_BOX = { x: 0, y: 0, width: 0, height: 0 }

async function box(page: Page, selector: string): Promise<typeof NO_BOX> {
  return (await page.locator(selector).boundingBox()) ?? NO_BOX
}
