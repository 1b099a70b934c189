import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { firstOnScreen, framesOf, timeline } from './on-screen.ts'
import { composer, createRoom, joinRoom, messages, roomOf, row, say, twoPeople } from './people.ts'
import { manyTexts, talkAs } from './talker.ts'

test.use({ settings: { NATTER_LIMITS: 'off' } })

const fromEnd = (page: Page): Promise<number> =>
  timeline(page).evaluate((box) => box.scrollHeight - box.clientHeight - box.scrollTop)

test('WEB-14 earlier pages join above without moving what one reads, down to the beginning', async ({
  visit,
  place,
}) => {
  const { ana } = await twoPeople(visit)
  await createRoom(ana, 'tea')
  await using talker = await talkAs(place.url, 'Ana Ruiz')
  await talker.say(roomOf(ana), manyTexts(230))
  await ana.reload()
  await expect(messages(ana, 'message 230.')).toBeVisible()
  expect(await fromEnd(ana)).toBeLessThanOrEqual(1)

  const seen = new Set<string>()
  while (!seen.has('message 1.\nmore of it')) {
    for (const text of await messages(ana).locator('.markup').allTextContents()) seen.add(text)
    await timeline(ana).evaluate((box) => box.scrollBy(0, -900))
    const [first, ...later] = await framesOf(ana, 20)
    for (const frame of later) {
      expect(frame.text).toBe(first?.text)
      expect(Math.abs(frame.top - (first?.top ?? 0))).toBeLessThanOrEqual(1)
    }
  }
  await timeline(ana).evaluate((box) => box.scrollTo(0, 0))
  await expect(ana.getByText('Public room, made by Ana Ruiz')).toBeVisible()
  expect([...seen].filter((text) => !manyTexts(230).includes(text))).toEqual([])
  expect(seen.size).toBe(230)
})

test('WEB-15 new messages keep the end in view near the end, and only there', async ({ visit, place }) => {
  const { ana, ben } = await twoPeople(visit)
  await createRoom(ana, 'tea')
  await joinRoom(ben, 'tea')
  await using talker = await talkAs(place.url, 'Ben Okafor')
  await talker.say(roomOf(ana), manyTexts(40))
  await expect(messages(ana, 'message 40.')).toBeVisible()
  expect(await fromEnd(ana)).toBeLessThanOrEqual(1)

  await timeline(ana).evaluate((box) => box.scrollBy(0, -90))
  await talker.say(roomOf(ana), ['near the end'])
  await expect(messages(ana, 'near the end')).toBeInViewport()
  await expect.poll(() => fromEnd(ana)).toBeLessThanOrEqual(1)
  await expect(row(ana, 'tea')).toHaveAttribute('data-unread', 'false')

  await timeline(ana).evaluate((box) => box.scrollBy(0, -400))
  await expect(ana.getByRole('button', { name: 'Jump to latest' })).toBeVisible()
  const before = await firstOnScreen(ana)
  await talker.say(roomOf(ana), ['far from the end', 'and one more'])
  await expect(ana.getByRole('button', { name: '2 new messages' })).toBeVisible()
  expect(await firstOnScreen(ana)).toEqual(before)

  await ana.getByRole('button', { name: '2 new messages' }).click()
  await expect(messages(ana, 'and one more')).toBeInViewport()
  await expect(ana.getByRole('button', { name: /new messages|Jump/ })).toHaveCount(0)

  await timeline(ana).evaluate((box) => box.scrollBy(0, -400))
  await say(ana, 'my own')
  await expect(messages(ana, 'my own')).toBeInViewport()
})

test('WEB-15 the end stays in view when the composer grows and when messages change their height', async ({
  visit,
  place,
}) => {
  const { ana } = await twoPeople(visit)
  await createRoom(ana, 'tea')
  await using talker = await talkAs(place.url, 'Ana Ruiz')
  await talker.say(roomOf(ana), manyTexts(40))
  await expect(messages(ana, 'message 40.')).toBeVisible()
  await composer(ana).fill('one\ntwo\nthree\nfour\nfive')
  await expect.poll(() => fromEnd(ana)).toBeLessThanOrEqual(1)
  await talker.room(roomOf(ana)).open()
  const { items } = talker.room(roomOf(ana)).timeline.value
  const seqs = items.flatMap((item) => (item.kind === 'message' ? [item.message.seq] : []))
  await talker.room(roomOf(ana)).edit(seqs.at(-3) ?? 0, 'much\n\nhigher\n\nthan\n\nbefore')
  await expect(messages(ana, 'higher')).toBeVisible()
  await expect.poll(() => fromEnd(ana)).toBeLessThanOrEqual(1)
})

