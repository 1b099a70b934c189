import type { CDPSession, Page } from '@playwright/test'
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
  await expect(messages(ben, 'Hello Ben')).toBeVisible()
  return { ben, finger: await ben.context().newCDPSession(ben) }
}

async function middleOf(page: Page): Promise<{ x: number; y: number }> {
  const box = await messages(page, 'Hello Ben').boundingBox()
  return { x: (box?.x ?? 0) + 120, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 }
}

test('WEB-167 WEB-160 a finger that rests opens a sheet with large targets, which Back closes', async ({ visit }) => {
  const { ben, finger } = await onPhone(visit)
  const at = await middleOf(ben)
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

  await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] })
  await expect(sheet).toBeVisible()
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await sheet.getByRole('menuitem', { name: 'React with 👍' }).tap()
  await expect(sheet).toHaveCount(0)
  await expect(messages(ben, 'Hello Ben').getByRole('button', { name: '👍 1' })).toBeVisible()
})

test('WEB-160 a swipe along the line answers, one up or down does not', async ({ visit }) => {
  const { ben, finger } = await onPhone(visit)
  const { x, y } = await middleOf(ben)
  const swipe = async (byX: number, byY: number): Promise<void> => {
    await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] })
    for (let step = 1; step <= 6; step++) {
      const at = { x: x + (byX * step) / 6, y: y + (byY * step) / 6 }
      await finger.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [at] })
    }
    await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  }
  await swipe(10, -90)
  await swipe(40, 4)
  await expect(ben.getByText('Replying to')).toHaveCount(0)
  await swipe(90, 6)
  await expect(ben.getByText('Replying to')).toBeVisible()
})
