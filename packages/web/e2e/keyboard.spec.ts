import { expect, test } from './fixtures.ts'
import { holdWords } from './held-words.ts'
import { becomeOwner, composer, createRoom, messages, rooms, say, selectPast } from './people.ts'

test('WEB-39 messages are walked, answered, edited and reacted to without a mouse', async ({ visit }) => {
  const ana = await visit()
  await becomeOwner(ana, 'Ana Ruiz')
  await createRoom(ana, 'tea')
  for (const text of ['one', 'two', 'three']) await say(ana, text)
  await expect(messages(ana, 'three')).toHaveAttribute('data-state', 'sent')

  // Past what stands above the messages and leads elsewhere.
  const region = ana.getByRole('region', { name: 'Messages in tea' })
  for (let step = 0; step < 4; step++) {
    await ana.keyboard.press('Shift+Tab')
    if (await region.evaluate((box) => box === document.activeElement)) break
  }
  await expect(region).toBeFocused()
  await ana.keyboard.press('ArrowUp')
  await expect(messages(ana, 'three')).toBeFocused()
  await ana.keyboard.press('ArrowUp')
  await expect(messages(ana, 'two')).toBeFocused()

  await ana.keyboard.press('Tab')
  await expect(ana.getByRole('button', { name: 'React with 👍' })).toBeFocused()
  await ana.keyboard.press('Enter')
  await expect(messages(ana, 'two').getByRole('button', { name: '👍 1' })).toBeVisible()
  await ana.keyboard.press('ArrowUp')
  await expect(messages(ana, 'one')).toBeFocused()

  await ana.keyboard.press('e')
  await ana.keyboard.type(' and a half')
  await ana.keyboard.press('Enter')
  await expect(messages(ana, 'one and a half (edited)')).toBeVisible()
  await expect(composer(ana)).toBeFocused()

  await ana.keyboard.press('Shift+Tab')
  await ana.keyboard.press('ArrowUp')
  await ana.keyboard.press('r')
  await expect(composer(ana)).toBeFocused()
  await expect(ana.getByText('Replying to')).toBeVisible()
  await ana.keyboard.press('Escape')
  await expect(ana.getByText('Replying to')).toHaveCount(0)
  await expect(composer(ana)).toHaveValue('')
})

test('WEB-39 WEB-301 WEB-310 WEB-367 a dialog takes the focus, Escape or a click beside it closes it, the focus is where it was, and a late answer closes no other', async ({
  visit,
}) => {
  const ana = await visit()
  const letGo = await holdWords(ana, '"room.update"')
  await becomeOwner(ana, 'Ana Ruiz')
  const button = rooms(ana).getByRole('button', { name: 'New room' })
  for (let round = 0; round < 2; round++) {
    await button.focus()
    await ana.keyboard.press('Enter')
    await expect(ana.getByLabel('Name', { exact: true })).toBeFocused()
    await ana.keyboard.press('Escape')
    await expect(ana.getByRole('dialog')).toHaveCount(0)
    await expect(button).toBeFocused()
  }
  await button.click()
  const name = ana.getByLabel('Name', { exact: true })
  await name.fill('tea')
  await selectPast(ana, name)
  await expect(name).toHaveValue('tea')
  await ana.mouse.click(5, 5)
  await expect(ana.getByRole('dialog')).toHaveCount(0)

  await createRoom(ana, 'tea')
  await ana.getByRole('button', { name: '1 member' }).click()
  await ana.getByRole('button', { name: 'Edit room' }).click()
  await ana.getByLabel('Topic').fill('leaves')
  await ana.getByRole('button', { name: 'Archive room' }).click()
  const archive = ana.getByRole('dialog', { name: 'Archive tea?' }).getByRole('button', { name: 'Archive room' })
  await archive.click()
  await expect(archive).toBeDisabled()
  await ana.keyboard.press('Escape')
  await expect(ana.getByLabel('Topic')).toHaveValue('leaves')
  await ana.getByRole('button', { name: 'Save' }).click()
  await expect(ana.getByRole('button', { name: 'Save' })).toBeDisabled()
  await ana.keyboard.press('Escape')
  await button.click()
  await ana.getByLabel('Name', { exact: true }).fill('coffee')
  letGo()
  // What nobody waits for any more is told where it fails, and closes nothing where it is done.
  await expect(ana.locator('.notices')).toHaveText(/This room is archived/)
  await expect(ana.getByLabel('Name', { exact: true })).toHaveValue('coffee')
})
