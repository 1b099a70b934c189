import type { Page } from '@playwright/test'
import type { RoomId } from '@natter/protocol'
import { expect, test } from './fixtures.ts'
import { firstOnScreen, framesOf, holePx, timeline } from './on-screen.ts'
import { composer, createRoom, messages, twoPeople } from './people.ts'
import { seedMessages } from './seeded.ts'
import type { ServerProcess } from './server-process.ts'
import { talkAs } from './talker.ts'

test.use({ isMortal: true, settings: { NATTER_LIMITS: 'off' } })

const COUNT = 10_000
/** Between two groups. */
const GAP_PX = 20
const DAY_MS = 86_400_000
/** More rows are never in the document. */
const ROWS_MAX = 300

/** Ana in a room of ten thousand messages over twenty days, two thirds of them hers. */
async function longRoom(visit: () => Promise<Page>, place: ServerProcess): Promise<{ ana: Page; room: RoomId }> {
  const { ana, ben } = await twoPeople(visit)
  await createRoom(ana, 'tea')
  const room = new URL(ana.url()).pathname.split('/')[2] as RoomId
  await ben.context().close()
  let by
  {
    await using talker = await talkAs(place.url, 'Ana Ruiz')
    by = talker.natter.self.value?.id
  }
  if (by === undefined) throw new Error('Ana is not known.')
  await ana.goto('about:blank')
  await place.kill()
  const startAt = Date.now() - 20 * DAY_MS
  const said = Array.from({ length: COUNT }, (_, index) => ({
    text: `number ${index + 1}.${'\nmore of it'.repeat(index % 4)}`,
    at: startAt + (index * 20 * DAY_MS) / COUNT,
  }))
  await seedMessages(place.folder, room, by, said)
  await place.start()
  await ana.goto(`/r/${room}`)
  await expect(messages(ana, `number ${COUNT}.`)).toBeVisible()
  return { ana, room }
}

const rowsIn = (page: Page): Promise<number> => page.locator('.timeline__rows > *').count()
const numberOf = (text: string): number => Number(/number (\d+)/.exec(text)?.[1])

/** Nothing of the list moves by itself, and nothing of it is empty. */
async function expectRest(page: Page): Promise<void> {
  const [first, ...later] = await framesOf(page, 12)
  for (const frame of later) {
    expect(frame.text).toBe(first?.text)
    expect(Math.abs(frame.top - (first?.top ?? 0))).toBeLessThanOrEqual(1)
  }
  expect(await holePx(page)).toBeLessThanOrEqual(GAP_PX)
  expect(await rowsIn(page)).toBeLessThanOrEqual(ROWS_MAX)
}

/** Keys scroll in small steps. */
async function isAtRest(page: Page): Promise<boolean> {
  const frames = await framesOf(page, 4)
  return frames.every(({ text, top }) => text === frames[0]?.text && top === frames[0].top)
}

/** By the up arrow, from the end and back there. */
async function expectToEdit(page: Page, text: string): Promise<void> {
  await composer(page).press('ArrowUp')
  const editor = page.getByRole('textbox', { name: 'Edit message' })
  await expect(editor).toBeFocused()
  await expect(editor).toHaveValue(new RegExp(`^${text}`))
  await expect(editor).toBeInViewport()
  await editor.press('Escape')
  await timeline(page).press('End')
}

