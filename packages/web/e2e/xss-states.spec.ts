import { expect } from '@playwright/test'
import { show, statesOf } from './each-state.ts'
import { test } from './gallery-test.ts'
import { startCarelessPage } from './xss/careless-page.ts'
import { CORPUS } from './xss/corpus.ts'
import { strangersIn, watchHoles } from './xss/hole-watch.ts'
import { exactly } from './xss/shown-text.ts'

/** About as many texts as a state shows, so that each state shows others. */
const PLANTED_A_STATE = 45
/** So that in all states together every text is everybody's name, too. */
const STATES_A_LOAD = 8
const LONG_MS = 240_000

test('WEB-249 no state of the page makes anything of names and texts but text', async ({ page, gallery }) => {
  test.setTimeout(LONG_MS)
  const watch = await watchHoles(page, gallery.url)
  await page.addInitScript((texts) => Object.assign(window, { plantedTexts: texts }), [...CORPUS])
  const states = await statesOf(page, gallery)
  for (const [index, state] of states.entries()) {
    // Names of people and rooms are planted when the page loads, messages with each state.
    if (index % STATES_A_LOAD === 0) await page.goto(`${gallery.url}?from=${index * PLANTED_A_STATE}`)
    await show(page, state)
    expect(await strangersIn(page), state).toEqual([])
    expect(watch.holes(), state).toEqual([])
  }
  await page.goto(`${gallery.url}?state=room`)
  await expect(page.getByText(exactly(CORPUS[0] ?? '')).first()).toBeAttached()
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
