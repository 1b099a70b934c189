import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { becomeOwner, composer, createRoom, joinRoom, messages, rooms, say, twoPeople } from './people.ts'
import { talkAs } from './talker.ts'

const room = (page: Page, name: string) => rooms(page).getByRole('link', { name: new RegExp(name) })
const section = (page: Page, name: string) =>
  rooms(page)
    .locator('section')
    .filter({ has: page.getByRole('button', { name, exact: true }) })

test('WEB-215 WEB-315 a room becomes a favourite by its menu, keeps the focus, moves into a section of its own, and all devices agree', async ({
  visit,
  place,
}) => {
  const ana = await visit()
  await becomeOwner(ana, 'Ana Ruiz')
  await createRoom(ana, 'tea')
  await createRoom(ana, 'coffee')
  await using other = await talkAs(place.url, 'Ana Ruiz')

  await room(ana, 'tea').click({ button: 'right' })
  await ana.getByRole('menuitemcheckbox', { name: 'Favourite' }).click()
  await expect(section(ana, 'Favourites').getByRole('link')).toHaveText(/tea/)
  await expect(room(ana, 'tea')).toBeFocused()
  await expect.poll(() => Object.values(other.natter.settings.value)).toContainEqual({ favourite: true })

  // The keyboard's way to the same menu.
  await room(ana, 'coffee').focus()
  await ana.keyboard.press('Shift+F10')
  await expect(ana.getByRole('menu')).toBeVisible()
  await ana.keyboard.type('new')
  await ana.keyboard.press('Enter')
  await ana.getByLabel('Name of the section').fill('Hot drinks')
  await ana.keyboard.press('Enter')
  await expect(section(ana, 'Hot drinks').getByRole('link')).toHaveText(/coffee/)

  const fold = rooms(ana).getByRole('button', { name: 'Favourites', exact: true })
  await fold.click()
  await expect(fold).toHaveAttribute('aria-expanded', 'false')
  await expect(room(ana, 'tea')).toHaveCount(0)
  await ana.reload()
  await expect(section(ana, 'Hot drinks').getByRole('link')).toHaveText(/coffee/)
  await expect(room(ana, 'tea')).toHaveCount(0)

  await rooms(ana).getByRole('button', { name: 'More for Hot drinks' }).click()
  await ana.getByRole('menuitem', { name: 'Delete section' }).click()
  await expect(section(ana, 'Rooms').getByRole('link')).toHaveText(/coffee/)
  await ana.getByRole('button', { name: 'Undo' }).click()
  await expect(section(ana, 'Hot drinks').getByRole('link')).toHaveText(/coffee/)
})

test('WEB-215 WEB-366 a room is dragged into its place, and one that is left in the list does not take away another', async ({
  visit,
}) => {
  const ana = await visit()
  await becomeOwner(ana, 'Ana Ruiz')
  for (const name of ['alpha', 'beta', 'gamma']) await createRoom(ana, name)
  const links = section(ana, 'Rooms').getByRole('link')
  await room(ana, 'gamma').dragTo(room(ana, 'alpha'))
  await expect(links).toHaveText([/gamma/, /alpha/, /beta/])
  await ana.reload()
  await expect(links).toHaveText([/gamma/, /alpha/, /beta/])

  const leave = async (name: string): Promise<void> => {
    await room(ana, name).click({ button: 'right' })
    await ana.getByRole('menuitem', { name: 'Leave' }).click()
    await ana.getByRole('dialog').getByRole('button', { name: 'Leave' }).click()
    await expect(ana.getByRole('dialog')).toHaveCount(0)
    await expect(room(ana, name)).toHaveCount(0)
  }
  // Not the latest one, which opens by itself where none is open.
  await room(ana, 'beta').click()
  await expect(composer(ana)).toHaveAccessibleName('Message #beta')
  await leave('alpha')
  await expect(composer(ana)).toHaveAccessibleName('Message #beta')
  await leave('beta')
  await expect(composer(ana)).toHaveAccessibleName('Message #gamma')
})

test('WEB-216 a muted room is quiet, until somebody mentions the reader', async ({ visit }) => {
  const { ana, ben } = await twoPeople(visit)
  await createRoom(ana, 'tea')
  await joinRoom(ben, 'tea')
  await createRoom(ana, 'coffee')
  await room(ana, 'tea').hover()
  await rooms(ana).getByRole('button', { name: 'More for tea' }).click()
  await ana.getByRole('menuitemcheckbox', { name: 'Mute' }).click()
  await say(ben, 'hello')
  await expect(room(ana, 'tea')).toHaveAccessibleName('Room tea muted')
  await expect(room(ana, 'tea')).toHaveAttribute('data-unread', 'false')
  await expect(ana).toHaveTitle('coffee · Old Town')
  await say(ben, 'hello @ana.ruiz')
  await expect(room(ana, 'tea')).toHaveAccessibleName('Room tea muted 1 mention')
  await expect(ana).toHaveTitle('(1) coffee · Old Town')
  await expect(ana.locator('link[rel=icon]')).toHaveAttribute('href', /^data:image\/png/)
})

