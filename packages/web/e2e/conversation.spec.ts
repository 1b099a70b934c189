import { expect, test } from './fixtures.ts'
import { bothInTea, composer, createRoom, messages, rooms, row, say, twoPeople } from './people.ts'

/** The row of a room in the sidebar. */

test('WEB-8 WEB-321 what one says the other reads, what is not read is counted, and a new name is there for everybody', async ({
  visit,
}) => {
  const { ana, ben } = await bothInTea(visit)
  await say(ana, 'Hello Ben')
  await expect(messages(ben, 'Hello Ben')).toHaveCount(1)
  await expect(messages(ana, 'Hello Ben')).toHaveAttribute('data-state', 'sent')
  await expect(row(ben, 'tea')).toHaveAttribute('data-unread', 'false')

  await createRoom(ben, 'coffee')
  await say(ana, 'Are you there?')
  await expect(row(ben, 'tea')).toHaveAttribute('data-unread', 'true')
  await expect(row(ben, 'tea')).toHaveAccessibleName('Room tea 1 unread')
  await say(ana, 'I mean you, @ben.okafor!')
  await expect(row(ben, 'tea')).toHaveAccessibleName(/1 mention$/)
  await expect(ben).toHaveTitle('(1) coffee · Old Town')

  await row(ben, 'tea').click()
  await expect(ben.getByText('New messages', { exact: true })).toBeVisible()
  await expect(row(ben, 'tea')).toHaveAttribute('data-unread', 'false')
  await expect(ben).toHaveTitle('tea · Old Town')
  await expect(ben.locator('.mention--me')).toHaveText('@Ben Okafor')

  await ben.keyboard.press('Control+,')
  await ben.getByLabel('Your name').fill('Ben the Second')
  await ben.getByRole('button', { name: 'Save name' }).click()
  await expect(ana.locator('.mention')).toHaveText('@Ben the Second')
})

test('WEB-8 WEB-378 two people meet in one conversation, whoever opens it, by keys alone', async ({ visit }) => {
  const { ana, ben } = await twoPeople(visit)
  await rooms(ana).getByRole('button', { name: 'New direct message' }).click()
  const field = ana.getByRole('searchbox', { name: 'Find people' })
  const found = ana.getByRole('dialog').getByRole('button', { name: '@ben.okafor' })
  await expect(found).toBeVisible()
  await field.press('ArrowDown')
  await expect(found).toBeFocused()
  await found.press('ArrowUp')
  await expect(field).toBeFocused()
  // Faster than the server answers.
  await field.fill('okaf')
  await field.press('Enter')
  await expect(ana.getByRole('list', { name: 'Picked' })).toContainText('Ben Okafor')
  await expect(field).toHaveValue('')
  await field.press('Enter')
  await expect(composer(ana)).toHaveAccessibleName('Message Ben Okafor')
  await say(ana, 'Just us')
  await expect(row(ben, 'Ana Ruiz')).toBeVisible()
  await expect(messages(ben, 'Just us')).toHaveCount(1)
  await say(ben, 'Just us two')
  await expect(messages(ana)).toHaveCount(2)
})

test('WEB-20 a message is edited, reacted to, answered and deleted, and both see it', async ({ visit }) => {
  const { ana, ben } = await bothInTea(visit)
  await say(ana, 'Tee at five')
  await expect(messages(ana, 'Tee at five')).toHaveAttribute('data-state', 'sent')
  await composer(ana).press('ArrowUp')
  const editor = ana.getByRole('textbox', { name: 'Edit message' })
  await editor.fill('Tea at five')
  await editor.press('Enter')
  await expect(messages(ben, 'Tea at five (edited)')).toBeVisible()
  await expect(composer(ana)).toBeFocused()

  await messages(ben, 'Tea at five').hover()
  await ben.getByRole('button', { name: 'React with 👍' }).click()
  const reaction = messages(ana, 'Tea at five').getByRole('button', { name: '👍 1' })
  await expect(reaction).toHaveAttribute('aria-pressed', 'false')
  await reaction.click()
  await expect(messages(ben, 'Tea at five').getByRole('button', { name: '👍 2' })).toHaveAttribute(
    'title',
    'Ben Okafor and Ana Ruiz reacted with 👍',
  )

  await messages(ben, 'Tea at five').hover()
  await ben.getByRole('toolbar').getByRole('button', { name: 'Reply' }).click()
  await say(ben, 'I bring cake')
  await expect(messages(ana, 'I bring cake').getByRole('link')).toHaveText(/Ana Ruiz.*Tea at five/)

  await messages(ana, 'Tea at five').first().hover()
  await ana.getByRole('toolbar').getByRole('button', { name: 'More actions' }).click()
  await ana.getByRole('menuitem', { name: 'Delete' }).click()
  // Gone from here at once, and from everywhere when the offer to take it back is.
  await expect(messages(ana).getByText('Tea at five', { exact: true })).toHaveCount(0)
  await ana.getByRole('button', { name: 'Dismiss' }).click()
  await expect(messages(ben).getByText('Tea at five')).toHaveCount(0)
  await expect(messages(ben, 'I bring cake').getByRole('link')).toHaveText(/Message deleted/)
})

