import { expect, test } from './fixtures.ts'
import { composer, createRoom, joinRoom, messages, say, twoPeople } from './people.ts'

// A killed server is told of in the console by the browser itself.
test.use({
  isMortal: true,
  serviceWorkers: 'allow',
  mayComplain: /WebSocket connection|ERR_CONNECTION_REFUSED|Failed to load resource/,
})

test('WEB-23 WEB-375 a killed server costs no message, and carries out no edit that was cancelled; the line comes and goes', async ({
  place,
  visit,
}) => {
  const { ana, ben } = await twoPeople(visit)
  await createRoom(ana, 'tea')
  await joinRoom(ben, 'tea')
  await say(ana, 'before')
  await expect(messages(ben, 'before')).toBeVisible()

  await composer(ana).pressSequentially('half a')
  await place.kill()
  await expect(composer(ana)).toBeEnabled()
  await composer(ana).pressSequentially(' sentence')
  await composer(ana).press('Enter')
  await say(ana, 'and another')
  await expect(messages(ana, 'half a sentence')).toHaveAttribute('data-state', 'pending')
  await messages(ana, 'before').press('e')
  const editor = ana.getByRole('textbox', { name: 'Edit message' })
  await editor.fill('never said')
  await editor.press('Enter')
  await expect(ana.getByText('This needs a connection.')).toBeVisible()
  await expect(editor).toHaveValue('never said')
  await expect(ana.getByRole('button', { name: 'Save' })).toBeEnabled()
  await editor.press('Escape')
  await expect(ana.getByText('Reconnecting…')).toBeVisible()
  await composer(ana).fill('a draft stays')

  await place.start()
  await expect(ana.getByText('Back online')).toBeVisible({ timeout: 40_000 })
  await expect(ana.getByText('Back online')).toHaveCount(0)
  await expect(composer(ana)).toHaveValue('a draft stays')
  await expect(composer(ana)).toBeFocused()
  for (const page of [ana, ben]) {
    await expect(messages(page, 'and another')).toHaveAttribute('data-state', 'sent', { timeout: 40_000 })
    await expect(messages(page).locator('.markup')).toHaveText(['before', 'half a sentence', 'and another'])
  }
  await ana.reload()
  await expect(messages(ana).locator('.markup')).toHaveText(['before', 'half a sentence', 'and another'])
})

test('WEB-19 a message that waits survives a reload and goes out once', async ({ place, visit }) => {
  const { ana, ben } = await twoPeople(visit)
  await createRoom(ana, 'tea')
  await joinRoom(ben, 'tea')
  await place.kill()
  await say(ana, 'written offline')
  await expect(messages(ana, 'written offline')).toHaveAttribute('data-state', 'pending')
  await place.start()
  ana.on('dialog', (dialog) => void dialog.accept())
  await ana.reload()
  await expect(messages(ana, 'written offline')).toHaveAttribute('data-state', 'sent', { timeout: 40_000 })
  await expect(messages(ben, 'written offline')).toHaveCount(1, { timeout: 40_000 })
})

test('WEB-22 WEB-312 "Retry now" tries at once; the switcher says that nobody could be asked', async ({
  place,
  visit,
}) => {
  const { ana } = await twoPeople(visit)
  await place.kill()
  await ana.keyboard.press('Control+k')
  await ana.getByRole('combobox', { name: 'Go to…' }).fill('okafor')
  await expect(ana.getByText('The server cannot be reached.')).toBeVisible()
  await expect(ana.getByText('Nothing here is called that.')).toHaveCount(0)
  await ana.keyboard.press('Escape')
  await expect(ana.getByRole('button', { name: 'Retry now' })).toBeVisible({ timeout: 20_000 })
  // What is read out does not change with every second.
  await expect(ana.getByRole('status').filter({ hasText: 'Reconnecting' })).toHaveText(/^\D+$/)
  await place.start()
  await ana
    .getByRole('button', { name: 'Retry now' })
    .click({ timeout: 30_000 })
    .catch(() => undefined)
  await expect(ana.getByText('Back online')).toBeVisible({ timeout: 40_000 })
})
