import { expect, test } from './fixtures.ts'
import { isCovered, timeline } from './on-screen.ts'
import { bothInTea, composer, createRoom, messages, row, say } from './people.ts'
import { manyTexts, talkAs } from './talker.ts'

test.use({ settings: { NATTER_LIMITS: 'off' } })

test('WEB-168 WEB-164 unread from here holds on both devices of a reader, though it is on screen', async ({
  visit,
  place,
}) => {
  const { ana, ben, room } = await bothInTea(visit)
  await using talker = await talkAs(place.url, 'Ana Ruiz')
  await talker.say(room, manyTexts(6))
  await expect(messages(ben, 'message 6.')).toBeVisible()
  await expect(row(ben, 'tea')).toHaveAttribute('data-unread', 'false')
  await using second = await talkAs(place.url, 'Ben Okafor')
  await expect.poll(() => second.natter.rooms.value[0]?.unread).toBe(0)

  await messages(ben, 'message 4.').click({ modifiers: ['Alt'] })
  await expect(ben.getByText('New messages', { exact: true })).toBeVisible()
  await expect.poll(() => second.natter.rooms.value[0]?.unread).toBe(3)
  await expect(row(ben, 'tea')).toHaveAccessibleName('Room tea 3 unread')
  // What comes in is read by nobody either, until the reader says so.
  await say(ana, 'one more')
  await expect(row(ben, 'tea')).toHaveAccessibleName('Room tea 4 unread')
  await composer(ben).fill('a draft')
  await ben.keyboard.press('Escape')
  await expect(composer(ben)).toHaveValue('a draft')
  await expect.poll(() => second.natter.rooms.value[0]?.unread).toBe(0)
  await expect(ben.getByText('New messages', { exact: true })).toHaveCount(0)

  // Also where the other device says so.
  await second.natter.room(room).markUnread(second.natter.rooms.value[0]?.readSeq ?? 0)
  await expect(ben.getByText('New messages', { exact: true })).toBeVisible()
  await say(ana, 'another one')
  await expect(row(ben, 'tea')).toHaveAccessibleName('Room tea 2 unread')
  await row(ben, 'tea').click({ button: 'right' })
  await ben.getByRole('menuitem', { name: 'Mark as read' }).click()
  await expect(ben.getByText('New messages', { exact: true })).toHaveCount(0)
  await say(ana, 'the last one')
  await expect(messages(ben, 'the last one')).toBeVisible()
  await expect(row(ben, 'tea')).toHaveAttribute('data-unread', 'false')
})

test('WEB-164 WEB-228 the pill counts what is new, leads to the divider, marks all read', async ({ visit, place }) => {
  const { ana, ben, room } = await bothInTea(visit)
  await createRoom(ben, 'coffee')
  await using talker = await talkAs(place.url, 'Ana Ruiz')
  await talker.say(room, manyTexts(150))
  await expect(row(ben, 'tea')).toHaveAccessibleName('Room tea 150 unread')
  await row(ben, 'tea').click()
  const divider = ben.getByText('New messages', { exact: true })
  await expect(divider).toBeInViewport()
  await timeline(ben).evaluate((box) => box.scrollBy(0, 2_000))
  const pill = ben.getByRole('button', { name: /^150 new since \d\d:\d\d$/ })
  await expect(pill).toBeVisible()
  await ben.keyboard.press('Control+,')
  await expect(ben.getByRole('dialog', { name: 'Settings' })).toBeVisible()
  expect(await isCovered(pill), 'by the settings').toBe(true)
  await ben.keyboard.press('Escape')
  await expect.poll(() => isCovered(pill)).toBe(false)
  await pill.click()
  await expect(divider).toBeInViewport()
  await expect(pill).toHaveCount(0)
  await timeline(ben).evaluate((box) => box.scrollBy(0, 2_000))
  await expect(pill).toBeVisible()
  await ben.keyboard.press('Shift+PageUp')
  await expect(divider).toBeInViewport()
  await timeline(ben).evaluate((box) => box.scrollBy(0, 2_000))
  await timeline(ben).press('End')
  await expect(messages(ben, 'message 150.')).toBeInViewport()
  await expect(row(ben, 'tea')).toHaveAttribute('data-unread', 'false')
  await expect(ana.getByText('New messages', { exact: true })).toHaveCount(0)

  // Also what is too far below to be loaded. Marks are told once a second at most, and a page that is loaded anew forgets them.
  await using device = await talkAs(place.url, 'Ben Okafor')
  await expect.poll(() => device.natter.rooms.value.find(({ id }) => id === room)?.unread).toBe(0)
  await row(ben, 'coffee').click()
  await talker.say(room, manyTexts(150))
  await expect(row(ben, 'tea')).toHaveAccessibleName('Room tea 150 unread')
  await ben.reload()
  await row(ben, 'tea').click()
  await expect(divider).toBeInViewport()
  await expect(messages(ben, 'message 150.'), 'of both times').toHaveCount(1)
  await timeline(ben).focus()
  await ben.keyboard.press('Escape')
  await expect(divider).toHaveCount(0)
  await expect(row(ben, 'tea')).toHaveAttribute('data-unread', 'false')
})