test('WEB-20 only one’s own messages can be edited, and only a moderator deletes those of others', async ({
  visit,
}) => {
  const { ana, ben } = await bothInTea(visit)
  await say(ana, 'Mine')
  await say(ben, 'Yours')
  await messages(ben, 'Mine').hover()
  await expect(ben.getByRole('toolbar').getByRole('button', { name: 'Reply' })).toBeVisible()
  await ben.getByRole('toolbar').getByRole('button', { name: 'More actions' }).click()
  await expect(ben.getByRole('menuitem', { name: 'Reply' })).toBeVisible()
  await expect(ben.getByRole('menuitem', { name: /^(Edit|Delete)$/ })).toHaveCount(0)
  await messages(ana, 'Yours').hover()
  await ana.getByRole('toolbar').getByRole('button', { name: 'More actions' }).click()
  await expect(ana.getByRole('menuitem', { name: 'Edit' })).toHaveCount(0)
  await ana.getByRole('menuitem', { name: 'Delete' }).click()
  await ana.getByRole('button', { name: 'Delete message' }).click()
  await expect(messages(ben).getByText('Yours', { exact: true })).toHaveCount(0)
})

test('WEB-21 who types is told, in a line as high as an empty one', async ({ visit }) => {
  const { ana, ben } = await bothInTea(visit)
  const line = ana.getByTestId('typing')
  const before = await line.boundingBox()
  await composer(ben).pressSequentially('wait')
  await expect(line).toHaveText('Ben Okafor is typing')
  expect(await line.boundingBox()).toEqual(before)
  await composer(ben).press('Enter')
  await expect(line).toHaveText('')
})

test('WEB-17 Shift and Enter make a new line, Enter sends, and the box grows and shrinks', async ({ visit }) => {
  const { ana } = await bothInTea(visit)
  const box = composer(ana)
  const low = (await box.boundingBox())?.height ?? 0
  await box.pressSequentially('one')
  await box.press('Shift+Enter')
  await box.pressSequentially('two')
  expect((await box.boundingBox())?.height).toBeGreaterThan(low)
  await box.press('Enter')
  await expect(messages(ana, 'one')).toContainText('one\ntwo')
  await expect(box).toHaveValue('')
  expect((await box.boundingBox())?.height).toBe(low)
})

test('WEB-7 rooms are stepped through with Alt and the arrows', async ({ visit }) => {
  const { ana } = await bothInTea(visit)
  await createRoom(ana, 'cake')
  await ana.keyboard.press('Alt+ArrowDown')
  await expect(composer(ana)).toHaveAccessibleName('Message #tea')
  await ana.keyboard.press('Alt+ArrowDown')
  await expect(composer(ana)).toHaveAccessibleName('Message #cake')
})

test('WEB-36 members stand in their panel with their presence, and one word leads to each', async ({ visit }) => {
  const { ana } = await bothInTea(visit)
  await ana.getByRole('button', { name: '2 members' }).click()
  const panel = ana.getByRole('complementary', { name: 'Members' })
  const ben = panel.getByRole('listitem').filter({ hasText: 'Ben Okafor' })
  await expect(ben.getByRole('img', { name: 'active' })).toBeVisible()
  await expect(panel.getByRole('listitem').filter({ hasText: 'Ana Ruiz' })).toContainText('owner')
  await ana.goBack()
  await expect(panel).toHaveCount(0)
  await ana.goForward()

  // Too narrow for both: the panel stands in place of the room, not over half of it.
  await ana.setViewportSize({ width: 800, height: 720 })
  await expect(ben).toBeInViewport()
  await expect(rooms(ana)).toBeInViewport()
  await expect(composer(ana)).toBeHidden()
  await panel.getByRole('button', { name: 'Hide members' }).click()
  await expect(composer(ana)).toBeInViewport()
  await ana.getByRole('button', { name: '2 members' }).click()
  await ben.hover()
  await ben.getByRole('button', { name: 'Message Ben Okafor' }).click()
  await expect(composer(ana)).toHaveAccessibleName('Message Ben Okafor')
})
