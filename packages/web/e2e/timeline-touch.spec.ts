import type { CDPSession, Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { createRoom, joinRoom, messages, say, twoPeople } from './people.ts'

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

async function onPhone(visit: (options?: typeof PHONE) => Promise<Page>): Promise<{ ben: Page; finger: CDPSession }> {
  let visitors = 0
  // Only the second one comes by phone.
  const { ana, ben } = await twoPeople(() => (visitors++ === 0 ? visit() : visit(PHONE)))
  await createRoom(ana, 'tea')
  await joinRoom(ben, 'tea')
  await say(ana, 'Hello Ben')
  await say(ana, '```\ntea()\n```')
  await expect(messages(ben, 'Hello Ben')).toBeVisible()
  await expect(codeOf(ben)).toBeVisible()
  return { ben, finger: await ben.context().newCDPSession(ben) }
}

const codeOf = (page: Page): Locator => messages(page, 'tea()').locator('pre')

async function middleOf(row: Locator): Promise<{ x: number; y: number }> {
  const box = await row.boundingBox()
  return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 }
}

test('WEB-167 WEB-160 a finger that rests opens a sheet with large targets, which Back closes', async ({ visit }) => {
  const { ben, finger } = await onPhone(visit)
  const at = await middleOf(messages(ben, 'Hello Ben'))
  const path = new URL(ben.url()).pathname
  await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] })
  const sheet = ben.getByRole('menu', { name: 'Message actions' })
  await expect(sheet).toBeVisible()
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await expect(sheet).toBeVisible()
  for (const line of await sheet.getByRole('menuitem').all()) {
    expect((await line.boundingBox())?.height).toBeGreaterThanOrEqual(44)
  }
  await ben.goBack()
  await expect(sheet).toHaveCount(0)
  expect(new URL(ben.url()).pathname).toBe(path)

  await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [await middleOf(codeOf(ben))] })
  await expect(sheet).toBeVisible()
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await sheet.getByRole('menuitem', { name: 'Add reaction' }).tap()
  const picker = ben.getByRole('dialog', { name: 'Emoji' })
  await expect(picker).toBeVisible()
  await expect(sheet).toHaveCount(0)
  await ben.goBack()
  await expect(picker).toHaveCount(0)
  expect(new URL(ben.url()).pathname).toBe(path)

  await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] })
  await expect(sheet).toBeVisible()
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await sheet.getByRole('menuitem', { name: 'React with 👍' }).tap()
  await expect(sheet).toHaveCount(0)
  await expect(messages(ben, 'Hello Ben').getByRole('button', { name: '👍 1' })).toBeVisible()
})

test('WEB-160 a swipe along the line answers, one up or down does not', async ({ visit }) => {
  const { ben, finger } = await onPhone(visit)
  const swipe = async (row: Locator, byX: number, byY: number): Promise<void> => {
    const { x, y } = await middleOf(row)
    await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] })
    for (let step = 1; step <= 6; step++) {
      const at = { x: x + (byX * step) / 6, y: y + (byY * step) / 6 }
      await finger.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [at] })
    }
    await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  }
  const hello = messages(ben, 'Hello Ben')
  await swipe(hello, 10, -90)
  await swipe(hello, 40, 4)
  // Code may be what scrolls to the side.
  await swipe(codeOf(ben), 90, 6)
  await expect(ben.getByText('Replying to')).toHaveCount(0)
  await swipe(hello, 90, 6)
  await expect(ben.getByText('Replying to')).toBeVisible()
})
