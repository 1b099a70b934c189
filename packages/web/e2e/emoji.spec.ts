import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { becomeOwner, composer, createRoom, selectPast } from './people.ts'

function picker(page: Page): Locator {
  return page.getByRole('dialog', { name: 'Emoji' })
}

function search(page: Page): Locator {
  return picker(page).getByRole('searchbox', { name: 'Search emoji' })
}

function cell(page: Page, name: string): Locator {
  return picker(page).getByRole('gridcell', { name, exact: true })
}

async function openPicker(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Emoji' }).click()
  await expect(cell(page, 'grinning face')).toBeVisible()
}

async function openRoom(visit: () => Promise<Page>): Promise<Page> {
  const ana = await visit()
  await becomeOwner(ana, 'Ana Ruiz')
  await createRoom(ana, 'tea')
  return ana
}

test('WEB-128 picker and emoji come from the own server when they are first wanted', async ({ visit }) => {
  const ana = await visit()
  const asked: string[] = []
  ana.on('request', (request) => asked.push(request.url()))
  await becomeOwner(ana, 'Ana Ruiz')
  await createRoom(ana, 'tea')
  const isPicker = (url: string): boolean => /emoji-picker|read-emoji|emoji-en/.test(url)
  expect(asked.filter(isPicker)).toEqual([])
  await openPicker(ana)
  const files = asked.filter(isPicker)
  expect(files.length).toBeGreaterThan(1)
  expect(files.every((url) => new URL(url).origin === new URL(ana.url()).origin)).toBe(true)
})

test('WEB-133 with the keyboard alone: search, arrows, Enter; writing leads back to the search', async ({ visit }) => {
  const ana = await openRoom(visit)
  await composer(ana).fill('half a message')
  await openPicker(ana)
  await expect(search(ana)).toBeFocused()
  await ana.keyboard.press('Enter')
  await ana.keyboard.press('ArrowDown')
  await expect(cell(ana, 'grinning face')).toBeFocused()
  await ana.keyboard.press('ArrowRight')
  await expect(cell(ana, 'grinning face with big eyes')).toBeFocused()
  await expect(picker(ana).locator('[role=gridcell][tabindex="0"]')).toHaveCount(1)
  await ana.keyboard.press('ArrowLeft')
  await ana.keyboard.press('ArrowUp')
  await expect(search(ana)).toBeFocused()
  await ana.keyboard.press('ArrowDown')
  await ana.keyboard.type('tad')
  await expect(search(ana)).toHaveValue('tad')
  await expect(picker(ana).getByRole('status')).toHaveText(/^\d+ emoji$/)
  await search(ana).fill('xyzzyx')
  await expect(picker(ana).getByText('No emoji goes by that name.')).toBeVisible()
  await ana.keyboard.press('Enter')
  await search(ana).fill('tada')
  await ana.keyboard.press('Enter')
  await expect(picker(ana)).toHaveCount(0)
  await expect(composer(ana)).toHaveValue(/^half a message\s*🎉/u)
})

test('WEB-132 a tone holds for all emoji, and for the next visit; what was picked stands first', async ({ visit }) => {
  const ana = await openRoom(visit)
  await openPicker(ana)
  await picker(ana).getByRole('button', { name: 'Skin tone' }).click()
  await picker(ana).getByRole('button', { name: 'Medium skin tone', exact: true }).click()
  await search(ana).fill('thumbsup')
  await cell(ana, 'thumbs up').click()
  await expect(composer(ana)).toHaveValue(/👍🏽/)
  await ana.reload()
  await openPicker(ana)
  const recent = picker(ana).getByRole('grid', { name: 'Recently used' })
  await expect(recent.getByRole('gridcell')).toHaveText(['👍🏽'])
  await search(ana).fill('wave')
  await expect(cell(ana, 'waving hand')).toHaveText('👋🏽')
})

test('WEB-135 WEB-310 Escape and a click beside it close the picker and give the focus back', async ({ visit }) => {
  const ana = await openRoom(visit)
  await composer(ana).fill('kept')
  await openPicker(ana)
  const box = await picker(ana).boundingBox()
  const window = ana.viewportSize()
  expect(box && window && box.x >= 0 && box.x + box.width <= window.width && box.y >= 0).toBe(true)
  await ana.keyboard.press('Escape')
  await expect(picker(ana)).toHaveCount(0)
  await expect(ana.locator(':focus')).toHaveCount(1)
  await openPicker(ana)
  await search(ana).fill('tad')
  await selectPast(ana, search(ana))
  await expect(search(ana)).toHaveValue('tad')
  await ana.mouse.click(5, 5)
  await expect(picker(ana)).toHaveCount(0)
  await expect(composer(ana)).toHaveValue('kept')
})

test('WEB-135 WEB-221 on a phone the picker is a sheet at the bottom, which Back closes, with emoji as large as a finger', async ({
  visit,
}) => {
  const ana = await visit({ viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true })
  await becomeOwner(ana, 'Ana Ruiz')
  await createRoom(ana, 'tea')
  await ana.getByRole('button', { name: 'Emoji' }).tap()
  await expect(cell(ana, 'grinning face')).toBeVisible()
  const box = await picker(ana).boundingBox()
  expect(box).toMatchObject({ x: 0, width: 360 })
  expect(Math.round((box?.y ?? 0) + (box?.height ?? 0))).toBe(640)
  const one = await cell(ana, 'grinning face').boundingBox()
  expect(Math.min(one?.width ?? 0, one?.height ?? 0)).toBeGreaterThanOrEqual(44)
  await expect(search(ana)).not.toBeFocused()
  const path = new URL(ana.url()).pathname
  await ana.goBack()
  await expect(picker(ana)).toHaveCount(0)
  expect(new URL(ana.url()).pathname).toBe(path)
  await ana.getByRole('button', { name: 'Emoji' }).tap()
  await cell(ana, 'grinning face').tap()
  await expect(composer(ana)).toHaveValue(/😀/)
})