test('WEB-156 ten thousand messages: scrolling and jumping show no hole, move nothing, and draw a bounded number of rows', async ({
  visit,
  place,
}) => {
  test.setTimeout(180_000)
  const { ana, room } = await longRoom(visit, place)
  await expectRest(ana)

  // The wheel, page by page joining above.
  const box = timeline(ana)
  await box.hover()
  let last = COUNT
  for (let round = 0; round < 18; round++) {
    await ana.mouse.wheel(0, -900)
    await expectRest(ana)
    const now = numberOf((await firstOnScreen(ana)).text)
    expect(now).toBeLessThanOrEqual(last)
    last = now
  }
  expect(last).toBeLessThan(COUNT - 200)

  // Keys, and the bar dragged to both ends and in between.
  await box.focus()
  for (const key of ['PageUp', 'PageUp', 'PageDown', 'Home']) {
    await ana.keyboard.press(key)
    await expect.poll(() => isAtRest(ana)).toBe(true)
    await expectRest(ana)
  }
  for (const share of [0.5, 0.9, 0.1, 0]) {
    await box.evaluate((element, to) => element.scrollTo(0, element.scrollHeight * to), share)
    // Rows that were never drawn have no measured height before they are: they stand a frame later.
    await expect.poll(() => isAtRest(ana)).toBe(true)
    await expectRest(ana)
  }

  // The ends of the room.
  await box.focus()
  await ana.keyboard.press('Control+Home')
  await expect(messages(ana, 'number 1.')).toBeInViewport()
  await expect(ana.getByText('Public room, made by Ana Ruiz')).toBeVisible()
  await expectRest(ana)
  for (let round = 0; round < 6; round++) {
    await ana.mouse.wheel(0, 1_200)
    await expectRest(ana)
  }
  await box.focus()
  await ana.keyboard.press('Control+End')
  await expect(messages(ana, `number ${COUNT}.`)).toBeInViewport()
  await expectRest(ana)

  // A place in the middle, with its neighbours, and on from there both ways.
  await ana.goto(`/r/${room}/5002`)
  const target = ana.locator('.message[data-seq="5002"]')
  await expect(target).toBeInViewport()
  await expect(target).toHaveAttribute('data-highlight', 'true')
  await expect(target).toBeFocused()
  await expectRest(ana)
  for (const byPx of [-2_500, -2_500, 4_000, 4_000, 4_000]) {
    await box.evaluate((element, by) => element.scrollBy(0, by), byPx)
    await expect.poll(() => isAtRest(ana)).toBe(true)
    await expectRest(ana)
  }
})

test('WEB-158 WEB-204 messages that pour in keep the number of rows, hide no message from its editor, and leave the rows that are there alone', async ({
  visit,
  place,
}) => {
  test.setTimeout(120_000)
  const { ana, room } = await longRoom(visit, place)
  await using talker = await talkAs(place.url, 'Ben Okafor')
  await talker.natter.joinRoom(room)
  const nodes = () => ana.evaluate(() => document.querySelectorAll('*').length)
  await talker.say(
    room,
    Array.from({ length: 60 }, (_, index) => `first ${index + 1}.`),
  )
  await expect(messages(ana, 'first 60.')).toBeInViewport()
  const before = await nodes()
  const row = await messages(ana, 'first 60.').elementHandle()
  await expectToEdit(ana, `number ${COUNT}.`)
  await talker.say(room, ['between'])
  await expect(messages(ana, 'between')).toBeInViewport()
  expect(await row?.evaluate((element) => element.isConnected)).toBe(true)
  await talker.say(
    room,
    Array.from({ length: 150 }, (_, index) => `then ${index + 1}.`),
  )
  await expect(messages(ana, 'then 150.')).toBeInViewport()
  expect(await rowsIn(ana)).toBeLessThanOrEqual(ROWS_MAX)
  expect(await nodes()).toBeLessThanOrEqual(before * 1.25)
  await expect(messages(ana, `number ${COUNT}.`), 'too far up to be drawn').toHaveCount(0)
  await expectToEdit(ana, `number ${COUNT}.`)
})

test('WEB-157 what is selected, and what has the focus, survives scrolling nearby and messages that come in', async ({
  visit,
  place,
}) => {
  test.setTimeout(120_000)
  const { ana, room } = await longRoom(visit, place)
  await using talker = await talkAs(place.url, 'Ben Okafor')
  await talker.natter.joinRoom(room)
  const text = `number ${COUNT - 1}.`
  await messages(ana, text).focus()
  await messages(ana, text).evaluate((row) => {
    const inside = row.querySelector('.markup')
    if (inside) document.getSelection()?.selectAllChildren(inside)
  })
  const before = await firstOnScreen(ana)
  await talker.say(room, ['one', 'two', 'three'])
  await expect(ana.getByRole('button', { name: '3 new messages' })).toBeVisible()
  const after = await firstOnScreen(ana)
  expect(after.text).toBe(before.text)
  expect(Math.abs(after.top - before.top)).toBeLessThanOrEqual(1)
  await timeline(ana).evaluate((box) => box.scrollBy(0, -4_000))
  await expectRest(ana)
  expect(await ana.evaluate(() => document.getSelection()?.toString())).toContain(text)
  await expect(messages(ana, text)).toBeFocused()
})
