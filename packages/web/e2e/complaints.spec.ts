// What people complain about most in other chats, and that it does not happen here.
import type { Page } from '@playwright/test'
import { holdLine } from './cut-line.ts'
import { expect, test } from './fixtures.ts'
import {
  becomeOwner,
  composer,
  createRoom,
  joinBy,
  joinRoom,
  makeInvite,
  messages,
  roomOf,
  row,
  say,
  twoPeople,
} from './people.ts'
import { manyTexts, talkAs } from './talker.ts'

// A line that is cut is told of in the console by the browser itself.
test.use({ settings: { NATTER_LIMITS: 'off' }, mayComplain: /WebSocket|ERR_CONNECTION|Failed to load resource/ })

const timeline = (page: Page) => page.getByRole('region', { name: /^Messages in/ })

test('WEB-261 the first message of a room is there to read for whoever joins last, with no cap on people or history', async ({
  visit,
  place,
}) => {
  const { ana, ben } = await twoPeople(visit)
  await createRoom(ana, 'tea')
  await using talker = await talkAs(place.url, 'Ana Ruiz')
  await talker.say(roomOf(ana), manyTexts(120))
  await joinRoom(ben, 'tea')
  await timeline(ben).focus()
  await expect(async () => {
    await timeline(ben).evaluate((box) => box.scrollTo(0, 0))
    await expect(messages(ben, 'message 1.').first()).toBeVisible({ timeout: 500 })
  }).toPass()
  await expect(ben.locator('body')).not.toContainText(/upgrade your plan|free plan|trial|paid/i)
})

test('WEB-262 what was said while the line was cut is there when it is back, without a reload', async ({
  visit,
  place,
}) => {
  const ana = await visit()
  await becomeOwner(ana, 'Ana Ruiz')
  await createRoom(ana, 'tea')
  const ben = await visit()
  const line = await holdLine(ben)
  await joinBy(ben, await makeInvite(ana), 'Ben Okafor')
  await joinRoom(ben, 'tea')
  await say(ana, 'before')
  await expect(messages(ben, 'before')).toBeVisible()

  await line.cut()
  await using talker = await talkAs(place.url, 'Ana Ruiz')
  const missed = manyTexts(30)
  await talker.say(roomOf(ana), missed)
  await say(ben, 'said into the dark')
  await line.mend()
  await expect(messages(ben, 'said into the dark')).toHaveAttribute('data-state', 'sent', { timeout: 40_000 })
  const texts = ['before', ...missed, 'said into the dark']
  for (const page of [ana, ben]) await expect(messages(page).locator('.markup')).toHaveText(texts)
})

test('WEB-263 unread is what was not read: agreed by two devices, never raised by one’s own words, never lowered by what was off screen', async ({
  visit,
  place,
}) => {
  const { ana, ben } = await twoPeople(visit)
  await createRoom(ana, 'tea')
  await joinRoom(ben, 'tea')
  await createRoom(ben, 'coffee')
  const phone = await visit()
  await phone.goto('/')
  await phone.getByLabel('Handle').fill('ben.okafor')
  await phone.getByLabel('Password').fill('correct horse battery')
  await phone.getByRole('button', { name: 'Sign in' }).click()
  await row(phone, 'coffee').click()

  await using talker = await talkAs(place.url, 'Ana Ruiz')
  await talker.say(roomOf(ana), manyTexts(80))
  for (const page of [ben, phone]) await expect(row(page, 'tea')).toHaveAccessibleName(/80 unread/)
  // Opens at the first unread message: what is further down stays unread.
  await row(ben, 'tea').click()
  await expect(row(ben, 'tea')).toHaveAccessibleName(/[1-9]\d unread/)
  await expect(row(ben, 'tea')).not.toHaveAccessibleName(/80 unread/)
  const left = /(\d+) unread/.exec((await row(ben, 'tea').textContent()) ?? '')?.[1]
  await expect(row(phone, 'tea')).toHaveAccessibleName(new RegExp(`${left} unread`))

  await say(ben, 'my own word')
  await expect(messages(ben, 'my own word')).toHaveAttribute('data-state', 'sent')
  for (const page of [ben, phone]) await expect(row(page, 'tea')).toHaveAttribute('data-unread', 'false')
})

test('WEB-264 nothing asks for notifications, and nothing is fetched from elsewhere', async ({ visit }) => {
  const ana = await visit()
  await ana.addInitScript(() => {
    Object.assign(globalThis, { asked: 0 })
    const count = (): Promise<NotificationPermission> => {
      Object.assign(globalThis, { asked: Number(Reflect.get(globalThis, 'asked')) + 1 })
      return Promise.resolve('denied')
    }
    Object.defineProperty(Notification, 'requestPermission', { value: count })
  })
  await becomeOwner(ana, 'Ana Ruiz')
  await createRoom(ana, 'tea')
  await say(ana, 'https://example.org/picture.png')
  await expect(messages(ana).getByRole('link')).toHaveAttribute('href', 'https://example.org/picture.png')
  expect(await ana.evaluate(() => Number(Reflect.get(globalThis, 'asked')))).toBe(0)
  // The watch of the fixture fails the test on any request to another origin.
})

test('WEB-265 WEB-365 an answer stands in the room for everybody, and leads to what it answers', async ({ visit }) => {
  const { ana, ben } = await twoPeople(visit)
  await createRoom(ana, 'tea')
  await joinRoom(ben, 'tea')
  await say(ana, 'Who **brings** the ||cherry|| cake?')
  await messages(ben, 'Who brings the').hover()
  await ben.getByRole('toolbar').getByRole('button', { name: 'Reply' }).click()
  await expect(ben.getByText('Who brings the (spoiler) cake?')).toBeVisible()
  await say(ben, 'I do')
  await expect(messages(ana, 'I do')).toBeVisible()
  await expect(messages(ana)).toHaveCount(2)
  await expect(messages(ana, 'I do').getByRole('link')).toHaveText('Ana Ruiz Who brings the (spoiler) cake?')
  await messages(ana, 'I do').getByRole('link').click()
  await expect(messages(ana, 'Who brings the').first()).toHaveAttribute('data-highlight', 'true')
})

test('WEB-266 typing never waits and the text never jumps while a room is busy', async ({ visit, place }) => {
  const { ana, ben } = await twoPeople(visit)
  await createRoom(ana, 'tea')
  await joinRoom(ben, 'tea')
  await using talker = await talkAs(place.url, 'Ana Ruiz')
  await talker.say(roomOf(ana), manyTexts(60))
  await expect(messages(ben, 'message 60.')).toBeVisible()
  await timeline(ben).evaluate((box) => box.scrollBy(0, -600))
  const held = messages(ben, 'message 55.')
  const before = await held.boundingBox()
  const busy = talker.say(roomOf(ana), manyTexts(100, 61))
  const sentence = 'every letter of this arrives in its place'
  await composer(ben).pressSequentially(sentence)
  await busy
  await expect(composer(ben)).toHaveValue(sentence)
  const after = await held.boundingBox()
  expect(Math.abs((after?.y ?? 0) - (before?.y ?? Infinity))).toBeLessThanOrEqual(1)
})
