import { expect, test } from './fixtures.ts'
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

test('WEB-39 WEB-310 a dialog takes the focus, Escape or a click beside it closes it, and the focus is where it was', async ({
  visit,
}) => {
  const ana = await visit()
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
})
