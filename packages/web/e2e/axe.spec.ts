import type { Page } from '@playwright/test'
import { axeFindings, bringAxe } from './axe.ts'
import type { Finding } from './axe.ts'
import { notLetOff } from './axe-let-off.ts'
import { expect, test } from './fixtures.ts'
import { createRoom, fillSignUp, joinBy, joinRoom, messages, PASSWORD, rooms, say } from './people.ts'

// A password that is wrong is told of in the console by the browser itself.
test.use({ mayComplain: /401/ })

const VIEWPORTS = { wide: { width: 1280, height: 800 }, phone: { width: 360, height: 640 } }

for (const [name, viewport] of Object.entries(VIEWPORTS)) {
  test(`WEB-246 axe finds nothing in the page itself, from the first visit to a room with people in it (${name})`, async ({
    visit,
  }) => {
    const found: Record<string, Finding[]> = {}
    const ana = await visit({ viewport })
    await bringAxe(ana)
    const look = async (state: string): Promise<void> => {
      for (const theme of ['light', 'dark']) {
        await ana.emulateMedia({ colorScheme: theme === 'dark' ? 'dark' : 'light' })
        const findings = await axeFindings(ana, theme === 'light' ? 'all' : 'colours')
        const left = notLetOff(`${name} ${state}`, findings)
        if (left.length > 0) found[`${state}, ${theme}`] = left
      }
    }

    await ana.goto('/')
    await expect(ana.getByLabel('Name of this place')).toBeVisible()
    await look('first visit')
    await fillSignUp(ana, 'Ana Ruiz', 'Create the owner’s account')
    const invite = ana.getByRole('textbox', { name: 'Invite link' })
    await expect(invite).toHaveValue(/\/invite\//)
    await expect(ana.getByRole('img', { name: 'The invite link as a picture to scan' })).toBeVisible()
    await look('first run')
    const ben = await visit()
    await joinBy(ben, await invite.inputValue(), 'Ben Okafor')
    await home(ana)
    await createRoom(ana, 'tea')
    await joinRoom(ben, 'tea')
    await talk(ana, ben)
    await look('room')

    await messages(ana, 'Ordered').focus()
    await ana.keyboard.press('Shift+F10')
    await expect(ana.getByRole('menu')).toBeVisible()
    await look('menu of a message')
    await ana.keyboard.press('Escape')
    await ana.getByRole('button', { name: '2 members' }).click()
    await expect(ana.getByRole('complementary', { name: 'Members' }).getByText('Ben Okafor')).toBeVisible()
    await look('members')
    await ana.goBack()
    await ana.keyboard.press('Control+k')
    await expect(ana.getByRole('dialog').getByRole('combobox')).toBeFocused()
    await look('switcher')
    await ana.keyboard.press('Escape')
    await home(ana)
    await look('list')
    await rooms(ana).getByRole('button', { name: 'New room' }).click()
    await expect(ana.getByRole('dialog', { name: 'New room' })).toBeVisible()
    await look('dialog')
    await ana.keyboard.press('Escape')
    await ana.keyboard.press('Control+,')
    await expect(ana.getByRole('dialog', { name: 'Settings' })).toBeVisible()
    await look('settings')
    await ana.goto('/settings/profile')
    await expect(ana.getByRole('heading', { name: 'Profile' })).toBeVisible()
    await look('settings, a page')

    await ana.goto('/')
    await rooms(ana).getByRole('button', { name: 'Ana Ruiz' }).click()
    await ana.getByRole('button', { name: 'Sign out' }).click()
    await expect(ana.getByRole('heading', { name: 'Sign in to Old Town' })).toBeVisible()
    await ana.getByLabel('Handle').fill('ana.ruiz')
    await ana.getByLabel('Password').fill(PASSWORD.slice(1))
    await ana.getByRole('button', { name: 'Sign in' }).click()
    await expect(ana.getByRole('alert').filter({ hasText: /./ })).toBeVisible()
    await look('sign-in, refused')
    expect(found).toEqual({})
  })
}

/** To the list of rooms, which on a phone is a page of its own. */
async function home(page: Page): Promise<void> {
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const back = page.getByRole('button', { name: 'Back to all rooms' })
  if (await back.isVisible()) await back.click()
  await expect(rooms(page).getByRole('button', { name: 'New room' })).toBeVisible()
}

/** Some of everything that a message can be. */
async function talk(ana: Page, ben: Page): Promise<void> {
  const said = ['**Bold**, `code`, a [link](https://example.org/) and @ana.ruiz', '> quoted\nanswered', 'Ordered two.']
  for (const text of said) await say(ben, text)
  await messages(ben, 'Ordered').hover()
  await ben.getByRole('toolbar').getByRole('button', { name: 'React with' }).first().click()
  for (const text of said) {
    const plain = text.replaceAll(/[*`>[\]()]/g, '').slice(0, 4)
    await expect(messages(ana, plain).first()).toBeVisible()
  }
  await expect(messages(ana, 'Ordered').getByRole('button', { name: /1/ })).toBeVisible()
}
