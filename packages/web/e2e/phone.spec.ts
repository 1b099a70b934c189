import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { composer, createRoom, messages, rooms, twoPeople } from './people.ts'

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

test('WEB-30 a phone shows one pane at a time, and Back leads from members to room to list', async ({ visit }) => {
  const { ana } = await twoPeople(() => visit(PHONE))
  await createRoom(ana, 'tea')
  await expect(rooms(ana)).toBeHidden()
  await ana.getByRole('button', { name: '1 member' }).click()
  await expect(ana.getByRole('complementary')).toBeVisible()
  await expect(composer(ana)).toBeHidden()
  await ana.goBack()
  await expect(composer(ana)).toBeVisible()
  await ana.getByRole('button', { name: 'Back to all rooms' }).click()
  await expect(rooms(ana)).toBeVisible()
  await expect(composer(ana)).toHaveCount(0)
  await rooms(ana).getByRole('link', { name: 'tea' }).click()
  await expect(composer(ana)).toBeVisible()
})

test('WEB-30 on a phone Enter makes a new line, the button sends, and a tap opens a message’s tools', async ({
  visit,
}) => {
  const { ana } = await twoPeople(() => visit(PHONE))
  await createRoom(ana, 'tea')
  await composer(ana).pressSequentially('one\ntwo')
  await expect(composer(ana)).toHaveValue('one\ntwo')
  await ana.getByRole('button', { name: 'Send' }).click()
  await expect(messages(ana, 'one')).toHaveAttribute('data-state', 'sent')
})

test('WEB-30 what one taps is at least 44 pixels, and nothing scrolls sideways', async ({ visit }) => {
  const { ana } = await twoPeople(() => visit(PHONE))
  await createRoom(ana, 'tea')
  await expect(composer(ana)).toBeVisible()
  expect(await small(ana)).toEqual([])
  await ana.getByRole('button', { name: 'Back to all rooms' }).click()
  expect(await small(ana)).toEqual([])
  expect(await ana.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
})

/** The buttons and links of the list and the room that are too small for a finger. */
async function small(page: Page): Promise<string[]> {
  return page.locator('button:visible, nav a:visible').evaluateAll((all) =>
    all
      .filter((each) => {
        const { width, height } = each.getBoundingClientRect()
        return Math.round(width) < 44 || Math.round(height) < 44
      })
      .map((each) => each.outerHTML),
  )
}