test('WEB-217 only what is unread can be shown, and an empty list says that all is read', async ({ visit }) => {
  const { ana, ben } = await twoPeople(visit)
  await createRoom(ana, 'tea')
  await joinRoom(ben, 'tea')
  await createRoom(ana, 'coffee')
  await rooms(ana).getByRole('button', { name: 'Sort and filter' }).click()
  await ana.getByRole('menuitemcheckbox', { name: 'Only unread rooms' }).click()
  await expect(room(ana, 'tea')).toHaveCount(0)
  await expect(room(ana, 'coffee')).toBeVisible()
  await expect(rooms(ana).getByText('All caught up')).toBeVisible()
  await say(ben, 'news')
  await expect(room(ana, 'tea')).toBeVisible()
  await room(ana, 'tea').click()
  await expect(messages(ana, 'news')).toBeVisible()
  await expect(room(ana, 'tea')).toBeVisible()
  await rooms(ana).getByRole('button', { name: 'Show all rooms' }).click()
  await expect(room(ana, 'coffee')).toBeVisible()
})

test('WEB-228 the settings lie over the page at addresses of their own, and give everything back', async ({
  visit,
}) => {
  const ana = await visit()
  await becomeOwner(ana, 'Ana Ruiz')
  await createRoom(ana, 'tea')
  await composer(ana).fill('a draft')
  await ana.keyboard.press('Control+,')
  const settings = ana.getByRole('dialog', { name: 'Settings' })
  await expect(settings.getByRole('heading', { name: 'Profile' })).toBeFocused()
  await settings.getByLabel('Your name').fill('Ana R.')
  await settings.getByRole('button', { name: 'Save name' }).click()
  await expect(ana.getByText('Your name is saved.')).toBeVisible()
  await settings.getByRole('link', { name: 'Devices' }).click()
  await expect(settings.getByText('This device')).toBeVisible()
  expect(new URL(ana.url()).pathname).toBe('/settings/devices')
  await ana.keyboard.press('Escape')
  await expect(settings).toHaveCount(0)
  await expect(composer(ana)).toHaveValue('a draft')
  await expect(composer(ana)).toBeFocused()
  await expect(rooms(ana).getByText('Ana R.')).toBeVisible()

  // What opened them is gone by then; what opened that is not.
  const you = rooms(ana).getByRole('button', { name: 'Your settings' })
  await you.click()
  await ana.getByRole('button', { name: 'Settings', exact: true }).click()
  await expect(settings.getByRole('heading', { name: 'Profile' })).toBeFocused()
  await ana.keyboard.press('Escape')
  await expect(you).toBeFocused()
})

test('WEB-223 the connection tells how it is', async ({ visit }) => {
  const ana = await visit()
  await becomeOwner(ana, 'Ana Ruiz')
  await ana.goto('/settings/connection')
  const settings = ana.getByRole('dialog', { name: 'Settings' })
  await expect(settings.getByText('WebSocket', { exact: true })).toBeVisible()
  await expect(settings.getByText(/^Connected /).first()).toBeVisible()
  await expect(settings.getByText('Nothing', { exact: true })).toBeVisible()
})

test('WEB-229 a name opens the card of its person, and from there one talks to them', async ({ visit }) => {
  const { ana, ben } = await twoPeople(visit)
  await createRoom(ana, 'tea')
  await joinRoom(ben, 'tea')
  await say(ben, 'hello')
  const author = messages(ana, 'hello').getByRole('button', { name: 'Ben Okafor' })
  await author.click()
  const card = ana.getByRole('dialog', { name: 'Ben Okafor' })
  await expect(card.getByText('@ben.okafor')).toBeVisible()
  await expect(card.getByText('active · Member')).toBeVisible()
  await ana.keyboard.press('Escape')
  await expect(card).toHaveCount(0)
  await expect(author).toBeFocused()
  await author.click()
  await card.getByRole('button', { name: 'Message', exact: true }).click()
  await expect(ana.getByRole('heading', { name: 'Ben Okafor', level: 2 })).toBeVisible()
})

test('WEB-221 on a phone Back closes what lies over the page', async ({ visit }) => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
  const { ana } = await twoPeople(() => visit(phone))
  await createRoom(ana, 'tea')
  await ana.getByRole('button', { name: 'Back to all rooms' }).click()
  await rooms(ana).getByRole('button', { name: 'New room' }).tap()
  await expect(ana.getByRole('dialog', { name: 'New room' })).toBeVisible()
  await ana.goBack()
  await expect(ana.getByRole('dialog')).toHaveCount(0)
  await expect(rooms(ana)).toBeVisible()

  await rooms(ana).getByRole('button', { name: 'Your settings' }).tap()
  await ana.getByRole('button', { name: 'Settings', exact: true }).tap()
  await ana.getByRole('link', { name: 'Appearance' }).tap()
  await expect(ana.getByRole('heading', { name: 'Appearance' })).toBeVisible()
  await ana.goBack()
  const page = ana.getByRole('link', { name: 'Appearance' })
  await expect(page).toBeVisible()
  await page.tap()
  await ana.getByRole('button', { name: 'Close settings' }).tap()
  await expect(ana.getByRole('dialog')).toHaveCount(0)
  await expect(rooms(ana)).toBeVisible()
  await ana.goForward()
  await expect(page).toBeVisible()
  await ana.goBack()
  await expect(rooms(ana)).toBeVisible()
  await expect(ana.getByRole('dialog')).toHaveCount(0)
})
