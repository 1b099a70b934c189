import type { Page } from '@playwright/test'
import type { RoomId } from '@natter/protocol'
import { expect, test } from './fixtures.ts'
import { timeline } from './on-screen.ts'
import { createRoom, joinRoom, messages, twoPeople } from './people.ts'
import { talkAs } from './talker.ts'

test.use({ settings: { NATTER_LIMITS: 'off' } })

const SLOWER = 6
const BURSTS = [40, 100, 60, 40]

const HEIGHTS = [
  '',
  '\n\nmore\n\nof\n\nit',
  '\n```ts\nconst one = 1\nconst two = 2\n```',
  '\n- a\n- b\n- c',
  '\n> quoted',
]

function burstTexts(count: number, burst: number): string[] {
  return Array.from({ length: count }, (_, index) => `burst ${burst}.${index + 1}.${HEIGHTS[index % HEIGHTS.length]}`)
}

function roomOf(page: Page): RoomId {
  const [, , id] = new URL(page.url()).pathname.split('/')
  // The cast: an address of the app, in a test.
  return id as RoomId
}

const fromEnd = (page: Page): Promise<number> =>
  timeline(page).evaluate((box) => box.scrollHeight - box.clientHeight - box.scrollTop)

for (const slower of [1, SLOWER]) {
  test(`WEB-15 the end stays in view through bursts of messages of all heights, on a machine ${slower} times slower`, async ({
    visit,
    place,
  }) => {
    test.setTimeout(180_000)
    const { ana, ben } = await twoPeople(visit)
    await createRoom(ana, 'tea')
    await joinRoom(ben, 'tea')
    await ben.context().close()
    const devtools = await ana.context().newCDPSession(ana)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower })
    await using talker = await talkAs(place.url, 'Ben Okafor')
    for (const [burst, count] of BURSTS.entries()) {
      await talker.say(roomOf(ana), burstTexts(count, burst))
      await expect(messages(ana, `burst ${burst}.${count}.`)).toBeInViewport({ timeout: 30_000 })
      await expect.poll(() => fromEnd(ana)).toBeLessThanOrEqual(1)
      await expect(ana.getByRole('button', { name: /new message|Jump/ })).toHaveCount(0)
    }
  })
}

test('WEB-15 only a hand lets go of the end: rows that grow before the browser tells of a movement do not', async ({
  visit,
  place,
}) => {
  const { ana, ben } = await twoPeople(visit)
  await createRoom(ana, 'tea')
  await joinRoom(ben, 'tea')
  await ben.context().close()
  await using talker = await talkAs(place.url, 'Ben Okafor')
  await talker.say(roomOf(ana), burstTexts(40, 0))
  await expect(messages(ana, 'burst 0.40.')).toBeInViewport()
  const pill = ana.getByRole('button', { name: /new message|Jump/ })

  await timeline(ana).evaluate((box) => {
    box.scrollTop -= 1
    const row = box.querySelector<HTMLElement>('.message:last-child .markup')
    row?.style.setProperty('min-height', '400px')
  })
  await expect.poll(() => fromEnd(ana)).toBeLessThanOrEqual(1)
  await expect(pill).toHaveCount(0)
  // What shrinks is cut off by the browser, which tells of that as of a movement.
  await timeline(ana).evaluate((box) => {
    const [one, other] = [...box.querySelectorAll<HTMLElement>('.message .markup')].slice(-2)
    other?.style.removeProperty('min-height')
    box.scrollTop -= 0
    one?.style.setProperty('min-height', '300px')
  })
  await expect.poll(() => fromEnd(ana)).toBeLessThanOrEqual(1)
  await talker.say(roomOf(ana), ['and on'])
  await expect(messages(ana, 'and on')).toBeInViewport()
  await expect(pill).toHaveCount(0)

  await timeline(ana).hover()
  await ana.mouse.wheel(0, -300)
  await expect(pill).toBeVisible()
  await talker.say(roomOf(ana), ['far below'])
  await expect(ana.getByRole('button', { name: /\d new message/ })).toBeVisible()
})
