import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { test } from './gallery-test.ts'
import { movements } from './movements.ts'

const AAA = 7

test('WEB-104 high contrast can be chosen, and comes by itself where the system asks for it', async ({
  page,
  gallery,
}) => {
  const contrasts: number[] = []
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme, contrast: 'no-preference' })
    await page.goto(`${gallery.url}?state=room&theme=contrast`)
    contrasts.push(await inkContrast(page, '.room-header__topic'), await inkContrast(page, '.message__time'))
    await page.goto(`${gallery.url}?state=room`)
    expect(await inkContrast(page, '.room-header__topic')).toBeLessThan(AAA)
    await page.emulateMedia({ contrast: 'more' })
    await expect(page.locator('html')).toHaveAttribute('data-contrast', 'more')
    contrasts.push(await inkContrast(page, '.room-header__topic'))
  }
  for (const contrast of contrasts) expect(contrast).toBeGreaterThanOrEqual(AAA)
})

test('WEB-104 where the system forces its colours, the open room and the focus have an outline', async ({
  page,
  gallery,
}) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto(`${gallery.url}?state=room`)
  const outline = (selector: string): Promise<string> =>
    page
      .locator(selector)
      .first()
      .evaluate((each) => getComputedStyle(each).outlineStyle)
  expect(await outline('.room-row[aria-current]')).toBe('solid')
  expect(await outline('.room-row:not([aria-current])')).toBe('none')
  await page.locator('.room-row:not([aria-current])').first().focus()
  await page.keyboard.press('Shift+Tab')
  expect(await outline(':focus')).toBe('solid')
})

test('WEB-105 compact puts the author on the first line of the text, and more messages on the screen', async ({
  page,
  gallery,
}) => {
  const heightOf = async (density: string): Promise<{ rowPx: number; apartPx: number }> => {
    await page.goto(`${gallery.url}?state=room&density=${density}`)
    const row = page.locator('.message', { hasText: 'Perfect. See you at six.' })
    const author = await row.locator('.message__author').boundingBox()
    const text = await row.getByText('Perfect. See you at six.').boundingBox()
    return { rowPx: (await row.boundingBox())?.height ?? 0, apartPx: (text?.y ?? 0) - (author?.y ?? 0) }
  }
  const [cosy, compact] = [await heightOf('cosy'), await heightOf('compact')]
  expect(compact.rowPx).toBeLessThan(cosy.rowPx / 1.7)
  expect(cosy.apartPx).toBeGreaterThan(15)
  expect(Math.abs(compact.apartPx)).toBeLessThan(3)
})

test('WEB-108 what moves is noticed, and stands still for those who ask for less motion', async ({ page, gallery }) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  await page.goto(`${gallery.url}?state=two-typing`)
  await expect.poll(() => movements(page)).not.toEqual([])
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await expect.poll(() => movements(page)).toEqual([])
})

/** How much a text stands out from the paper, as WCAG counts it. */
function inkContrast(page: Page, selector: string): Promise<number> {
  return page
    .locator(selector)
    .first()
    .evaluate((each) => {
      const canvas = document.createElement('canvas').getContext('2d')
      const luminance = (colour: string): number => {
        if (canvas === null) return 0
        canvas.fillStyle = colour
        canvas.fillRect(0, 0, 1, 1)
        const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((byte) => {
          const part = byte / 255
          return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
        })
        return 0.2126 * r + 0.7152 * g + 0.0722 * b
      }
      const lights = [getComputedStyle(each).color, getComputedStyle(document.body).backgroundColor].map(luminance)
      return (Math.max(...lights) + 0.05) / (Math.min(...lights) + 0.05)
    })
}
