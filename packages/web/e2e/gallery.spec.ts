import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { axeFindings, bringAxe } from './axe.ts'
import { notLetOff } from './axe-let-off.ts'
import { eachState, show } from './each-state.ts'
import { test } from './gallery-test.ts'
import { misfits } from './misfits.ts'
import { movements } from './movements.ts'
import { watchPage } from './page-watch.ts'
import { stateFaults } from './state-faults.ts'

const WIDE = { width: 1280, height: 800 }
const PHONE = { width: 360, height: 640 }
const ALL_STATES_MS = 240_000

for (const part of [1, 2, 3]) {
  test(`WEB-32 WEB-105 WEB-108 WEB-246 every state can be drawn (wide, ${part} of 3), names every control, fits, fits when compact, moves nothing, and axe finds nothing in any theme`, async ({
    page,
    gallery,
  }) => {
    test.setTimeout(ALL_STATES_MS)
    const watch = watchPage(page, gallery.url)
    await page.setViewportSize(WIDE)
    await bringAxe(page)
    const found: Record<string, unknown[]> = {}
    await eachState(page, gallery, { theme: 'light', part, of: 3 }, async (state) => {
      const faults: unknown[] = [...(await stateFaults(page)), ...(await movements(page))]
      faults.push(...notLetOff(`wide ${state}`, await axeFindings(page)))
      for (const theme of ['dark', 'contrast']) {
        await dress(page, 'theme', theme)
        const colours = notLetOff(`wide ${state}`, await axeFindings(page, 'colours'))
        faults.push(...colours.map((finding) => ({ theme, ...finding })))
      }
      await dress(page, 'density', 'compact')
      faults.push(...(await misfits(page)).map((fault) => `compact: ${fault}`))
      if (faults.length > 0) found[state] = faults
    })
    expect(found).toEqual({})
    expect(watch.complaints()).toEqual([])
  })
}

test('WEB-32 WEB-246 every state can be drawn (phone), names every control, fits, and axe finds nothing', async ({
  page,
  gallery,
}) => {
  test.setTimeout(ALL_STATES_MS)
  const watch = watchPage(page, gallery.url)
  await page.setViewportSize(PHONE)
  await bringAxe(page)
  const found: Record<string, unknown[]> = {}
  await eachState(page, gallery, { theme: 'light' }, async (state) => {
    // Colours are the same as on a wide screen.
    const shape = notLetOff(`phone ${state}`, await axeFindings(page, 'shape'))
    const faults = [...(await stateFaults(page)), ...shape]
    if (faults.length > 0) found[state] = faults
  })
  expect(found).toEqual({})
  expect(watch.complaints()).toEqual([])
})

test('WEB-246 axe sees what is planted: a nameless button, grey on grey, a picture without words', async ({
  page,
  gallery,
}) => {
  await bringAxe(page)
  await page.goto(gallery.url)
  await show(page, 'room')
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

test('WEB-32 a nameless control, an id that is there twice, and what is too wide would be noticed', async ({
  page,
  gallery,
}) => {
  await page.goto(gallery.url)
  await show(page, 'room')
  expect(await stateFaults(page)).toEqual([])
  await page.evaluate(() => {
    const button = document.createElement('button')
    button.id = 'messages'
    button.style.cssText = 'inline-size: 9999px'
    document.getElementById('app')?.append(button, Object.assign(document.createElement('p'), { id: 'messages' }))
  })
  const faults = await stateFaults(page)
  expect(faults.some((fault) => fault.startsWith('nameless: <button'))).toBe(true)
  expect(faults).toContain('id twice: messages')
  expect(faults.some((fault) => fault.endsWith('px too wide'))).toBe(true)
})

async function dress(page: Page, what: 'theme' | 'density', how: string): Promise<void> {
  await page.evaluate(([key, value]) => void (document.documentElement.dataset[key] = value), [what, how] as const)
}
