import type { Page } from '@playwright/test'
import { holdLine } from './cut-line.ts'
import { expect, test } from './fixtures.ts'
import { holdWords } from './held-words.ts'
import { bothInTea, composer, createRoom, messages, roomOf, rooms, row, say, twoPeople } from './people.ts'
import { manyTexts, talkAs } from './talker.ts'

test.use({ settings: { NATTER_LIMITS: 'off' } })

/** Opens the menu of a message by the mouse and chooses. */
async function choose(page: Page, text: string, action: string): Promise<void> {
  await messages(page, text).first().hover()
  await messages(page, text).first().getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: new RegExp(`^${action}(?! history)`) }).click()
}

test('WEB-161 a deleted message can be had back for a while, and a reload carries out what was not taken back', async ({
  visit,
}) => {
  const { ana, ben } = await bothInTea(visit)
  await say(ana, 'first')
  await say(ana, 'second')
  await expect(messages(ben, 'second')).toBeVisible()
  await choose(ana, 'first', 'Delete')
  await expect(messages(ana, 'first')).toHaveCount(0)
  await ana.getByRole('button', { name: 'Undo' }).click()
  await expect(messages(ana, 'first')).toBeVisible()
  await expect(messages(ben, 'first')).toBeVisible()

  await messages(ana, 'second').focus()
  await ana.keyboard.press('Delete')
  await expect(messages(ana, 'second')).toHaveCount(0)
  await ana.reload()
  await expect(messages(ana, 'first')).toBeVisible()
  await expect(messages(ana, 'second')).toHaveCount(0)
  await expect(messages(ben, 'Message deleted')).toBeVisible({ timeout: 30_000 })
  await expect(messages(ben, 'first')).toBeVisible()
})

test('WEB-167 the menu is walked by keys, and gives the focus back', async ({ visit }) => {
  const { ana, ben } = await bothInTea(visit)
  await say(ana, 'words')
  await messages(ben, 'words').focus()
  await ben.keyboard.press('Shift+F10')
  await expect(ben.getByRole('menuitem', { name: 'Add reaction' })).toBeFocused()
  await ben.keyboard.press('ArrowDown')
  await expect(ben.getByRole('menuitem', { name: 'Reply' })).toBeFocused()
  await ben.keyboard.press('Escape')
  await expect(ben.getByRole('menu')).toHaveCount(0)
  await expect(messages(ben, 'words')).toBeFocused()
  await ben.keyboard.press('Shift+F10')
  await ben.getByRole('menuitem', { name: 'Forward…' }).press('Enter')
  await expect(ben.getByRole('dialog', { name: 'Forward message' })).toBeVisible()
  await ben.keyboard.press('Escape')
  await expect(messages(ben, 'words')).toBeFocused()
  // One's own words only are edited, and deleted without being a moderator.
  await ben.keyboard.press('Shift+F10')
  await expect(ben.getByRole('menuitem', { name: /^(Edit|Delete)$/ })).toHaveCount(0)
  await ben.getByRole('menuitem', { name: 'Copy text' }).click()
  expect(await ben.evaluate(() => navigator.clipboard.readText())).toBe('words')
  await choose(ben, 'words', 'Copy link')
  const link = await ben.evaluate(() => navigator.clipboard.readText())
  expect(link).toMatch(/\/r\/rm_\w+\/\d+$/)

  await choose(ben, 'words', 'Seen by')
  await expect(ben.getByRole('dialog')).toContainText('Nobody else has seen it yet.')
  await ben.keyboard.press('Escape')
  await choose(ana, 'words', 'Seen by')
  await expect(ana.getByRole('dialog').getByText('Ben Okafor')).toBeVisible()
})

test('WEB-170 "(edited)" leads to the versions of a message', async ({ visit }) => {
  const { ana, ben } = await bothInTea(visit)
  await say(ana, 'Tee at five')
  await expect(messages(ana, 'Tee at five')).toHaveAttribute('data-state', 'sent')
  await composer(ana).press('ArrowUp')
  const editor = ana.getByRole('textbox', { name: 'Edit message' })
  await editor.fill('Tea at five')
  await editor.press('Enter')
  await messages(ben, 'Tea at five').getByRole('button', { name: '(edited)' }).click()
  const dialog = ben.getByRole('dialog', { name: 'Edit history' })
  await expect(dialog.getByRole('listitem').first()).toContainText('Tea at five')
  await expect(dialog.getByRole('listitem').last()).toContainText('Tee at five')
})