test('WEB-12 WEB-13 a room opens at its first unread message, and only what was on screen is read', async ({
  visit,
  place,
}) => {
  const { ana, ben } = await twoPeople(visit)
  await createRoom(ana, 'tea')
  const room = roomOf(ana)
  await joinRoom(ben, 'tea')
  await createRoom(ben, 'coffee')
  await using talker = await talkAs(place.url, 'Ana Ruiz')
  await talker.say(room, manyTexts(120))
  await expect(row(ben, 'tea')).toHaveAccessibleName('Room tea 120 unread')

  await row(ben, 'tea').click()
  await expect(ben.getByText('New messages', { exact: true })).toBeInViewport()
  await expect(messages(ben, 'message 1.')).toBeInViewport()
  await expect.poll(() => unreadOf(ben)).toBeLessThan(120)
  const shown = await lastOnScreen(ben)
  await expect.poll(() => unreadOf(ben)).toBe(120 - shown)

  // Typing or waiting reads nothing more; scrolling does.
  await composer(ben).pressSequentially('hm')
  expect(await unreadOf(ben)).toBe(120 - shown)
  await timeline(ben).press('End')
  await expect(messages(ben, 'message 120.')).toBeInViewport()
  await expect(row(ben, 'tea')).toHaveAttribute('data-unread', 'false')
  await using second = await talkAs(place.url, 'Ben Okafor')
  await expect.poll(() => second.natter.rooms.value.map(({ unread }) => unread)).toEqual([0, 0])
  await ben.reload()
  await expect(row(ben, 'coffee')).toBeVisible()
  await expect(row(ben, 'tea')).toHaveAttribute('data-unread', 'false')
})

test('WEB-13 nothing is read behind the reader’s back', async ({ visit, place }) => {
  const { ana, ben } = await twoPeople(visit)
  await createRoom(ana, 'tea')
  await joinRoom(ben, 'tea')
  await say(ana, 'seen')
  await expect(messages(ben, 'seen')).toBeVisible()
  await expect(row(ben, 'tea')).toHaveAttribute('data-unread', 'false')
  await using talker = await talkAs(place.url, 'Ben Okafor')
  await ben.evaluate(() => {
    document.hasFocus = () => false
    dispatchEvent(new Event('blur'))
  })
  await say(ana, 'not seen')
  await expect(messages(ben, 'not seen')).toBeVisible()
  await expect(ben.getByText('New messages', { exact: true })).toBeVisible()
  await expect(row(ben, 'tea')).toHaveAttribute('data-unread', 'true')
  await expect.poll(() => talker.natter.rooms.value[0]?.unread).toBe(1)

  await ben.evaluate(() => {
    document.hasFocus = () => true
    dispatchEvent(new Event('focus'))
  })
  await expect(row(ben, 'tea')).toHaveAttribute('data-unread', 'false')
  await expect.poll(() => talker.natter.rooms.value[0]?.unread).toBe(0)
  await timeline(ben).press('Escape')
  await expect(ben.getByText('New messages', { exact: true })).toHaveCount(0)
})

test('WEB-5 WEB-169 a message has an address, which opens at it and leads back to the latest', async ({
  visit,
  place,
}) => {
  const { ana } = await twoPeople(visit)
  await createRoom(ana, 'tea')
  const room = roomOf(ana)
  await using talker = await talkAs(place.url, 'Ana Ruiz')
  await talker.say(room, manyTexts(150))
  await expect(messages(ana, 'message 150.')).toBeVisible()
  await messages(ana, 'message 150.').hover()
  const seq = Number(await messages(ana, 'message 150.').getAttribute('data-seq')) - 120
  await ana.goto(`/r/${room}/${seq}`)
  await expect(messages(ana, 'message 30.')).toBeInViewport()
  await expect(messages(ana, 'message 30.')).toHaveAttribute('data-highlight', 'true')
  await expect(messages(ana, 'message 30.')).toBeFocused()
  await expect(messages(ana, 'message 31.')).toBeInViewport()
  await ana.getByRole('button', { name: 'Jump to latest' }).click()
  await expect(messages(ana, 'message 150.')).toBeInViewport()
  expect(new URL(ana.url()).pathname).toBe(`/r/${room}`)

  talker.natter.room(room).send('an answer', { replyTo: seq })
  for (const time of ['once', 'once more']) {
    await messages(ana, 'an answer').getByRole('link').click()
    await expect(messages(ana, 'message 30.'), time).toBeInViewport()
    await timeline(ana).press('End')
    await expect(messages(ana, 'an answer')).toBeInViewport()
  }

  // Back leads to where one was in the room.
  await ana.goBack()
  for (const byPx of [0, -200]) {
    await timeline(ana).evaluate((box, by) => box.scrollBy(0, by), byPx)
    const before = await firstOnScreen(ana)
    // A click would bring it into view first.
    await messages(ana, 'an answer').getByRole('link').dispatchEvent('click')
    await expect(messages(ana, 'message 30.')).toBeInViewport()
    await ana.goBack()
    await expect.poll(async () => (await firstOnScreen(ana)).text).toBe(before.text)
    expect(Math.abs((await firstOnScreen(ana)).top - before.top)).toBeLessThanOrEqual(1)
  }
})

/** How many the sidebar says are unread in tea. */
async function unreadOf(page: Page): Promise<number> {
  const said = await row(page, 'tea').textContent()
  return Number(/(\d+) unread/.exec(said ?? '')?.[1] ?? 0)
}

/** The number of the last message that is on screen to its end. */
function lastOnScreen(page: Page): Promise<number> {
  return timeline(page).evaluate((box) => {
    const edge = box.getBoundingClientRect().bottom
    const last = [...box.querySelectorAll('.message')].findLast(
      (each) => each.getBoundingClientRect().bottom <= edge + 1,
    )
    return Number(/message (\d+)/.exec(last?.textContent ?? '')?.[1])
  })
}
