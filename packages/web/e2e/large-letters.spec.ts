import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import config from '../playwright.config.ts'
import { eachState } from './each-state.ts'
import { test } from './gallery-test.ts'
import { misfits } from './misfits.ts'

// As somebody has it who set their browser's letters to twice the size.
const { args = [], ...launchOptions } = config.use?.launchOptions ?? {}
test.use({ launchOptions: { ...launchOptions, args: [...args, '--blink-settings=defaultFontSize=32'] } })

const WIDE = { width: 1280, height: 800 }
const PHONE = { width: 360, height: 740 }
const ALL_STATES_MS = 240_000

for (const part of [1, 2]) {
  test(`WEB-106 letters of twice the size fit into every state (${part} of 2)`, async ({ page, gallery }) => {
    test.setTimeout(ALL_STATES_MS)
    await page.goto(gallery.url)
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px')
    const faults: Record<string, string[]> = {}
    await eachState(page, gallery, { language: 'de', part, of: 2 }, async (state) => {
      const found = (await smallTexts(page)).map((text) => `too small: ${text}`)
      for (const screen of [PHONE, WIDE]) {
        await page.setViewportSize(screen)
        found.push(...(await misfits(page)).map((fault) => `${screen.width} px: ${fault}`))
      }
      if (found.length > 0) faults[state] = found
    })
    expect(faults).toEqual({})
  })
}

/** Texts with a size of their own, that did not grow. */
function smallTexts(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('#app *')]
      .filter((each) =>
        [...each.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()),
      )
      .filter((each) => Number.parseFloat(getComputedStyle(each).fontSize) < 17)
      .map((each) => each.outerHTML.slice(0, 80)),
  )
}