test('WEB-293 WEB-23 what is typed in place of a message stays with it, whatever else is edited or looked at, or answered late, and no reload loses it unasked', async ({
  visit,
}) => {
  const held: (() => void)[] = []
  const { ana, ben } = await bothInTea(async () => {
    const page = await visit()
    held.push(await holdWords(page, 'but late'))
    return page
  })
  await createRoom(ana, 'cake')
  await row(ana, 'tea').click()
  await say(ana, 'first')
  await say(ana, 'second')
  await choose(ana, 'first', 'Edit')
  const editor = ana.getByRole('textbox', { name: 'Edit message' })
  await editor.fill('first, but better')
  // Nothing lies over what is being written.
  await editor.hover()
  await expect(ana.getByRole('toolbar', { name: 'Message actions' })).toHaveCount(0)
  await choose(ana, 'second', 'Edit')
  await expect(editor).toHaveValue('second')
  await editor.fill('second, but better')

  await row(ana, 'cake').click()
  await expect(editor).toHaveCount(0)
  await row(ana, 'tea').click()
  await expect(editor).toHaveValue('second, but better')
  await editor.press('Enter')
  await expect(messages(ana, 'second, but better (edited)')).toBeVisible()
  await expect(messages(ana, 'first')).not.toContainText('better')

  await choose(ana, 'first', 'Edit')
  await expect(editor).toHaveValue('first, but better')
  await expect(editor).toBeFocused()
  await editor.fill('first, but late')
  await editor.press('Enter')
  await row(ana, 'cake').click()
  await row(ana, 'tea').click()
  await editor.fill('first, but late, and more')
  await row(ana, 'cake').click()
  await say(ana, 'sugar')
  await expect(messages(ana, 'sugar')).toHaveAttribute('data-state', 'sent')
  await composer(ana).press('ArrowUp')
  await expect(editor).toBeFocused()
  for (const letGo of held) letGo()
  // Who hears of what came after the answer has had the answer.
  await expect(messages(ben, 'first, but late (edited)')).toBeVisible()
  await say(ben, 'seen')
  await expect(row(ana, 'tea')).toHaveAttribute('data-unread', 'true')
  await expect(editor).toBeFocused()
  await row(ana, 'tea').click()
  await expect(editor).toHaveValue('first, but late, and more')
  await editor.press('Enter')
  await expect(messages(ana, 'first, but late, and more (edited)')).toBeVisible()

  await choose(ana, 'second', 'Edit')
  await editor.fill('second, and last')

  const asked = ana.waitForEvent('dialog')
  const reloaded = ana.reload()
  const question = await asked
  expect(question.type()).toBe('beforeunload')
  await question.accept()
  await reloaded
})

test('WEB-163 WEB-302 a message is forwarded to a person with a word about it, its address leads back, and nothing too long goes out', async ({
  visit,
}) => {
  const { ana, ben } = await bothInTea(visit)
  await say(ana, 'The hall is booked')
  await choose(ana, 'The hall is booked', 'Forward')
  await ana.getByLabel('Find a room or person').fill('ben')
  await ana.getByRole('dialog').getByRole('button', { name: 'Ben Okafor' }).click()
  const action = ana.getByRole('button', { name: 'Forward', exact: true })
  await ana.getByLabel('Add a comment').fill('a'.repeat(8_000))
  await expect(ana.getByRole('dialog').getByRole('alert')).toHaveText(/characters too long/)
  await expect(action).toBeDisabled()
  await ana.getByLabel('Add a comment').fill('Good news')
  await action.click()
  await row(ben, 'Ana Ruiz').click()
  const got = messages(ben, 'Good news')
  await expect(got.locator('blockquote')).toHaveText('The hall is booked')
  await expect(got).toContainText('Ana Ruiz in tea')
})

test('WEB-165 a day leads to other days: to the beginning, to now, and to the next day with a message', async ({
  visit,
  place,
}) => {
  const { ana, room } = await bothInTea(visit)
  await using talker = await talkAs(place.url, 'Ana Ruiz')
  await talker.say(room, manyTexts(150))
  await expect(messages(ana, 'message 150.')).toBeInViewport()
  const day = ana.locator('.timeline__day').first().getByRole('button')
  await day.click()
  await ana.getByRole('button', { name: 'Beginning of the room' }).click()
  await expect(messages(ana, 'message 1.')).toBeInViewport()
  await expect(ana.getByText('Public room, made by Ana Ruiz')).toBeInViewport()
  await day.click()
  await ana.getByRole('dialog', { name: 'Jump to a date' }).getByRole('button', { name: 'Today' }).click()
  await expect(messages(ana, 'message 150.')).toBeInViewport()
  await day.click()
  const date = ana.getByLabel('Date', { exact: true })
  await expect(date).toBeFocused()
  expect(await date.getAttribute('min')).toBe(await date.getAttribute('max'))
  await ana.getByRole('dialog').getByRole('button', { name: 'Jump', exact: true }).click()
  await expect(messages(ana, 'message 1.')).toBeInViewport()
  await expect(messages(ana, 'message 1.')).toHaveAttribute('data-highlight', 'true')
})

test.describe('with a line that is cut', () => {
  test.use({ mayComplain: /WebSocket|ERR_CONNECTION/ })

  test('WEB-162 a conversation shows that the other one has seen it, also what was seen during a break', async ({
    visit,
    place,
  }) => {
    const { ana, ben } = await twoPeople(visit)
    await rooms(ana).getByRole('button', { name: 'New direct message' }).click()
    await ana.getByRole('dialog').getByRole('button', { name: 'Ben Okafor' }).click()
    await ana.getByRole('button', { name: 'Start talking' }).click()
    await say(ana, 'Are you there?')
    await expect(messages(ana, 'Are you there?')).toHaveAttribute('data-state', 'sent')
    await expect(messages(ana, 'Seen')).toHaveCount(0)
    await row(ben, 'Ana Ruiz').click()
    await expect(messages(ana, 'Are you there?')).toContainText('Seen')
    const line = await holdLine(ana)
    await ana.reload()
    await expect(messages(ana, 'Are you there?')).toContainText('Seen')

    await createRoom(ben, 'elsewhere')
    await say(ana, 'And now?')
    await expect(row(ben, 'Ana Ruiz')).toHaveAttribute('data-unread', 'true')
    await expect(messages(ana, 'And now?')).toHaveAttribute('data-state', 'sent')
    await line.cut()
    // Another device of hers shows when it has been told, so that nobody tells it any more.
    await using device = await talkAs(place.url, 'Ana Ruiz')
    const { open, info, receipts } = device.room(roomOf(ana))
    await open()
    await row(ben, 'Ana Ruiz').click()
    await expect.poll(() => [...receipts.value.values()].map(({ readSeq }) => readSeq)).toEqual([info.value?.head[0]])
    await line.mend()
    await ana.evaluate(() => dispatchEvent(new Event('online')))
    await expect(messages(ana, 'And now?')).toContainText('Seen')
  })
})
