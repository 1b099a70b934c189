import type { RoomId } from '@natter/protocol'
import { expect, test } from './fixtures.ts'
import { firstOnScreen, framesOf, timeline } from './on-screen.ts'
import { createRoom, joinRoom, messages, twoPeople } from './people.ts'
import { manyTexts, talkAs } from './talker.ts'

test.use({ settings: { NATTER_LIMITS: 'off' } })

/** Nearly as many as are kept, and more than there is room for. */
const LOADED = 930
const MORE = 200

test('WEB-291 who reads far up keeps what he reads, while more is said than a window holds', async ({
  visit,
  place,
}) => {
  test.setTimeout(180_000)
  const { ana, ben } = await twoPeople(visit)
  await createRoom(ana, 'tea')
  await joinRoom(ben, 'tea')
  await ben.context().close()
  const [, , room] = new URL(ana.url()).pathname.split('/')
  await using talker = await talkAs(place.url, 'Ben Okafor')
  // The cast: an address of the app, in a test.
  const say = (texts: string[]): Promise<void> => talker.say(room as RoomId, texts)
  await say(manyTexts(LOADED))
  await expect(messages(ana, `message ${LOADED}.`)).toBeInViewport({ timeout: 60_000 })

  await timeline(ana).evaluate((box) => box.scrollTo(0, 1_500))
  await expect(ana.getByRole('button', { name: /Jump to latest|new message/ })).toBeVisible()
  const before = await firstOnScreen(ana)
  await expect(messages(ana, before.text)).not.toHaveCount(0)
  await say(manyTexts(MORE, LOADED + 1))
  await expect(ana.getByRole('button', { name: /\d{3} new messages/ })).toBeVisible({ timeout: 60_000 })
  for (const frame of await framesOf(ana, 20)) {
    expect(frame.text).toBe(before.text)
    expect(Math.abs(frame.top - before.top)).toBeLessThanOrEqual(1)
  }

  // From there on one reads down to what was said meanwhile.
  await ana.getByRole('button', { name: /\d{3} new messages/ }).click()
  await expect(messages(ana, `message ${LOADED + MORE}.`)).toBeInViewport()
})
